using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Evidence.Recognition;

namespace Pupitre.ServiceLevels.Evidence.Files;

/// <summary>Accepts or refuses proposed cells, one or all at once.</summary>
internal sealed class AnswerProposals(Db db, Tenant tenant, IClock clock)
{
    /// <summary>Proposals accepted with one click.</summary>
    public const int MaxAtOnce = 1_000;

    /// <param name="ids">The proposals; null for all that are open.</param>
    public async Task<int> AcceptAsync(IReadOnlyList<Guid>? ids, CancellationToken token)
    {
        var open = await db.Set<CellProposal>().Where(row => row.State == ProposalState.Open && (ids == null || ids.Contains(row.Id))).OrderBy(row => row.Id).Take(MaxAtOnce).ToListAsync(token);
        var fileIds = open.Select(row => row.FileId).Distinct().ToList();
        var files = await db.Set<EvidenceFile>().Where(row => fileIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        foreach (var proposal in open)
        {
            var file = files[proposal.FileId];
            db.AddRange(Proofs.Of(file, proposal.CommitmentId, proposal.OccurrenceKey, proposal.Moment, proposal.AttestedBy, proposal.Reason, clock.GetCurrentInstant(), tenant.AccountId));
            proposal.Answer(ProposalState.Accepted);
            file.MoveTo(FileState.Placed);
            db.Record("EvidencePlaced", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, Commitment = proposal.CommitmentId, Occurrence = proposal.OccurrenceKey, Source = proposal.AttestedBy.ToString() });
        }

        await db.SaveChangesAsync(token);
        return open.Count;
    }

    public async Task RefuseAsync(Guid id, CancellationToken token)
    {
        var proposal = await db.Set<CellProposal>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        proposal.Answer(ProposalState.Refused);
        var file = await db.Set<EvidenceFile>().SingleAsync(row => row.Id == proposal.FileId, token);
        if (!await db.Set<CellProposal>().AnyAsync(row => row.FileId == file.Id && row.State == ProposalState.Open && row.Id != id, token))
        {
            file.MoveTo(FileState.Tray);
        }

        db.Record("ProposalRefused", new SubjectRef(EvidenceFile.Kind, file.Id), new { proposal.CommitmentId, proposal.OccurrenceKey });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Puts a file of the tray where a person says, and remembers it when asked.</summary>
internal sealed class PlaceFile(Db db, ProposeCells propose, Tenant tenant, IClock clock)
{
    private const int WordsRemembered = 3;
    private const int MinWordLength = 3;

    public async Task RunAsync(Guid fileId, Guid commitmentId, DateOnly month, bool remember, CancellationToken token)
    {
        await propose.OpenAsync(token);
        var file = await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
        var key = propose.KeyOf(commitmentId, month) ?? throw new Refused(Texts.Tray_NotASchedule, "Commitment");
        var now = clock.GetCurrentInstant();
        var moment = file.ReceiptAt is { } at ? ProofMoment.Of(at) : file.ReceiptOn is { } on ? ProofMoment.Of(on) : file.StatedInTime is { } stated ? ProofMoment.Of(stated) : ProofMoment.NoLaterThan(file.ReceivedAt);
        db.AddRange(Proofs.Of(file, commitmentId, key, moment, file.AttestedBy, Texts.Reason_ByHand, now, tenant.AccountId));
        await db.Set<CellProposal>().Where(row => row.FileId == fileId && row.State == ProposalState.Open).ForEachAsync(row => row.Answer(ProposalState.Refused), token);
        file.MoveTo(FileState.Placed);
        if (remember && WordingOf(file) is { Length: > 0 } wording)
        {
            var rule = PlacementRule.Create(Folded.Of(file.Sender), wording, commitmentId, now, tenant.AccountId);
            db.Add(rule);
            db.Record("PlacementRemembered", new SubjectRef(PlacementRule.Kind, rule.Id), new { rule.Sender, rule.Wording, commitmentId });
        }

        db.Record("EvidencePlaced", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, Commitment = commitmentId, Occurrence = key, Source = file.AttestedBy.ToString() });
        await db.SaveChangesAsync(token);
    }

    public async Task DismissAsync(Guid fileId, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
        file.MoveTo(FileState.Dismissed);
        db.Record("EvidenceDismissed", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name });
        await db.SaveChangesAsync(token);
    }

    // Words of the subject or name without months, years and numbers: those change with each file.
    private static string WordingOf(EvidenceFile file) => string.Join(' ', Folded.Of(file.Subject ?? Path.GetFileNameWithoutExtension(file.Name))
        .Split([' ', '-', '_', '.', ':', ',', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= MinWordLength && !word.Any(char.IsAsciiDigit) && !DatesInText.IsMonth(word))
        .Take(WordsRemembered));
}
