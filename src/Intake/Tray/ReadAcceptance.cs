using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Tray;

/// <summary>Reads what "accept all" would do: which file would stand on which due date, and what would be left out and why.</summary>
internal sealed class ReadAcceptance(Db db, Tenant tenant)
{
    /// <summary>Proposals shown, and accepted, at a time.</summary>
    public const int MaxShown = 200;

    private const int MaxUnfinished = 10;

    /// <param name="chosen">Files whose proposals are wanted; all of them when it is empty.</param>
    public async Task<AcceptanceView> RunAsync(IReadOnlyList<Guid> chosen, CancellationToken token)
    {
        var wanted = chosen.Take(ReadChoice.MaxFiles).ToList();
        var files = db.Set<EvidenceFile>().AsNoTracking().Where(file => file.State != FileState.Dismissed && (wanted.Count == 0 || wanted.Contains(file.Id)));
        var total = await db.Set<CellProposal>().Join(files, row => row.FileId, file => file.Id, (row, _) => row).CountAsync(row => row.State == ProposalState.Open, token);
        var open = await (from proposal in db.Set<CellProposal>().AsNoTracking()
                          join file in files on proposal.FileId equals file.Id
                          where proposal.State == ProposalState.Open
                          orderby proposal.Id
                          select new { proposal, file }).Take(MaxShown).ToListAsync(token);
        var ids = open.Select(row => row.proposal.CommitmentId).Distinct().ToList();
        var names = await db.Set<Commitment>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, token);
        var own = new OwnIdentities(tenant.Company);
        var rows = open.ConvertAll(row => new AcceptanceRow(row.proposal, row.file, names.GetValueOrDefault(row.proposal.CommitmentId, "?") + ", " + PeriodWords.Of(row.proposal.OccurrenceKey), FileSubject.Compare(row.file, own)));
        var accepted = rows.ToLookup(row => AnswerProposals.CanAccept(row.Proposal, row.File, own, isConfirmed: false));
        return new AcceptanceView([.. accepted[true]], [.. accepted[false]], total, await UnfinishedAsync(token));
    }

    // What is read in the background proposes its due dates once it has been read: whoever accepts before then would miss them.
    private Task<List<JobRun>> UnfinishedAsync(CancellationToken token) => db.Set<JobRun>().AsNoTracking()
        .Where(run => run.State == JobState.Running || run.State == JobState.Waiting)
        .OrderBy(run => run.CreatedAt).Take(MaxUnfinished).ToListAsync(token);
}

/// <param name="Accepted">What would be accepted.</param>
/// <param name="LeftOut">What would wait: about another company, or oddly dated.</param>
/// <param name="Total">Proposals that wait, shown or not.</param>
/// <param name="Unfinished">Long work of the company that is not over: it may still add proposals.</param>
internal sealed record AcceptanceView(
    IReadOnlyList<AcceptanceRow> Accepted,
    IReadOnlyList<AcceptanceRow> LeftOut,
    int Total,
    IReadOnlyList<JobRun> Unfinished);

internal sealed record AcceptanceRow(CellProposal Proposal, EvidenceFile File, string Cell, IdentityAnswer Identity);
