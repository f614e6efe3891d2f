using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Evidence.Files;

namespace Pupitre.ServiceLevels.Evidence.Tray;

/// <summary>Reads what was dropped, by where it stands.</summary>
internal sealed class ReadTray(Db db, ReadCellChoices readChoices)
{
    public const int PageSize = 25;

    private static readonly FileState[] _inOrderOfUrgency = [FileState.Proposed, FileState.Tray, FileState.Table];

    /// <param name="wanted">The state that was asked for; null shows what waits for somebody first.</param>
    /// <param name="page">From 1.</param>
    /// <param name="token">Stops it.</param>
    public async Task<TrayView> RunAsync(FileState? wanted, int page, CancellationToken token)
    {
        var counts = await db.Set<EvidenceFile>().GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, token);
        var shown = wanted ?? _inOrderOfUrgency.FirstOrDefault(state => counts.GetValueOrDefault(state) > 0, FileState.Placed);
        var files = await db.Set<EvidenceFile>().AsNoTracking().Where(row => row.State == shown)
            .OrderByDescending(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(token);
        var ids = files.ConvertAll(row => row.Id);
        var choices = await readChoices.RunAsync(token);
        var proposals = (await db.Set<CellProposal>().AsNoTracking().Where(row => row.State == ProposalState.Open && ids.Contains(row.FileId)).ToListAsync(token)).ToLookup(row => row.FileId);
        var proofs = (await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId != null && ids.Contains(row.FileId.Value) && row.WithdrawnAt == null).ToListAsync(token)).ToLookup(row => row.FileId!.Value);
        var rows = files.ConvertAll(file => new TrayRow(
            file,
            [.. proposals[file.Id].Select(row => new TrayProposal(row.Id, Cell(row.CommitmentId, row.OccurrenceKey, choices), row.Reason, row.At, row.On, row.AttestedBy))],
            [.. proofs[file.Id].DistinctBy(row => (row.CommitmentId, row.OccurrenceKey)).Select(row => new TrayPlace(row.CommitmentId, row.OccurrenceKey, Cell(row.CommitmentId, row.OccurrenceKey, choices)))]));
        return new TrayView(shown, counts, rows, choices);
    }

    private static string Cell(Guid commitment, string key, CellChoices choices) => choices.Names.GetValueOrDefault(commitment, "?") + ", " + PeriodName(key);

    /// <summary>The period of an occurrence in words.</summary>
    public static string PeriodName(string key) => DateOnly.TryParseExact(key + "-01", "yyyy-MM-dd", out var month) ? Moments.Month(month) : DateOnly.TryParseExact(key, "yyyy-MM-dd", out var day) ? Moments.Short(day) : key;
}

/// <summary>What the page of dropped files shows.</summary>
public sealed record TrayView(FileState Shown, IReadOnlyDictionary<FileState, int> Counts, IReadOnlyList<TrayRow> Rows, CellChoices Choices)
{
    public int Count(FileState state) => Counts.GetValueOrDefault(state);
}

public sealed record TrayRow(EvidenceFile File, IReadOnlyList<TrayProposal> Proposals, IReadOnlyList<TrayPlace> Places);

public sealed record TrayProposal(Guid Id, string Cell, string Reason, Instant? At, DateOnly? On, SourceClass AttestedBy);

public sealed record TrayPlace(Guid CommitmentId, string OccurrenceKey, string Cell);
