using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Notices.Escalations;

/// <summary>Where a person was written to or took care of something, by name. That somebody was and did stays; who it was goes.</summary>
internal sealed class PersonalEscalations(Db db) : IPersonalData
{
    public int Order => 420;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var rows = await ReadAsync(whom, token);
        return
        [
            new PersonalPiece(Texts.Escalation_Privacy,
            [
                .. rows.Select(row =>
                    (object)new { obligation = row.Notice.Obligation, at = row.Notice.At.ToString(), to = row.Recipient?.Email }),
            ]),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var rows = await ReadAsync(whom, token);
        var (answers, recipients) = (rows.Where(row => whom.IsCalled(row.Notice.AnsweredBy ?? "")).Select(row => row.Notice.Id).ToList(),
            rows.Select(row => row.Recipient).OfType<EscalationRecipient>().ToList());
        var (mine, instead) = (recipients.FindAll(row => IsTo(row, whom)).ConvertAll(row => row.Id),
            recipients.FindAll(row => whom.IsCalled(row.InsteadOf ?? "")).ConvertAll(row => row.Id));
        var erased = await db.Set<EscalationNotice>().Where(row => answers.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AnsweredBy, ""), token);
        erased += await db.Set<EscalationRecipient>().Where(row => mine.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "").SetProperty(row => row.Email, ""), token);
        erased += await db.Set<EscalationRecipient>().Where(row => instead.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.InsteadOf, ""), token);
        if (erased > 0)
        {
            db.Record("EscalationNamesErased", new SubjectRef(EscalationNotice.Kind, db.CompanyId), new { Count = erased });
            await db.SaveChangesAsync(token);
        }
    }

    private static bool IsTo(EscalationRecipient row, Whom whom) =>
        whom.IsCalled(row.Name) || whom.IsIn(row.Email) || (row.AccountId is { } account && account == whom.AccountId);

    private async Task<List<(EscalationNotice Notice, EscalationRecipient? Recipient)>> ReadAsync(Whom whom, CancellationToken token)
    {
        var rows = await (from notice in db.Set<EscalationNotice>().AsNoTracking()
                          join recipient in db.Set<EscalationRecipient>() on notice.Id equals recipient.NoticeId into recipients
                          from recipient in recipients.DefaultIfEmpty()
                          orderby notice.Id
                          select new { notice, recipient }).ToListAsync(token);
        return rows.ConvertAll(row => (row.notice, (EscalationRecipient?)row.recipient))
            .FindAll(row => whom.IsCalled(row.notice.AnsweredBy ?? "")
                || (row.Item2 is { } to && (IsTo(to, whom) || whom.IsCalled(to.InsteadOf ?? ""))));
    }
}
