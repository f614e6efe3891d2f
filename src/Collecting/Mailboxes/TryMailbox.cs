using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>How far a trial came.</summary>
/// <param name="Trouble">What stood in the way; null when nothing did.</param>
/// <param name="Messages">Messages in the folder.</param>
/// <param name="Waits">Whether the server says by itself when something comes.</param>
internal sealed record MailboxTrial(MailboxTrouble? Trouble, int Messages, bool Waits);

/// <summary>Tries a mailbox as it is set: connects, signs in, opens the folder, and takes nothing.</summary>
internal sealed class TryMailbox(Db db, OpenMailbox open, IClock clock)
{
    private const int PatienceSeconds = 20;

    public async Task<MailboxTrial> RunAsync(Guid id, CancellationToken token)
    {
        var mailbox = await SaveMailbox.FindAsync(db.Set<Mailbox>(), id, token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(TimeSpan.FromSeconds(PatienceSeconds));
        try
        {
            using var client = await open.RunAsync(mailbox, patience.Token);
            var folder = await OpenMailbox.FolderAsync(client, mailbox, patience.Token);
            await LookSoonAsync(id, token);
            return new MailboxTrial(null, folder.Count, client.Capabilities.HasFlag(MailKit.Net.Imap.ImapCapabilities.Idle));
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return await FailedAsync(id, new MailboxTrouble(TroubleKind.NoAnswer, ""), token);
        }
        catch (Exception problem) when (MailboxTrouble.Is(problem))
        {
            return await FailedAsync(id, MailboxTrouble.Of(problem), token);
        }
    }

    private async Task<MailboxTrial> FailedAsync(Guid id, MailboxTrouble trouble, CancellationToken token)
    {
        var (now, said) = (clock.GetCurrentInstant(), trouble.ToString().Cut(Mailbox.MaxProblemLength));
        await db.Set<MailboxReading>().Where(row => row.MailboxId == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Problem, said).SetProperty(row => row.ProblemSince, row => row.ProblemSince ?? now), token);
        return new MailboxTrial(trouble, 0, Waits: false);
    }

    // What stood in the way is mended: it need not wait for its next turn.
    private Task<int> LookSoonAsync(Guid id, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        return db.Set<MailboxReading>().Where(row => row.MailboxId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextLookAt, now).SetProperty(row => row.Failures, 0)
                .SetProperty(row => row.Problem, (string?)null).SetProperty(row => row.ProblemSince, (Instant?)null), token);
    }
}
