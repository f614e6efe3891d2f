using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Tracking;

namespace Pupitre.Intake.Tracking;

/// <summary>Reads a tracking sheet for its page: what each title fills and why, and what would change before anything does.</summary>
internal sealed class ReadTracking(Db db, FileStore store, ProposeCells propose, Tenant tenant)
{
    /// <param name="input">What a person chose and did not yet place; null shows the last reading, else what likeness finds.</param>
    public async Task<TrackingView?> RunAsync(Guid fileId, TrackingInput? input, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == fileId && row.ContentKept, token) ?? throw new NotFound();
        var readings = TrackingReadings.Of(file.Reading);
        var year = input is null ? (readings.Count > 0 ? readings[^1].Year : null) : input.Year;
        await using var content = await store.OpenAsync(file.Hash, token);
        var tracking = TrackingFile.Read(content, file.Name, tenant.Zone, year);
        if (!tracking.IsTracking)
        {
            return null;
        }

        await propose.OpenDueDatesAsync(token);
        var plan = new PlanTracking(propose, file, tenant.Zone);
        var schedules = plan.Schedules.Select(row => row.Id).ToList();
        var proofs = await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.WithdrawnAt == null && schedules.Contains(row.CommitmentId)).ToListAsync(token);
        var chosen = input is { Columns.Count: > 0 } ? TrackingReading.Of(Instant.MinValue, null, year, input.ToChoices()) : readings.Count > 0 ? readings[^1] : null;
        var series = plan.Of(tracking, chosen, new KnownProofs(proofs, file.Id), word: null);
        return new TrackingView(file, tracking, series, readings, [.. plan.Schedules.OrderBy(row => row.Name, StringComparer.CurrentCulture).Select(row => new Choice(row.Id.ToString(), row.Name))], FileSubject.Compare(file, new OwnIdentities(tenant.Company)));
    }
}

/// <summary>What the page of a tracking sheet shows.</summary>
internal sealed record TrackingView(
    EvidenceFile File, TrackingFile Tracking, IReadOnlyList<PlannedSeries> Series, IReadOnlyList<TrackingReading> Readings, IReadOnlyList<Choice> Commitments, IdentityAnswer Identity)
{
    public int Count(CellFate fate) => Series.Sum(one => one.Count(fate));

    /// <summary>Due dates that would be filled.</summary>
    public int WouldFill => Count(CellFate.Dated) + Count(CellFate.Done);

    public int Understood => Series.Count(one => one.Commitment is not null);

    /// <summary>The titles of one sheet, each with its place in the form.</summary>
    public IReadOnlyList<TrackingRow> RowsOf(TrackingSheet sheet) =>
        [.. Series.Index().Where(row => ReferenceEquals(row.Item.Sheet, sheet)).Select(row => new TrackingRow(row.Index, row.Item.Series.Title, sheet.Name, row.Item.Likeness.Why(row.Item.Series.Title), TrackingWords.Changes(row.Item)))];

    /// <summary>Lines of a sheet without a month, each with the sheet where there are several.</summary>
    public IEnumerable<(string Sheet, IReadOnlyList<int> Lines)> LinesWithoutMonth => Tracking.Sheets.Where(sheet => sheet.UnreadLines.Count > 0).Select(sheet => (sheet.Name, sheet.UnreadLines));
}

/// <summary>A title in words.</summary>
public sealed record TrackingRow(int Index, string Title, string Sheet, string Why, string Changes);

/// <summary>What is chosen on the page of a tracking sheet.</summary>
public sealed class TrackingInput
{
    /// <summary>Year of the first month, where the sheet has none.</summary>
    public int? Year { get; set; }

    public List<TrackingColumnInput> Columns { get; set => field = value ?? []; } = [];

    internal IReadOnlyList<TitleChoice> ToChoices() =>
        [.. Columns.Where(column => column.Title is not null).Select(column => new TitleChoice(column.Sheet ?? "", column.Title!, Guid.TryParse(column.Commitment, out var id) ? id : null))];

    internal static TrackingInput Of(TrackingView view, int? year) => new()
    {
        Year = year,
        Columns = [.. view.Series.Select(one => new TrackingColumnInput { Sheet = one.Sheet.Name, Title = one.Series.Title, Commitment = one.Commitment?.Id.ToString() })],
    };
}

/// <summary>One title, and what it fills.</summary>
public sealed class TrackingColumnInput
{
    public string? Sheet { get; set; }

    public string? Title { get; set; }

    /// <summary>Key of a commitment; empty takes nothing.</summary>
    public string? Commitment { get; set; }
}
