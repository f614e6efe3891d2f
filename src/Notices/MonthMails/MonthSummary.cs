using NodaTime;
using Pupitre.Notices.Waits;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;
using Pupitre.TwoSides.Contests;
using Pupitre.TwoSides.Statements;

namespace Pupitre.Notices.MonthMails;

/// <summary>What a contract's month amounts to for its provider: what is still open with it.</summary>
/// <param name="Late">Due dates that have come without a trace.</param>
/// <param name="Coming">Those of the coming weeks.</param>
/// <param name="Waits">What it is asked whether it is so.</param>
/// <param name="Disputes">What waits for its answer.</param>
/// <param name="Months">Months that lie before it, on which it may still say something.</param>
internal sealed record MonthSummary(
    Contract Contract, IReadOnlyList<JudgedOccurrence> Late, IReadOnlyList<JudgedOccurrence> Coming, IReadOnlyList<WaitQuestion> Waits,
    IReadOnlyList<DisputeRow> Disputes, IReadOnlyList<MonthStatement> Months, CompanyFacts Facts, Instant Now)
{
    /// <summary>Nothing to say: nothing is written.</summary>
    public bool IsEmpty => Late.Count + Coming.Count + Waits.Count + Disputes.Count + Months.Count == 0;
}
