using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tracking;

namespace Pupitre.Intake.Tracking;

/// <summary>Fills the grid from a tracking sheet as a person chose, and keeps the choice. Choosing otherwise later moves what the changed titles had filled, and nothing else.</summary>
internal sealed class PlaceTracking(Db db, FileStore store, ProposeCells propose, Tenant tenant, IClock clock)
{
    private const int MostSaid = 300;

    public async Task RunAsync(Guid fileId, int? year, IReadOnlyList<TitleChoice> choices, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == fileId && row.ContentKept, token) ?? throw new NotFound();
        if (FileSubject.IsOthers(file, new OwnIdentities(tenant.Company)))
        {
            throw new Refused(Texts.Identity_NotPlaced.With(file.Name, FileSubject.Words(file)));
        }

        await propose.OpenDueDatesAsync(token);
        await propose.OpenProvidersAsync(token);
        var readings = TrackingReadings.Of(file.Reading);
        var next = TrackingReading.Of(clock.GetCurrentInstant(), tenant.AccountId, year, choices);
        await using var content = await store.OpenAsync(file.Hash, token);
        var tracking = TrackingFile.Read(content, file.Name, tenant.Zone, year);
        if (tracking.AsksYear)
        {
            throw new Refused(Texts.Tracking_YearMissing, "Year");
        }

        await SettleAsync(file, tracking, readings.Count > 0 ? readings[^1] : null, next, token);
        file.KeepReading(TrackingReadings.With(readings, next));
        await db.SaveChangesAsync(token);
    }

    /// <summary>Takes an earlier reading up again; the one before the first took nothing.</summary>
    /// <param name="number">Place among the kept readings, from 0; -1 for none.</param>
    public async Task RestoreAsync(Guid fileId, int number, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == fileId && row.ContentKept, token) ?? throw new NotFound();
        var readings = TrackingReadings.Of(file.Reading);
        if (number >= readings.Count || number < -1 || readings.Count == 0)
        {
            throw new NotFound();
        }

        var (year, choices) = number < 0 ? (readings[^1].Year, [.. readings[^1].Choices.Select(choice => choice with { CommitmentId = null })]) : (readings[number].Year, readings[number].Choices);
        await RunAsync(fileId, year, choices, token);
    }

    private async Task SettleAsync(EvidenceFile file, TrackingFile tracking, TrackingReading? before, TrackingReading next, CancellationToken token)
    {
        var own = await db.Set<OccurrenceProof>().Where(row => row.FileId == file.Id).ToListAsync(token);
        var concerned = next.Choices.Select(choice => choice.CommitmentId).OfType<Guid>().Distinct().ToList();
        var others = await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId != file.Id && row.WithdrawnAt == null && concerned.Contains(row.CommitmentId)).ToListAsync(token);
        var word = await WordAsync(file, token);
        var plan = new PlanTracking(propose, file, tenant.Zone);
        var known = new KnownProofs([.. others, .. own.Where(proof => proof.WithdrawnAt is null)], file.Id);
        var series = plan.Of(tracking, next, known, word);
        var changed = ChangedTitles(plan, tracking, series, before, next);
        var gone = own.FindAll(proof => proof.WithdrawnAt is null && proof.Reason.ReadUnder is { } under && IsGone(proof, under, series, changed));
        if (gone.Count > 0 && !tenant.Allows(Permit.CorrectEvidence))
        {
            throw new Refused(Texts.Tracking_NotAllowed);
        }

        var left = new KnownProofs([.. known.Proofs.Except(gone)], file.Id);
        var wanted = plan.Of(tracking, next, left, word).SelectMany(one => one.Cells.Where(cell => cell.Fate is CellFate.Dated or CellFate.Done && !WasTakenOff(cell, one, own, before, changed)).Select(cell => PlaceOf(one, cell)))
            .DistinctBy(place => place.Cell).ToList();
        var asked = series.SelectMany(one => one.Cells.Where(cell => cell.Fate == CellFate.Odd && !own.Exists(proof => proof.Reason.IsSameLine(cell.Reason))).Select(cell => PlaceOf(one, cell))).DistinctBy(place => place.Cell).ToList();
        await new SettleRows(db, tenant, clock).RunAsync(file, propose.Commitments.ToDictionary(row => row.Id, row => row.Name), gone, wanted, asked, token);
        db.Record("TableRead", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, Placed = wanted.Count, Withdrawn = gone.Count, Columns = Words(series) });
    }

    // Before anybody chose, what was accepted had been guessed.
    private static HashSet<(string Sheet, string Title)> ChangedTitles(PlanTracking plan, TrackingFile tracking, List<PlannedSeries> series, TrackingReading? before, TrackingReading next)
    {
        var guessed = before is null && !tracking.AsksYear ? plan.Of(tracking, reading: null, KnownProofs.None, word: null) : [];
        return [.. series.Where(one => next.Year != before?.Year || one.Commitment?.Id != (before is not null ? before.ChosenFor(one.Sheet.Name, one.Series.Title)
            : guessed.Find(other => other.Sheet.Name == one.Sheet.Name && other.Series.Title == one.Series.Title)?.Commitment?.Id)).Select(one => (one.Sheet.Name, one.Series.Title))];
    }

    private static bool IsGone(OccurrenceProof proof, (string Title, string Sheet) under, List<PlannedSeries> series, HashSet<(string Sheet, string Title)> changed)
    {
        var one = series.Find(other => other.Series.Title == under.Title && (under.Sheet.Length == 0 || other.Sheet.Name == under.Sheet));
        return one is not null && changed.Contains((one.Sheet.Name, one.Series.Title)) && !one.Cells.Any(cell => cell.Fate == CellFate.Placed && cell.Key == proof.OccurrenceKey && one.Commitment!.Id == proof.CommitmentId);
    }

    // What a person took off by hand stays off while its title fills the same commitment.
    private static bool WasTakenOff(PlannedCell cell, PlannedSeries one, List<OccurrenceProof> own, TrackingReading? before, HashSet<(string Sheet, string Title)> changed) =>
        (before is null || !changed.Contains((one.Sheet.Name, one.Series.Title)))
        && own.Exists(proof => (proof.WithdrawnAt is not null || proof.OccurrenceKey != cell.Key || proof.CommitmentId != one.Commitment!.Id) && proof.Reason.IsSameLine(cell.Reason));

    // A table that came by mail, or was proposed before, is the word of whoever wrote it.
    private async Task<Kernel.Commitments.SourceClass?> WordAsync(EvidenceFile file, CancellationToken token) =>
        file.ParentId is not null && await db.Set<CellProposal>().Where(row => row.FileId == file.Id).Select(row => row.AttestedBy).Distinct().ToListAsync(token) is [var only] ? only : null;

    private static RowPlace PlaceOf(PlannedSeries one, PlannedCell cell) => new(new Placing(one.Commitment!.Id, cell.Key!, cell.Moment, cell.AttestedBy, cell.Doubts), cell.Reason);

    private static string Words(List<PlannedSeries> series)
    {
        var words = string.Join(" ; ", series.Where(one => one.Commitment is not null).Select(one => $"{one.Series.Title} → {one.Commitment!.Name}"));
        return words.CutShort(MostSaid);
    }
}
