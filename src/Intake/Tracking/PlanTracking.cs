using System.Globalization;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Tables;
using Pupitre.Recognition.Tracking;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Tracking;

/// <summary>What would become of one cell of a tracking sheet.</summary>
internal enum CellFate
{
    /// <summary>The due date gets a day.</summary>
    Dated,

    /// <summary>The due date is done, on a day that nobody says.</summary>
    Done,

    /// <summary>The due date is dated already, by something else: nothing changes.</summary>
    Filled,

    /// <summary>It stands there already, from this table.</summary>
    Placed,

    /// <summary>The day is to come: no trace of work.</summary>
    Future,

    /// <summary>The day lies before its month began: asked once more, one by one.</summary>
    Odd,

    /// <summary>The commitment has no due date then.</summary>
    NoDueDate,

    /// <summary>Neither a date nor a word for done.</summary>
    Unread,
}

/// <param name="Key">Of the due date; null when there is none.</param>
internal sealed record PlannedCell(CellFate Fate, TrackingCell Cell, string? Key, ProofMoment Moment, SourceClass AttestedBy, ProofReason Reason, Doubt Doubts);

/// <summary>One title with what it fills, why, and what would become of its cells.</summary>
internal sealed record PlannedSeries(TrackingSheet Sheet, TrackingSeries Series, Commitment? Commitment, Likeness Likeness, IReadOnlyList<PlannedCell> Cells)
{
    public int Count(CellFate fate) => Cells.Count(cell => cell.Fate == fate);
}

/// <summary>Lays the titles of a tracking file on the company's commitments, by what was chosen, else by likeness, and says what each cell would change.</summary>
internal sealed class PlanTracking(ProposeCells propose, EvidenceFile file, DateTimeZone zone)
{
    private readonly List<Commitment> _schedules = [.. propose.Commitments.Where(row => row.Versions.Count > 0 && row.Versions.MaxBy(version => version.Number)!.Rule.Schedule is not null)];

    /// <summary>What can be filled.</summary>
    public IReadOnlyList<Commitment> Schedules => _schedules;

    /// <param name="reading">What a person chose; null leaves all to likeness.</param>
    /// <param name="known">What stands on the due dates.</param>
    /// <param name="word">Whose word the whole table is, when it says so.</param>
    public List<PlannedSeries> Of(TrackingFile tracking, TrackingReading? reading, KnownProofs known, SourceClass? word) =>
        [.. tracking.Sheets.SelectMany(sheet => LikenessesOf(sheet, reading).Select(pair => SeriesOf(sheet, pair.Series, pair.Likeness, known, word)))];

    // Each commitment is filled by its nearest title of a sheet; what a person chose goes first, twice the same if they want.
    private List<(TrackingSeries Series, Likeness Likeness)> LikenessesOf(TrackingSheet sheet, TrackingReading? reading)
    {
        var found = sheet.Series.Select(series => (series, likeness: LikenessOf(sheet, series, reading))).ToList();
        var takers = new Dictionary<Guid, string>();
        foreach (var (series, likeness) in found.Where(pair => pair.likeness.Commitment is not null).OrderByDescending(pair => pair.likeness.Kind == LikenessKind.Chosen).ThenByDescending(pair => pair.likeness.Score))
        {
            takers.TryAdd(likeness.Commitment!.Id, series.Title);
        }

        return [.. found.Select(pair => (pair.series, pair.likeness is { Kind: not LikenessKind.Chosen, Commitment: { } commitment } && takers[commitment.Id] != pair.series.Title
            ? new Likeness(LikenessKind.Taken, null, 0, commitment.Name, Other: takers[commitment.Id])
            : pair.likeness))];
    }

    private Likeness LikenessOf(TrackingSheet sheet, TrackingSeries series, TrackingReading? reading)
    {
        var guessed = series.SaysDone ? Likeness.Of(series.Title, _schedules) : Likeness.Nothing;
        if (reading?.Knows(sheet.Name, series.Title) != true)
        {
            return guessed;
        }

        var chosen = reading.ChosenFor(sheet.Name, series.Title);
        return chosen == guessed.Commitment?.Id ? guessed : new Likeness(LikenessKind.Chosen, _schedules.Find(row => row.Id == chosen), 0);
    }

    private PlannedSeries SeriesOf(TrackingSheet sheet, TrackingSeries series, Likeness likeness, KnownProofs known, SourceClass? word) => new(
        sheet, series, likeness.Commitment, likeness,
        likeness.Commitment is { } commitment ? Once([.. series.Cells.Where(cell => cell.Said != Said.Nothing).Select(cell => Plan(sheet, series, cell, commitment, known, word))]) : []);

    // Of several cells for one due date, as months are of a quarter, one fills it: a day before a mere word.
    private static List<PlannedCell> Once(List<PlannedCell> cells)
    {
        var fills = cells.Where(cell => cell.Fate is CellFate.Dated or CellFate.Done).GroupBy(cell => cell.Key).Select(group => group.OrderBy(cell => cell.Fate).First()).ToHashSet(ReferenceEqualityComparer.Instance);
        return cells.ConvertAll(cell => cell.Fate is CellFate.Dated or CellFate.Done && !fills.Contains(cell) ? cell with { Fate = CellFate.Filled } : cell);
    }

    private PlannedCell Plan(TrackingSheet sheet, TrackingSeries series, TrackingCell cell, Commitment commitment, KnownProofs known, SourceClass? word)
    {
        var moment = cell.Said == Said.Dated ? MomentOf(cell) : ProofMoment.NoLaterThan(file.ReceivedAt);
        var reason = ReasonOf(file, sheet, series, cell);
        var due = cell.Said == Said.Unread ? null : DueOf(commitment, cell);
        var doubts = due is null || cell.Said != Said.Dated ? Doubt.None : propose.DoubtsOf(null, commitment, due.Occurrence, moment);
        return new(FateOf(commitment, cell, due, moment, doubts, reason, known), cell, due?.Occurrence.Key, moment, word ?? WordOf(sheet, commitment), reason, doubts);
    }

    private CellFate FateOf(Commitment commitment, TrackingCell cell, DueCell? due, ProofMoment moment, Doubt doubts, ProofReason reason, KnownProofs known) => cell.Said switch
    {
        Said.Unread => CellFate.Unread,
        _ when due is null => CellFate.NoDueDate,
        _ when known.IsPlaced(commitment.Id, due.Occurrence.Key, reason) => CellFate.Placed,
        _ when known.IsDated(commitment.Id, due.Occurrence.Key) => CellFate.Filled,
        Said.Dated when DayOfWork.IsFuture(moment, file.ReceivedAt, zone) => CellFate.Future,
        Said.Dated => doubts.HasFlag(Doubt.BeforePeriod) ? CellFate.Odd : CellFate.Dated,
        _ => known.IsShown(commitment.Id, due.Occurrence.Key) ? CellFate.Filled : DayOfWork.IsFuture(ProofMoment.Of(due.Occurrence.Period.First), file.ReceivedAt, zone) ? CellFate.Future : CellFate.Done,
    };

    // A quarter is meant for what falls due by the quarter.
    private DueCell? DueOf(Commitment commitment, TrackingCell cell) =>
        propose.FindIn(commitment.Id, cell.Month) is { } due && (cell.Months == 1 || due.Occurrence.Period.Length == PeriodLength.Quarter) ? due : null;

    /// <summary>Table, line, title, and the sheet where there are several.</summary>
    public static ProofReason ReasonOf(EvidenceFile file, TrackingSheet sheet, TrackingSeries series, TrackingCell cell) => sheet.Along == MonthsAlong.Lines
        ? ProofReason.Of(ReasonKind.Row, file.Name, cell.Line.ToString(CultureInfo.InvariantCulture), series.Title, sheet.Name)
        : ProofReason.Of(ReasonKind.Cell, file.Name, cell.Place, series.Title, sheet.Name);

    // A table speaks for who does the work, unless it says above that it is ours alone: then it is our word about them.
    private SourceClass WordOf(TrackingSheet sheet, Commitment commitment) =>
        commitment.Performer == Party.Company || propose.NamesUsAlone(sheet.Heading) ? SourceClass.Company : SourceClass.Provider;

    private static ProofMoment MomentOf(TrackingCell cell) => cell.Date.IsDay ? ProofMoment.Of(EvidenceTime.ToDay(cell.Date.At)) : ProofMoment.Of(EvidenceTime.ToInstant(cell.Date.At));
}
