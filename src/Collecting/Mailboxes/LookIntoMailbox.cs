using System.Diagnostics;
using MailKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Looks once at all that is new in a mailbox, in the order in which it arrived. How far it came is written down after each batch: whoever
/// is cut off begins that batch again, and a message that is known is passed over, by its name and by its content.
/// </summary>
internal sealed class LookIntoMailbox(Db db, HoldMailbox hold, OpenWeighing open, IServiceProvider services, IClock clock)
{
    /// <summary>Messages of which the server is asked at once.</summary>
    public const int Batch = 100;

    /// <summary>Large messages take their time: whoever reads says in between that they still do.</summary>
    private static readonly TimeSpan _keepEvery = TimeSpan.FromMinutes(1);

    /// <returns>How many were taken.</returns>
    /// <exception cref="MailboxLost">Somebody else reads it by now.</exception>
    public async Task<int> RunAsync(Mailbox mailbox, Guid reader, IMailFolder folder, CancellationToken token)
    {
        var reading = await db.Set<MailboxReading>().AsNoTracking().SingleAsync(row => row.MailboxId == mailbox.Id, token);
        var last = reading.UidValidity == folder.UidValidity ? reading.LastUid : 0;
        var fresh = await ReadMailHead.NewAsync(folder, last, mailbox.Since, token);
        var weigh = await open.RunAsync(mailbox, token);
        var taken = 0;
        foreach (var batch in fresh.Chunk(Batch))
        {
            await hold.KeepAsync(mailbox.Id, reader, token);
            taken += await BatchAsync(mailbox, weigh, folder, batch, () => hold.KeepAsync(mailbox.Id, reader, token), token);
            await hold.ReachAsync(mailbox.Id, reader, folder.UidValidity, batch[^1].Id, token);
        }

        if (fresh.Count == 0 && reading.UidValidity != folder.UidValidity)
        {
            await hold.ReachAsync(mailbox.Id, reader, folder.UidValidity, 0, token);
        }

        await hold.LookedAsync(mailbox.Id, reader, mailbox.EveryMinutes, token);
        return taken;
    }

    private async Task<int> BatchAsync(
        Mailbox mailbox, WeighMessage weigh, IMailFolder folder, IList<UniqueId> uids, Func<Task> keep, CancellationToken token)
    {
        var kept = Stopwatch.GetTimestamp();
        var seen = await ReadMailHead.OfAsync(folder, uids, token);
        var names = seen.Select(message => message.Identity).ToList();
        var known = (await db.Set<MailboxMessage>().Where(row => row.MailboxId == mailbox.Id && names.Contains(row.Identity))
            .Select(row => row.Identity).ToListAsync(token)).ToHashSet(StringComparer.Ordinal);
        var (rows, taken) = (new List<MailboxMessage>(), 0);
        await using var several = ActivatorUtilities.CreateInstance<TakeSeveral>(services);
        foreach (var message in seen.Where(message => known.Add(message.Identity)))
        {
            if (Stopwatch.GetElapsedTime(kept) > _keepEvery)
            {
                await keep();
                kept = Stopwatch.GetTimestamp();
            }

            var verdict = weigh.Run(message);
            var why = verdict.Left;
            if (why is null && await ContentAsync(folder, message, token) is { } content)
            {
                await TakeAsync(mailbox, several, rows, (message, verdict, content), token);
                taken++;
            }
            else
            {
                rows.Add(MailboxMessage.Leave(mailbox.Id, message, why ?? LeftReason.Unreadable, clock.GetCurrentInstant()));
            }
        }

        rows.AddRange(await several.EndAsync());
        await SaveAsync(() => db.AddRange(rows), token);
        return taken;
    }

    // Answers are taken one after the other, as they came: of two to the same question the first one settles it.
    private static async Task TakeAsync(
        Mailbox mailbox, TakeSeveral several, List<MailboxMessage> rows, (SeenMessage Seen, MessageVerdict Verdict, Stream Content) message,
        CancellationToken token)
    {
        var isAnswer = message.Verdict.Secrets.Count > 0;
        if (isAnswer)
        {
            rows.AddRange(await several.EndAsync());
        }

        await several.BeginAsync(mailbox, message.Seen, message.Verdict, message.Content, token);
        if (isAnswer)
        {
            rows.AddRange(await several.EndAsync());
        }
    }

    // Removed by somebody between two words with the server: there is nothing to take any more.
    private static async Task<Stream?> ContentAsync(IMailFolder folder, SeenMessage message, CancellationToken token)
    {
        try
        {
            return await folder.GetStreamAsync(new UniqueId(folder.UidValidity, message.Uid), "", token);
        }
        catch (Exception gone) when (gone is MessageNotFoundException or MailKit.Net.Imap.ImapCommandException)
        {
            return null;
        }
    }

    private async Task SaveAsync(Action add, CancellationToken token)
    {
        try
        {
            add();
            await db.SaveChangesAsync(token);
            db.ChangeTracker.Clear();
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            db.StartOver();
            throw new MailboxLost();
        }
    }
}
