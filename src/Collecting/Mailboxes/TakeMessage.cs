using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Recognition.Contents;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Takes one message: the way that dropped files go, whole, with its headers and its hash, and its attachments with it; then what its
/// signature says, and what it answers. Cut off in the middle and begun again it takes nothing twice: the content is known by its hash.
/// </summary>
internal sealed class TakeMessage(Db db, FileStore store, ReceiveFile receive, ReadReceived read, IClock clock)
{
    /// <returns>Its row, for the caller to save; null for an answer, which is saved with what it settles.</returns>
    public async Task<MailboxMessage?> RunAsync(
        Mailbox mailbox, SeenMessage seen, MessageVerdict verdict, Stream content, CancellationToken token)
    {
        read.Attribute(seen, verdict.Rule);
        var name = ReadMail.FileName(seen.Subject, (int)Math.Min(seen.Uid, int.MaxValue));
        var received = await receive.RunAsync(content, name, "message/rfc822", keepContent: true, place: null, token);
        using var message = seen.IsSigned || verdict.Secrets.Count > 0 ? await OpenAsync(received.Id, token) : null;
        var dkim = message is null ? DkimFinding.None : await read.DkimAsync(message, seen, token);
        var taken = MailboxMessage.Take(
            mailbox.Id, seen, new TakenAs(received.Id, dkim, verdict.Rule?.Id), clock.GetCurrentInstant());
        if (verdict.Secrets.Count == 0)
        {
            return taken;
        }

        await using var transaction = await db.BeginAloneAsync(token);
        await read.AnswerAsync(taken, seen, verdict, message, token);
        await SaveAsync(taken, token);
        await transaction.CommitAsync(token);
        return null;
    }

    private async Task<MimeMessage?> OpenAsync(Guid fileId, CancellationToken token)
    {
        var hash = await db.Set<EvidenceFile>().Where(row => row.Id == fileId && row.ContentKept).Select(row => row.Hash)
            .SingleOrDefaultAsync(token);
        return hash is null ? null : Parsed(await store.OpenAsync(hash, token));
    }

    private async Task SaveAsync(MailboxMessage taken, CancellationToken token)
    {
        try
        {
            db.Add(taken);
            await db.SaveChangesAsync(token);
            db.ChangeTracker.Clear();
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            db.StartOver();
            throw new MailboxLost();
        }
    }

    private static MimeMessage? Parsed(FileStream content)
    {
        try
        {
            ReadMail.SkipBlankLines(content);
            return MimeMessage.Load(content, persistent: true);
        }
        catch (FormatException)
        {
            content.Dispose();
            return null;
        }
    }
}
