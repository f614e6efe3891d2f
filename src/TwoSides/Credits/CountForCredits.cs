using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.TwoSides.Credits;

/// <summary>
/// Counts what a credit may rest on: obligations whose outcome both sides' word or a third party's shows, that nobody contests and whose
/// delay is the provider's or shared. What one side alone says, and what has no trace, blames nobody.
/// </summary>
/// <remarks>
/// For a simulation: internal targets and versions under observation count too, as if they had been agreed. What is claimed is counted from
/// the closed statement (<see cref="ClosedMonths.Statements.JudgeCredits"/>), where they never do.
/// </remarks>
internal static class CountForCredits
{
    /// <summary>The counts of due dates by month.</summary>
    public static Dictionary<int, CreditCount> Of(IEnumerable<JudgedOccurrence> items) =>
        ByMonth(items.Select(item => (item.Month, KeptOf(item.Standing, item.Delay?.Imputation, item.Disputed))));

    /// <summary>The counts of cases by month.</summary>
    public static Dictionary<int, CreditCount> Of(IEnumerable<CaseObligation> items) =>
        ByMonth(items.Select(item => (item.Month, KeptOf(item.Standing, item.Delay, item.Disputed))));

    private static Dictionary<int, CreditCount> ByMonth(IEnumerable<(int Month, int? Kept)> items)
    {
        var months = new Dictionary<int, CreditCount>();
        foreach (var (month, kept) in items)
        {
            if (kept is { } one)
            {
                months[month] = months.GetValueOrDefault(month).Add(new CreditCount(one, 1));
            }
        }

        return months;
    }

    // Null for what counts in no base.
    private static int? KeptOf(Standing standing, Imputation? delay, DisputeWish? disputed) => (disputed, standing) switch
    {
        (not null, _) => null,
        (_, Standing.KeptProven) => 1,
        (_, Standing.Late) when delay is Imputation.Provider or Imputation.Shared => 0,
        _ => null,
    };
}
