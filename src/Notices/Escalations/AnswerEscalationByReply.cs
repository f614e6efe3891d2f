using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Replies;

namespace Pupitre.Notices.Escalations;

/// <summary>"Oui" to a mail of a ladder: whoever was written to takes care of all that it was about. Any other word a person
/// reads.</summary>
internal sealed class AnswerEscalationByReply(Db db, AnswerEscalation answers) : IAnswersByMail
{
    public async Task<AnswerOutcome?> TakeAsync(Guid mailId, MailAnswer answer, CancellationToken token)
    {
        var asked = await (from recipient in db.Set<EscalationRecipient>()
                           join notice in db.Set<EscalationNotice>() on recipient.NoticeId equals notice.Id
                           where recipient.MailId == mailId
                           select new { recipient.Name, Notice = notice }).ToListAsync(token);
        if (asked.Count == 0)
        {
            return null;
        }

        if (answer.Whole is not { Word: AnswerWord.Yes })
        {
            return AnswerOutcome.Unclear;
        }

        var open = asked.FindAll(row => row.Notice.AnsweredAt is null);
        foreach (var row in open)
        {
            await answers.SaveAsync(row.Notice, row.Name, token);
        }

        return open.Count > 0 ? AnswerOutcome.Taken : AnswerOutcome.Late;
    }
}
