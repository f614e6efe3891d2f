using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Processes;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>Turns the scorecards of a contract into the kit's drawing: commitments by months: due dates with their marks, as on the grid; of what is counted case by case, a bar with its rate below.</summary>
/// <param name="last">Number of the month that the year shown ends with.</param>
/// <param name="now">Whether a due date has come.</param>
internal sealed class DrawMonths(Tenant tenant, int last, Instant now)
{
    public static IReadOnlyList<MonthGridColumn> Columns(int last) => DrawGrid.Columns(Year(last), last);

    public IReadOnlyList<MonthGridGroup> Groups(ContractScorecard contract) =>
        [.. contract.Cards.GroupBy(card => card.Commitment.Row.Domain).Select(group => new MonthGridGroup(ProcessWords.Of(group.Key), [.. group.Select(ToRow)]))];

    private static IEnumerable<int> Year(int last) => Enumerable.Range(last - ReadScorecard.Months + 1, ReadScorecard.Months);

    private MonthGridRow ToRow(Scorecard card)
    {
        var months = card.Months.Where(month => month.Tally.Base + month.Tally.Undated > 0).ToDictionary(month => month.Number);
        return new MonthGridRow(
            card.Commitment.Name, card.Commitment.Row.Performer == Party.Provider ? "" : GridWords.Performer(card.Commitment), tenant.Path("scorecards", card.Commitment.Id),
            [.. Year(last).Select(number => (IReadOnlyList<MonthGridCell>)(!card.IsClock ? [.. DueIn(card, number)] : months.TryGetValue(number, out var month) ? [ToCell(card, month)] : []))]);
    }

    private IEnumerable<MonthGridCell> DueIn(Scorecard card, int month) => card.Occurrences.Where(item => item.Month == month).OrderBy(item => item.Declared.Due).Select(item => new MonthGridCell(
        item.MarkAt(now), Texts.HowKept_Occurrence.With(card.Commitment.Name, OccurrenceWords.Period(item)) + ", " + OccurrenceWords.State(item, now, tenant.Zone),
        tenant.Path("due-dates", card.Commitment.Id, item.Key), OccurrenceWords.Period(item) + ", " + OccurrenceWords.State(item, now, tenant.Zone), (item.Delay?.Imputation).Letter()));

    private MonthGridCell ToCell(Scorecard card, ScorecardMonth month)
    {
        var said = month.Tally.Answer(CommitmentSentence.UnitWord(month.Tally.Base == 1 ? card.Commitment.Newest.UnitOne : card.Commitment.Newest.UnitMany));
        return new MonthGridCell(
            ReadGrid.MarkOf(month.Tally), Texts.Grid_RateLabel.With(card.Commitment.Name, MonthNumber.ToMonth(month.Number).MonthName(), said),
            ScorecardLinks.Month(tenant, card, month.Number), said, Rate: DrawGrid.Rate(month.Tally));
    }
}
