using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Evidence.Files;

/// <summary>
/// Files that a person sent: the sender and the subject are erased, with what repeats them on due dates. What a file itself says is evidence, and
/// so are the words of an imported log: they stay, and are shown as such.
/// </summary>
internal sealed class PersonalEvidence(Db db, IClock clock) : IPersonalData
{
    public int Order => 300;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var files = await FilesAsync(whom, token);
        var words = await db.Set<StoredWord>().AsNoTracking().Select(row => row.Text).AsAsyncEnumerable().Where(whom.IsIn).ToListAsync(token);
        return
        [
            new PersonalPiece(Texts.Privacy_Senders, [.. files.Select(row => (object)new { file = row.Name, sender = row.Sender, subject = row.Subject, received = row.ReceivedAt.ToString() })]),
            new PersonalPiece(
                Texts.Privacy_Typed,
                [.. (await TypedAsync(whom, token)).Select(row => (object)new { period = row.OccurrenceKey, words = row.Reason.Parts })]),
            new PersonalPiece(Texts.Privacy_Contents, [.. files.Where(row => row.ContentKept).Select(row => (object)new { file = row.Name, hash = row.Hash })], Texts.Privacy_ContentsKept),
            new PersonalPiece(Texts.Privacy_Events, [.. words.Distinct(StringComparer.Ordinal)], Texts.Privacy_EventsKept),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var ids = (await FilesAsync(whom, token)).ConvertAll(row => row.Id);
        var typed = (await TypedAsync(whom, token)).ConvertAll(row => row.Id);
        var proofs = db.Set<OccurrenceProof>()
            .Where(row => (row.FileId != null && ids.Contains(row.FileId.Value)) || typed.Contains(row.Id));
        foreach (var proof in await proofs.ToListAsync(token))
        {
            db.Entry(proof).Property(row => row.Reason).CurrentValue = Without(proof.Reason, whom);
        }

        foreach (var proposal in await db.Set<CellProposal>().Where(row => ids.Contains(row.FileId)).ToListAsync(token))
        {
            db.Entry(proposal).Property(row => row.Reason).CurrentValue = Without(proposal.Reason, whom);
        }

        if (ids.Count + typed.Count > 0)
        {
            // What is kept in memory of proofs holds senders: its key moves on.
            db.Record("NamesErased", new SubjectRef(OccurrenceProof.Kind, db.CompanyId), new { Count = ids.Count + typed.Count });
        }

        await db.SaveChangesAsync(token);
        await db.Set<EvidenceFile>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Sender, (string?)null).SetProperty(row => row.Subject, (string?)null), token);
        var (email, now) = (whom.Email?.ToLowerInvariant(), clock.GetCurrentInstant());
        await db.Set<PlacementRule>().Where(row => email != null && row.Sender == email).ExecuteUpdateAsync(set => set.SetProperty(row => row.Sender, "").SetProperty(row => row.RemovedAt, row => row.RemovedAt ?? now), token);
    }

    private static ProofReason Without(ProofReason reason, Whom whom) => reason.Parts.Any(whom.IsIn) ? reason with { Parts = [.. reason.Parts.Select(part => whom.IsIn(part) ? "…" : part)] } : reason;

    // What was typed in for a due date, in words of somebody's own, and has no file.
    private ValueTask<List<OccurrenceProof>> TypedAsync(Whom whom, CancellationToken token) =>
        db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId == null).AsAsyncEnumerable()
            .Where(row => row.Reason.Parts.Any(whom.IsIn)).ToListAsync(token);

    private ValueTask<List<EvidenceFile>> FilesAsync(Whom whom, CancellationToken token) =>
        db.Set<EvidenceFile>().AsNoTracking().Where(row => row.Sender != null || row.Subject != null).OrderBy(row => row.ReceivedAt).AsAsyncEnumerable()
            .Where(row => whom.IsIn(row.Sender) || whom.IsIn(row.Subject)).ToListAsync(token);
}
