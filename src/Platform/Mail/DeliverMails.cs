using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Quartz;

namespace Pupitre.Platform.Mail;

/// <summary>
/// Sends what waits in the outbox, one mail at a time, and writes down how each attempt went. Several nodes may look at once: the one that
/// counts the attempt makes it.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class DeliverMails(Db db, DataPlace place, SendMail send, IClock clock, ILogger<DeliverMails> logger) : IJob
{
    public const int EverySeconds = 10;
    private const int Batch = 50;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var token = cancellationToken;
        var now = clock.GetCurrentInstant();
        var waiting = await db.Set<OutgoingMail>()
            .Where(mail => mail.SentAt == null && !mail.IsHeld && mail.SentByHandOn == null && mail.Attempts < OutgoingMail.MaxAttempts && mail.NextAttemptAt <= now)
            .OrderBy(mail => mail.CreatedAt).Take(Batch).ToListAsync(token);
        foreach (var mail in waiting)
        {
            if (await ClaimAsync(mail, now, token))
            {
                await DeliverAsync(mail, token);
                await KeepAsync(mail, token);
            }
        }
    }

    // The attempt is counted before it is made, in one statement that only one node's look can win.
    private async Task<bool> ClaimAsync(OutgoingMail mail, Instant now, CancellationToken token)
    {
        var (attempts, next) = (mail.Attempts + 1, OutgoingMail.NextAfter(mail.Attempts + 1, now));
        var won = await db.Set<OutgoingMail>().Where(row => row.Id == mail.Id && row.SentAt == null && row.SentByHandOn == null && row.Attempts == mail.Attempts && row.NextAttemptAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, attempts).SetProperty(row => row.NextAttemptAt, next), token) == 1;
        await db.Entry(mail).ReloadAsync(token);
        return won;
    }

    // A company may be removed while one of its mails is on its way: then nothing is left of it, and the others go on.
    private async Task KeepAsync(OutgoingMail mail, CancellationToken token)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            await db.SaveChangesAsync(token);
            if (mail is { CompanyId: { } company, SentAt: not null })
            {
                await LedgerChain.CountAsync(db, company, OutgoingMail.TakenKind, token);
            }

            await transaction.CommitAsync(token);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(mail).State = EntityState.Detached;
            new WrittenMails(place).Remove([mail.Id]);
        }
    }

    private async Task DeliverAsync(OutgoingMail mail, CancellationToken token)
    {
        try
        {
            using var message = Message(mail, send.Settings.From);
            await (send.Settings.HasServer ? send.RunAsync(message, token) : WriteAsync(message, mail.Id, token));
            mail.Sent(clock.GetCurrentInstant(), isOnlyFile: !send.Settings.HasServer);
        }
        catch (Exception problem) when (problem is SmtpCommandException or SmtpProtocolException or AuthenticationException or IOException or System.Net.Sockets.SocketException or SslHandshakeException or ParseException or TimeoutException or NotSupportedException
            or TokenRefused or HttpRequestException or System.Text.Json.JsonException or Kernel.Refused)
        {
            // The address and the text of the mail stay out of the log.
            NotSent(mail.Id, mail.Attempts, problem.GetType().Name);
            mail.Failed(problem.Message);
        }
    }

    internal static MimeMessage Message(OutgoingMail mail, string from)
    {
        var message = new MimeMessage { Subject = mail.Subject, Body = new TextPart("plain") { Text = mail.Body }, MessageId = Replies.ReplyToken.MessageId(mail.Id, mail.ReplyToken) };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(mail.To));
        if (mail.ReplyTo is not null)
        {
            message.ReplyTo.Add(MailboxAddress.Parse(mail.ReplyTo));
        }

        return message;
    }

    private async Task WriteAsync(MimeMessage message, Guid id, CancellationToken token)
    {
        var folder = Path.Combine(place.Folder, "mail");
        PrivateFiles.CreateFolder(folder);
        await using (var file = PrivateFiles.Create(WrittenMails.PathOf(place, id), FileMode.Create))
        {
            await message.WriteToAsync(file, token);
            file.Flush(flushToDisk: true);
        }

        DiskFlush.Folder(folder);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was not sent at attempt {Attempt}: {Problem}")]
    private partial void NotSent(Guid mail, int attempt, string problem);
}
