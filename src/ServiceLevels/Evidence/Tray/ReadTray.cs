using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Evidence.Files;
using Pupitre.ServiceLevels.Occurrences;

namespace Pupitre.ServiceLevels.Evidence.Tray;

/// <summary>Reads what was dropped, by where it stands, or one file with what was in it.</summary>
internal sealed class ReadTray(Db db, ReadCellChoices readChoices, Tenant tenant)
{
    public const int PageSize = 25;

    /// <summary>What waits for somebody, the first first.</summary>
    public static readonly FileState[] InOrderOfUrgency = [FileState.Proposed, FileState.Tray, FileState.Table];

    /// <param name="wanted">The state that was asked for; null shows what waits for somebody first.</param>
    /// <param name="file">One file alone, or null.</param>
    /// <param name="page">From 1.</param>
    /// <param name="token">Stops it.</param>
    public async Task<TrayView> RunAsync(FileState? wanted, Guid? file, int page, CancellationToken token)
    {
        var counts = await db.Set<EvidenceFile>().GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, token);
        var shown = wanted ?? InOrderOfUrgency.FirstOrDefault(state => counts.GetValueOrDefault(state) > 0, FileState.Placed);
        var rows = db.Set<EvidenceFile>().AsNoTracking();
        var files = file is { } one
            ? await rows.Where(row => row.Id == one || row.ParentId == one).OrderByDescending(row => row.Id == one).ThenBy(row => row.Id).Take(PageSize).ToListAsync(token)
            : await rows.Where(row => row.State == shown).OrderByDescending(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(token);
        return await ViewAsync(file is null ? shown : null, counts, files, token);
    }

    private async Task<TrayView> ViewAsync(FileState? shown, Dictionary<FileState, int> counts, List<EvidenceFile> files, CancellationToken token)
    {
        var ids = files.ConvertAll(row => row.Id);
        var choices = await readChoices.RunAsync(token);
        var proposals = (await db.Set<CellProposal>().AsNoTracking().Where(row => (row.State == ProposalState.Open || row.State == ProposalState.Withheld) && ids.Contains(row.FileId)).OrderBy(row => row.Id).ToListAsync(token)).ToLookup(row => row.FileId);
        var proofs = (await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId != null && ids.Contains(row.FileId.Value) && row.WithdrawnAt == null).OrderBy(row => row.Id).ToListAsync(token)).ToLookup(row => row.FileId!.Value);
        var own = new OwnIdentities(tenant.Company);
        return new TrayView(shown, counts, files.ConvertAll(file => Row(file, proposals[file.Id], proofs[file.Id], FileSubject.Compare(file, own), choices)), choices);
    }

    // What is about another company is proposed nowhere, whatever was proposed before that was known.
    private static TrayRow Row(EvidenceFile file, IEnumerable<CellProposal> proposals, IEnumerable<OccurrenceProof> proofs, IdentityAnswer identity, CellChoices choices) => new(
        file,
        identity,
        [.. proposals.Where(_ => identity != IdentityAnswer.Other).Select(row => new TrayProposal(row.Id, Cell(row.CommitmentId, row.OccurrenceKey, choices), row.Reason, row.Moment, row.AttestedBy, row.Doubts))],
        [.. proofs.DistinctBy(row => (row.CommitmentId, row.OccurrenceKey)).Select(row => new TrayPlace(row.Id, row.CommitmentId, row.OccurrenceKey, Cell(row.CommitmentId, row.OccurrenceKey, choices), row.Doubts))]);

    private static string Cell(Guid commitment, string key, CellChoices choices) => choices.Names.GetValueOrDefault(commitment, "?") + ", " + OccurrenceWords.Period(key);
}

/// <summary>What the page of dropped files shows.</summary>
/// <param name="Shown">The state that is listed; null when one file is shown alone.</param>
public sealed record TrayView(FileState? Shown, IReadOnlyDictionary<FileState, int> Counts, IReadOnlyList<TrayRow> Rows, CellChoices Choices)
{
    public int Count(FileState state) => Counts.GetValueOrDefault(state);
}

/// <param name="Identity">Whether the file is about this company.</param>
public sealed record TrayRow(EvidenceFile File, IdentityAnswer Identity, IReadOnlyList<TrayProposal> Proposals, IReadOnlyList<TrayPlace> Places);

public sealed record TrayProposal(Guid Id, string Cell, ProofReason Reason, ProofMoment Moment, SourceClass AttestedBy, Doubt Doubts);

/// <param name="ProofId">One of the proofs that the file gives there.</param>
public sealed record TrayPlace(Guid ProofId, Guid CommitmentId, string OccurrenceKey, string Cell, Doubt Doubts);

/// <summary>What a person asked for and is asked about once more.</summary>
public sealed record AskedPlace(string? Commitment, string? Month, string? On);
