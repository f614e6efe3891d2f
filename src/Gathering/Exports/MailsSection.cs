using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.Gathering.Exports;

/// <summary>
/// The mails that were sent for the company. What was written to somebody with an account leaves without its words: an invitation holds a
/// link with which one signs in.
/// </summary>
internal sealed class MailsSection(Db db) : ExportSection
{
    public override string Name => "outgoing_mails";

    public override async Task<long> WriteAsync(Stream lines, CancellationToken token)
    {
        var mails = await db.Set<OutgoingMail>().AsNoTracking()
            .Where(mail => mail.CompanyId == db.CompanyId).OrderBy(mail => mail.Id).ToListAsync(token);
        var addresses = mails.Select(mail => mail.To.ToUpperInvariant()).Distinct().ToList();
        var accounts = await db.Users.Where(account => addresses.Contains(account.NormalizedEmail!))
            .Select(account => account.NormalizedEmail!).ToListAsync(token);
        foreach (var mail in mails)
        {
            var isToAccount = accounts.Contains(mail.To.ToUpperInvariant(), StringComparer.Ordinal);
            JsonLines.Write(lines, json =>
            {
                foreach (var (name, value) in Values(mail, isToAccount))
                {
                    json.WritePropertyName(name);
                    JsonLines.WriteValue(json, value);
                }
            });
        }

        return mails.Count;
    }

    private static (string Name, object? Value)[] Values(OutgoingMail mail, bool isToAccount) =>
    [
        ("id", mail.Id), ("company_id", mail.CompanyId), ("to", mail.To), ("reply_to", mail.ReplyToken is null ? mail.ReplyTo : null),
            ("subject", mail.Subject),
        ("body", isToAccount ? null : mail.Body), ("created_at", mail.CreatedAt), ("sent_at", mail.SentAt), ("attempts", mail.Attempts),
        ("last_error", mail.LastError), ("is_held", mail.IsHeld), ("sent_by_hand_on", mail.SentByHandOn),
    ];
}
