using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>
/// The due dates that passed without a trace, a line for each commitment; those that end today; and the company's own of the week.
/// </summary>
internal sealed class DueDatesToday(ReadGrid read, Tenant tenant, IClock clock) : IToday
{
    public int Order => 10;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var view = await read.RunAsync(GridFilter.Parse(null, null), token);
        return [.. view.Rows.SelectMany(row => Of(row, today))];
    }

    private static IEnumerable<TodayLine> Of(GridRow row, DateOnly today)
    {
        var items = row.Cells.Where(cell => cell is { Occurrence: not null, Due: not null }).ToList();
        var late = items.Where(cell => IsLate(cell.Occurrence!)).OrderBy(cell => cell.Due).ToList();
        if (late is [var oldest, ..])
        {
            var text = late.Count == 1
                ? Texts.Today_Due.With(row.Commitment.Name, OccurrenceWords.Period(oldest.Occurrence!))
                : Texts.Today_DueMany.With(row.Commitment.Name, late.Count);
            yield return new TodayLine(Urgency.Late, text, PathOf(oldest), Who(row, late), oldest.Due, late.Count);
        }

        // What a provider owes later this week is for the provider to do.
        var isOurs = row.Commitment.Row.Performer == Party.Company;
        var until = isOurs ? today.AddDays(JudgedOccurrence.SoonDays) : today;
        foreach (var cell in items.Where(cell => cell.Due >= today && cell.Due <= until && cell.Occurrence!.Standing == Standing.Open))
        {
            var text = Texts.Today_Due.With(row.Commitment.Name, OccurrenceWords.Period(cell.Occurrence!));
            var urgency = cell.Due == today ? Urgency.Tonight : Urgency.Week;
            yield return new TodayLine(urgency, text, PathOf(cell), GridWords.Performer(row.Commitment), cell.Due);
        }
    }

    // Of what somebody said that nothing will come, nothing is left to do; what one side contests blames nobody.
    private static bool IsLate(JudgedOccurrence item) => item is { Standing: Standing.NoTrace, IsGivenUp: false, Disputed: null };

    // Whom it waits for; and when a proof was asked for, so that nobody asks twice.
    private static string Who(GridRow row, List<GridCell> late) => late.Max(cell => cell.Occurrence!.AskedAt) is { } asked
        ? Texts.Today_Asked.With(GridWords.Performer(row.Commitment), Moments.Short(asked.InUtc().Date.ToDateOnly()))
        : GridWords.Performer(row.Commitment);

    private static string PathOf(GridCell cell) => $"due-dates/{cell.Occurrence!.Cell.CommitmentId}/{cell.Occurrence.Key}";
}
