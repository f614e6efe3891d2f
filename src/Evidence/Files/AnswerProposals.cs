using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence.Files;

/// <summary>Accepts or refuses proposed cells, one or many at once.</summary>
public sealed class AnswerProposals(Db db, Tenant tenant, IClock clock)
{
    /// <summary>Proposals accepted with one click.</summary>
    public const int MaxAtOnce = 1_000;

    /// <summary>Accepts every open proposal about which nothing is odd.</summary>
    public async Task<int> AcceptAllAsync(CancellationToken token) =>
        await AcceptAsync(await db.Set<CellProposal>().Where(row => row.State == ProposalState.Open).OrderBy(row => row.Id).Take(MaxAtOnce).ToListAsync(token), isConfirmed: false, token);

    /// <param name="ids">The proposals.</param>
    /// <param name="isConfirmed">The person saw what is odd about the date and keeps it.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="Refused">One alone was asked for, and it cannot be accepted so.</exception>
    /// <returns>How many were accepted, and the file when they are all of one.</returns>
    public async Task<(int Count, Guid? FileId)> AcceptAsync(IReadOnlyList<Guid> ids, bool isConfirmed, CancellationToken token)
    {
        var asked = await db.Set<CellProposal>().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).Take(MaxAtOnce).ToListAsync(token);
        if (ids.Count == 1 && asked is not [{ State: ProposalState.Open or ProposalState.Withheld }])
        {
            throw asked.Count == 0 ? new NotFound() : new Refused(Texts.Proposal_Answered);
        }

        var count = await AcceptAsync(asked, isConfirmed, token);
        var files = asked.Select(row => row.FileId).Distinct().ToList();
        return count > 0 || ids.Count != 1 ? (count, files is [var only] ? only : null) : throw new Refused(Texts.Proposal_AskedOnceMore);
    }

    /// <returns>The file that had been proposed.</returns>
    public async Task<Guid> RefuseAsync(Guid id, CancellationToken token)
    {
        var proposal = await db.Set<CellProposal>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (proposal.State is not ProposalState.Open and not ProposalState.Withheld)
        {
            throw new Refused(Texts.Proposal_Answered);
        }

        proposal.Answer(ProposalState.Refused);
        var file = await db.Set<EvidenceFile>().SingleAsync(row => row.Id == proposal.FileId, token);
        if (!await db.Set<OccurrenceProof>().AnyAsync(row => row.FileId == file.Id && row.WithdrawnAt == null, token))
        {
            file.MoveTo(file.StateOnceFree(await db.Set<CellProposal>().AnyAsync(row => row.FileId == file.Id && row.State == ProposalState.Open && row.Id != id, token)));
        }

        var name = await db.Set<Commitment>().Where(row => row.Id == proposal.CommitmentId).Select(row => row.Name).FirstOrDefaultAsync(token);
        db.Record("ProposalRefused", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, proposal.CommitmentId, Commitment = name, Occurrence = proposal.OccurrenceKey });
        await db.SaveChangesAsync(token);
        return file.Id;
    }

    private async Task<int> AcceptAsync(List<CellProposal> asked, bool isConfirmed, CancellationToken token)
    {
        var fileIds = asked.Select(row => row.FileId).Distinct().ToList();
        var files = await db.Set<EvidenceFile>().Where(row => fileIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        var concerned = asked.Select(row => row.CommitmentId).Distinct().ToList();
        var names = await db.Set<Commitment>().Where(row => concerned.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, token);
        var own = new OwnIdentities(tenant.Company);
        var count = 0;
        foreach (var proposal in asked.Where(row => CanAccept(row, files[row.FileId], own, isConfirmed)))
        {
            Accept(proposal, files[proposal.FileId], names.GetValueOrDefault(proposal.CommitmentId, "?"));
            count++;
        }

        await db.SaveChangesAsync(token);
        return count;
    }

    /// <summary>Whether it may be accepted: it waits, its file was not put aside, it is not about another company, and what is odd about its date was confirmed.</summary>
    public static bool CanAccept(CellProposal proposal, EvidenceFile file, OwnIdentities own, bool isConfirmed) =>
        proposal.State is ProposalState.Open or ProposalState.Withheld && file.State != FileState.Dismissed && (isConfirmed || !proposal.Doubts.HasFlag(Doubt.BeforePeriod)) && !FileSubject.IsOthers(file, own);

    private void Accept(CellProposal proposal, EvidenceFile file, string commitment)
    {
        var placing = new Placing(proposal.CommitmentId, proposal.OccurrenceKey, proposal.Moment, proposal.AttestedBy, proposal.Doubts);
        db.AddRange(Proofs.Of(file, placing, proposal.Reason, clock.GetCurrentInstant(), tenant.AccountId));
        proposal.Answer(ProposalState.Accepted);
        file.MoveTo(FileState.Placed);
        db.Record("EvidencePlaced", new SubjectRef(EvidenceFile.Kind, file.Id), PlacedDetail.Of(file, placing, commitment));
    }
}
