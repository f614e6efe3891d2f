using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Processes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>Turns the grid into the kit's drawing: columns, groups, and what each cell says.</summary>
public sealed class DrawGrid(Tenant tenant)
{
    public static IReadOnlyList<MonthGridColumn> Columns(GridView view) => Columns(view.Months, view.CurrentMonth);

    public static IReadOnlyList<MonthGridColumn> Columns(IEnumerable<int> months, int current) => [.. months.Select(number =>
    {
        var first = MonthNumber.ToMonth(number).OnDayOfMonth(1).ToDateOnly();
        return new MonthGridColumn(
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first.ToString("MMM", CultureInfo.CurrentCulture).TrimEnd('.'), Moments.Month(first), number == current);
    })];

    /// <summary>A month's rate as the grid draws it.</summary>
    public static MonthGridRate Rate(Tally rate) => new(
        rate.Short(), rate.Proven, rate[Standing.KeptByCompany], rate[Standing.KeptByProvider], rate.NoTrace, rate[Standing.Late], rate[Standing.LateByCompany], rate[Standing.LateByProvider]);

    public IReadOnlyList<MonthGridGroup> Groups(GridView view) =>
        [.. view.Rows.GroupBy(row => row.Domain).Select(group => new MonthGridGroup(ProcessWords.Of(group.Key), [.. group.Select(row => ToRow(row, view))]))];

    private MonthGridRow ToRow(GridRow row, GridView view)
    {
        var commitment = row.Commitment;
        var cells = row.Cells.ToLookup(cell => cell.Month, cell => ToCell(commitment, cell));
        var (why, href) = row.Cells.Count > 0 ? (null, null) : Why(commitment);
        return new MonthGridRow(
            commitment.Name, GridWords.Performer(commitment), tenant.Path("scorecards", commitment.Id), [.. view.Months.Select(month => (IReadOnlyList<MonthGridCell>)[.. cells[month]])], why, href);
    }

    // A row without a single cell looks forgotten: it says what it waits for.
    private (string Why, string? Href) Why(CommitmentFacts commitment) => commitment switch
    {
        { IsClock: true } => (Texts.Grid_WhyTables, tenant.Allows(Permit.AddEvidence) ? tenant.Path("evidence") : null),
        _ when commitment.Schedules.Any(schedule => schedule?.Rule.Anchor.Named is not null) => (Texts.Grid_WhyDate, tenant.Allows(Permit.EditSourcing) ? tenant.Path("profile") : null),
        _ => (Texts.Grid_WhyNone, tenant.Allows(Permit.ReadSourcing) ? tenant.Path("commitments", commitment.Id) : null),
    };

    private MonthGridCell ToCell(CommitmentFacts commitment, GridCell cell)
    {
        if (cell.Occurrence is { } item)
        {
            return new MonthGridCell(
                cell.Mark, GridWords.Say(commitment, cell), tenant.Path("due-dates", commitment.Id, item.Key), Moments.Short(cell.Due!.Value) + ", " + GridWords.State(cell), cell.Delay.Letter(),
                Drop: $"commitment={commitment.Id}&occurrence={Uri.EscapeDataString(item.Key)}");
        }

        var rate = cell.Rate!;
        var month = MonthNumber.ToMonth(cell.Month).MonthName();
        var unit = commitment.Newest.UnitMany;
        return new MonthGridCell(
            cell.Mark, Texts.Grid_RateLabel.With(commitment.Name, month, rate.Answer(unit)),
            tenant.Path("scorecards", commitment.Id, "cases") + "?month=" + OccurrenceKeys.OfMonth(cell.Month), rate.Answer(unit),
            Rate: Rate(rate));
    }
}
