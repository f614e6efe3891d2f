using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Files;

/// <summary>Keeps what a file is proposed for, and withholds it where the file is about another company.</summary>
public sealed class KeepProposals(Db db, Tenant tenant)
{
    public void Add(IEnumerable<CellProposal> proposals) => db.AddRange(proposals);

    /// <summary>A mail is about whom its attachments name. What is about another company is proposed nowhere.</summary>
    internal void HoldBack(EvidenceFile file, List<CellProposal> proposals)
    {
        var own = new OwnIdentities(tenant.Company);
        var named = file.Recognised == RecognisedKind.Mail && FileSubject.Compare(file, own) == IdentityAnswer.Unread
            ? db.ChangeTracker.Entries<EvidenceFile>().Select(entry => entry.Entity).Where(inner => inner.ParentId == file.Id && FileSubject.IdentityOf(inner) is not null)
                .OrderByDescending(inner => FileSubject.IsOthers(inner, own)).FirstOrDefault()
            : null;
        if (named is not null)
        {
            file.TakeSubject(named);
        }

        if (FileSubject.IsOthers(file, own))
        {
            proposals.ForEach(proposal => proposal.Answer(ProposalState.Withheld));
            file.MoveTo(file.State == FileState.Proposed ? file.StateOnceFree(hasProposals: false) : file.State);
        }
    }
}
