using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>
/// What the company means to do when a term of a contract ends. Of one term: a later one asks anew. It is the company's own and no
/// provider's reader sees it, nor the lines of the history about it.
/// </summary>
public sealed class ContractDecision : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a decision, a reminder or a letter of a contract in the history.</summary>
    public const string Kind = "contract-decision";

    public const int MaxReasonLength = 1000;

    private ContractDecision()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ContractId { get; private init; }

    /// <summary>Last day of the term that it is about: one decision for each.</summary>
    public DateOnly TermLastDay { get; private init; }

    public TermChoice Choice { get; private set; }

    public string Reason { get; private set; } = "";

    public Instant DecidedAt { get; private set; }

    /// <summary>The account of who recorded it; null for the program.</summary>
    public Guid? DecidedBy { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    internal static ContractDecision Create(Contract contract, DateOnly termLastDay) =>
        new() { ContractId = contract.Id, TermLastDay = termLastDay };

    internal void Decide(TermChoice choice, string reason, Instant now, Guid? by) =>
        (Choice, Reason, DecidedAt, DecidedBy) = (choice, reason, now, by);
}

/// <summary>What can be decided about a term.</summary>
public enum TermChoice
{
    /// <summary>It goes on as it is: by itself, or by an express renewal.</summary>
    Renew,

    /// <summary>It goes on, on other conditions.</summary>
    Renegotiate,

    /// <summary>It ends with the term.</summary>
    Leave,
}
