using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// The obligation whose page is shown, as that page has read it: a due date, or a case. Sections of other modules stand on it.
/// </summary>
/// <param name="CommitmentId">Its commitment.</param>
/// <param name="Key">Its key among the obligations of that commitment.</param>
public sealed record ShownObligation(Guid CommitmentId, string Key)
{
    /// <summary>What a section names to stand on the page of an obligation.</summary>
    public const string Page = "obligation";

    /// <summary>The due date; null for a case.</summary>
    public JudgedOccurrence? DueDate { get; init; }

    /// <summary>The case while it runs; null for a due date, and for a case that is over.</summary>
    public (CommitmentFacts Commitment, RunningCase Case)? Running { get; init; }
}
