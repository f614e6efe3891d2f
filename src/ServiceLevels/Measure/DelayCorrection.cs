using System.Globalization;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// A person says whose delay a late obligation is, and why. Never changed: of several the last one counts, and the earlier ones stay
/// on record.
/// </summary>
public sealed class DelayCorrection : ICompanyOwned
{
    public const int MaxReasonLength = 500;
    public const int MaxObligationLength = 120;

    private DelayCorrection()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid CommitmentId { get; private init; }

    /// <summary>Key of the occurrence, or of the case (<see cref="KeyOf"/>).</summary>
    public string Obligation { get; private init; } = "";

    public Imputation Whose { get; private init; }

    public string Reason { get; private init; } = "";

    public Instant MadeAt { get; private init; }

    public Guid? MadeBy { get; private init; }

    /// <summary>Cases and occurrences of one commitment never share a key.</summary>
    public static string KeyOf(long caseId) => string.Create(CultureInfo.InvariantCulture, $"case {caseId}");

    /// <summary>The case whose key <see cref="KeyOf"/> wrote, or null.</summary>
    public static long? CaseOf(string key) =>
        key.StartsWith("case ", StringComparison.Ordinal) && long.TryParse(key.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var caseId) ? caseId : null;

    internal static DelayCorrection Create(Guid commitmentId, string obligation, Imputation whose, string reason, Instant now, Guid? by) => new()
    {
        CommitmentId = commitmentId,
        Obligation = obligation,
        Whose = whose,
        Reason = reason,
        MadeAt = now,
        MadeBy = by,
    };
}
