using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Takes a mailbox for one reader, on however many nodes, and writes down how its look went: single statements, of which one node's wins.
/// A reader that dies leaves it after <see cref="Held"/>.
/// </summary>
internal sealed class HoldMailbox(Db db, IClock clock)
{
    public static readonly Duration Held = Duration.FromMinutes(6);

    private const int MaxPauseMinutes = 60;

    /// <returns>Whether it is this reader's now.</returns>
    public async Task<bool> TakeAsync(Guid mailboxId, Guid reader, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var until = now + Held;
        return await Row(mailboxId).Where(row => row.HeldBy == null || row.HeldBy == reader || row.HeldUntil <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldBy, reader).SetProperty(row => row.HeldUntil, until), token) == 1;
    }

    /// <summary>Goes on holding it.</summary>
    /// <exception cref="MailboxLost">Somebody else has it, or it is gone.</exception>
    public async Task KeepAsync(Guid mailboxId, Guid reader, CancellationToken token)
    {
        var until = clock.GetCurrentInstant() + Held;
        if (await Row(mailboxId).Where(row => row.HeldBy == reader)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until), token) == 0)
        {
            throw new MailboxLost();
        }
    }

    public Task LeaveAsync(Guid mailboxId, Guid reader) => Row(mailboxId).Where(row => row.HeldBy == reader)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldBy, (Guid?)null));

    /// <summary>Writes down how far it was read.</summary>
    public Task ReachAsync(Guid mailboxId, Guid reader, long uidValidity, long lastUid, CancellationToken token) => Row(mailboxId)
        .Where(row => row.HeldBy == reader)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.UidValidity, uidValidity).SetProperty(row => row.LastUid, lastUid), token);

    public Task LookedAsync(Guid mailboxId, Guid reader, int everyMinutes, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var next = now + Duration.FromMinutes(everyMinutes);
        return Row(mailboxId).Where(row => row.HeldBy == reader)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LookedAt, now).SetProperty(row => row.NextLookAt, next)
                .SetProperty(row => row.Failures, 0).SetProperty(row => row.Problem, (string?)null)
                .SetProperty(row => row.ProblemSince, (Instant?)null), token);
    }

    /// <summary>Each time it fails it is left alone twice as long, for an hour at most.</summary>
    public async Task FailedAsync(Guid mailboxId, string problem)
    {
        var now = clock.GetCurrentInstant();
        var failures = await Row(mailboxId).Select(row => row.Failures).SingleOrDefaultAsync() + 1;
        var next = now + Duration.FromMinutes(Math.Min(MaxPauseMinutes, Math.Pow(2, Math.Min(failures, 10) - 1)));
        var said = problem.Cut(Mailbox.MaxProblemLength);
        await Row(mailboxId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Failures, failures).SetProperty(row => row.Problem, said)
            .SetProperty(row => row.ProblemSince, row => row.ProblemSince ?? now).SetProperty(row => row.NextLookAt, next));
    }

    private IQueryable<MailboxReading> Row(Guid mailboxId) => db.Set<MailboxReading>().Where(row => row.MailboxId == mailboxId);
}

/// <summary>Another node reads the mailbox by now, or it was removed: this one stops.</summary>
public sealed class MailboxLost : Exception;
