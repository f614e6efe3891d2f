using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// What one side has to say about a month before it is closed. It stands on the statement in the same size as the other's.
/// </summary>
public sealed class StatementComment : ICompanyOwned
{
    public const int MaxTextLength = 2000;
    public const int MaxNameLength = 200;

    private StatementComment()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid StatementId { get; private init; }

    public Party Side { get; private init; }

    /// <summary>The part that the person plays: "owner", "pilot", "contact".</summary>
    public string Role { get; private init; } = "";

    /// <summary>Who says it, as they are called then; empty once erased.</summary>
    public string ByName { get; private init; } = "";

    public Guid? ByAccount { get; private init; }

    public string Text { get; private init; } = "";

    public Instant At { get; private init; }

    internal static StatementComment Create(
        Guid statementId, Party side, string role, string name, Guid? account, string text, Instant now) => new()
        {
            StatementId = statementId,
            Side = side,
            Role = role,
            ByName = name,
            ByAccount = account,
            Text = text,
            At = now,
        };
}
