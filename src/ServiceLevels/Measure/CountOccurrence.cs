using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Counts due dates as a tally counts obligations.</summary>
public static class CountOccurrence
{
    /// <summary>Counts a due date.</summary>
    public static void Add(this Tally tally, JudgedOccurrence item) =>
        tally.Add(
            item.Standing, item.Evidenced.Outcome, item.Proven.Outcome, item.Delay?.Imputation, item.Commitment.Row.Performer,
                item.Differs, item.Disputed?.Claim());
}
