using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>Reads the grid of due dates: every commitment over the last twelve months and the next two.</summary>
public sealed class ReadGrid(ReadCompanyFacts readFacts, MeasureCommitment measure, KeptGrids kept, IClock clock)
{
    public const int PastMonths = 12;
    public const int ComingMonths = 2;

    internal async Task<GridView> RunAsync(GridFilter filter, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        if (kept.Find(facts, filter, now) is { } known)
        {
            return known;
        }

        var view = await JudgeAsync(filter, facts, now, token);
        kept.Keep(facts, filter, now, view);
        return view;
    }

    private async Task<GridView> JudgeAsync(GridFilter filter, CompanyFacts facts, Instant now, CancellationToken token)
    {
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var months = Enumerable.Range(current - PastMonths + 1, PastMonths + ComingMonths).ToList();
        var judge = new JudgeOccurrences(facts, now);
        var shown = facts.Commitments.Where(filter.Keeps).ToList();
        var rows = new List<GridRow>(shown.Count);
        foreach (var commitment in shown)
        {
            rows.Add(new GridRow(commitment, commitment.IsClock
                ? await MonthsOfAsync(commitment, facts, months, token)
                : [.. judge.Run(commitment, months[0], months[^1]).Select(item => new GridCell(item.Month, item.MarkAt(now), item.DueDay(facts.Zone), item, null))]));
        }

        return View(facts, rows, months, current, now, filter);
    }

    private static GridView View(CompanyFacts facts, List<GridRow> rows, List<int> months, int current, Instant now, GridFilter filter)
    {
        var (year, own, missing) = (new Tally(), new Tally(), 0);
        foreach (var item in rows.SelectMany(row => row.Cells).Where(cell => cell.Month <= current).Select(cell => cell.Occurrence).OfType<JudgedOccurrence>())
        {
            var performer = item.Commitment.Row.Performer;
            (performer == Party.Company ? own : year).Add(item);
            missing += performer != Party.Company && MissingProofs.IsMissing(item) ? 1 : 0;
        }

        return new GridView(
            months, current, rows, year, own, missing, year.Undated + own.Undated, year[Standing.NotYetProven] + own[Standing.NotYetProven], facts.Commitments.Count - rows.Count, Notices.Of(facts, now, filter.ProviderId),
            [.. facts.Providers.Where(row => !row.IsArchived).Select(row => new Choice(row.Id.ToString(), row.Name))]);
    }

    private async Task<List<GridCell>> MonthsOfAsync(CommitmentFacts commitment, CompanyFacts facts, List<int> months, CancellationToken token)
    {
        var measured = await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token);
        return [.. months.Where(measured.ByMonth.ContainsKey).Select(month => new GridCell(month, MarkOf(measured.ByMonth[month]), null, null, measured.ByMonth[month]))];
    }

    // A month of cases is drawn by what most of it stands on; the figure beside it says the rest.
    internal static Mark MarkOf(Tally tally) => tally switch
    {
        { Base: 0 } => Mark.NotDue,
        _ when tally.Proven * 2 >= tally.Base => Mark.Proven,
        _ when (tally.Proven + tally[Standing.KeptByCompany]) * 2 >= tally.Base => Mark.Company,
        _ when tally.Kept * 2 >= tally.Base => Mark.Provider,
        _ => Mark.Late,
    };
}
