using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Tenancy.Settings;

namespace Pupitre.Intake.Files;

/// <summary>Says that a paper which seems to be about another company is about this one: its number or name joins the company's identities.</summary>
internal sealed class ConfirmIdentity(Db db, ChangeIdentities change, Tenant tenant)
{
    public async Task RunAsync(Guid fileId, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
        if (!FileSubject.IsOthers(file, new OwnIdentities(tenant.Company)))
        {
            throw new Refused(Texts.Identity_AlreadyOurs.With(file.Name));
        }

        await change.AddAsync(FileSubject.IdentityOf(file), file.Name, token);
        await ProposeAgainAsync(token);
    }

    // What had been held back for that reason is proposed, in every file that it concerns.
    private async Task ProposeAgainAsync(CancellationToken token)
    {
        var own = new OwnIdentities(tenant.Company);
        var held = await db.Set<CellProposal>().Where(row => row.State == ProposalState.Withheld).OrderBy(row => row.Id).Take(AnswerProposals.MaxAtOnce).ToListAsync(token);
        var fileIds = held.Select(row => row.FileId).Distinct().ToList();
        var files = await db.Set<EvidenceFile>().Where(row => fileIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        foreach (var proposal in held.Where(row => !FileSubject.IsOthers(files[row.FileId], own)))
        {
            proposal.Answer(ProposalState.Open);
            files[proposal.FileId].MoveTo(files[proposal.FileId].State == FileState.Placed ? FileState.Placed : FileState.Proposed);
        }

        await db.SaveChangesAsync(token);
    }
}
