using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Replies;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>An answer as it arrived.</summary>
internal sealed record ArrivedAnswer(string? From, IReadOnlyList<string> Secrets, DkimState Dkim, string Body);

/// <summary>
/// Hands an answer to whoever asked: when it bears the secret of one mail of this company, comes from the address that was asked, was not
/// changed on its way, and its first line is clear. Nothing is settled by any other.
/// </summary>
internal sealed class TakeAnswer(Db db, Tenant tenant, IEnumerable<IAnswersByMail> owners, IClock clock)
{
    public async Task<ReplyState> RunAsync(ArrivedAnswer arrived, CancellationToken token)
    {
        var mails = await db.Set<OutgoingMail>().AsNoTracking()
            .Where(mail => mail.ReplyToken != null && arrived.Secrets.Contains(mail.ReplyToken)).ToListAsync(token);
        if (WhyRefused(mails, arrived) is { } refused)
        {
            return refused;
        }

        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var answer = ReadAnswer.Of(arrived.Body, today);
        return answer.IsClear ? await GiveAsync(mails[0].Id, answer, token) : ReplyState.Unclear;
    }

    private ReplyState? WhyRefused(List<OutgoingMail> mails, ArrivedAnswer arrived) =>
        mails.Count == 0 ? ReplyState.UnknownToken
        : mails.Exists(mail => mail.CompanyId != tenant.CompanyId) ? ReplyState.OtherCompany
        : mails.Count > 1 ? ReplyState.Unclear
        : !mails[0].To.Trim().Equals(arrived.From?.Trim(), StringComparison.OrdinalIgnoreCase) ? ReplyState.OtherSender
        : arrived.Dkim == DkimState.Failed ? ReplyState.Forged
        : null;

    private async Task<ReplyState> GiveAsync(Guid mailId, MailAnswer answer, CancellationToken token)
    {
        foreach (var owner in owners)
        {
            if (await owner.TakeAsync(mailId, answer, token) is { } outcome)
            {
                return outcome switch
                {
                    AnswerOutcome.Taken => ReplyState.Taken,
                    AnswerOutcome.Late => ReplyState.Late,
                    _ => ReplyState.Unclear,
                };
            }
        }

        return ReplyState.Unclear;
    }
}
