using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Enters a mailbox, or changes one. What the owner states about it is kept with who stated it and when.</summary>
public sealed class SaveMailbox(Db db, Tenant tenant, MailboxSecret secrets, IClock clock)
{
    internal DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    internal async Task<MailboxInput> PrepareAsync(Guid? id, CancellationToken token) => id is { } known
        ? MailboxInput.Of(await FindAsync(db.Set<Mailbox>().AsNoTracking(), known, token))
        : MailboxInput.New(Today);

    internal static async Task<Mailbox> FindAsync(IQueryable<Mailbox> mailboxes, Guid id, CancellationToken token) =>
        await mailboxes.SingleOrDefaultAsync(row => row.Id == id && row.RemovedAt == null, token) ?? throw new NotFound();

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved it since the form was opened.</exception>
    /// <exception cref="Kernel.Refused">Something is missing, or the statement is not made.</exception>
    public async Task<Guid> RunAsync(Guid? id, MailboxInput input, CancellationToken token)
    {
        var mailbox = id is { } known ? await FindAsync(db.Set<Mailbox>(), known, token) : null;
        input.Check(Today);
        var now = clock.GetCurrentInstant();
        var isNew = mailbox is null;
        if (mailbox is not null)
        {
            db.Entry(mailbox).Property(row => row.Version).OriginalValue = input.Version;
        }
        else
        {
            db.Add(mailbox = Mailbox.Create());
            db.Add(MailboxReading.Begin(mailbox.Id, now));
        }

        var place = (mailbox.Host, mailbox.User, mailbox.Folder, mailbox.SignIn);
        mailbox.Describe(input, input.Since ?? Today);
        mailbox.Declare(input.Use!.Value, input.Reason!.Trim(), tenant.AccountId, now);
        KeepSecret(mailbox, input, isElsewhere: !isNew && place != (mailbox.Host, mailbox.User, mailbox.Folder, mailbox.SignIn));
        if (!isNew && place != (mailbox.Host, mailbox.User, mailbox.Folder, mailbox.SignIn))
        {
            await BeginAnewAsync(mailbox.Id, now, token);
        }

        db.Record(isNew ? "MailboxEntered" : "MailboxChanged", mailbox.Ref,
            new { mailbox.Address, mailbox.Host, mailbox.Folder, Use = mailbox.Use.ToString(), mailbox.Reason });
        await db.SaveChangesAsync(token);
        return mailbox.Id;
    }

    // What one types in once is sent to no other server: a password for another place is asked anew.
    private void KeepSecret(Mailbox mailbox, MailboxInput input, bool isElsewhere)
    {
        if (mailbox.SignIn == MailboxSignIn.Password && !string.IsNullOrEmpty(input.Password))
        {
            mailbox.KeepSecret(secrets.Protect(mailbox.Id, input.Password));
        }
        else if (isElsewhere)
        {
            mailbox.KeepSecret(null);
        }
    }

    private Task<int> BeginAnewAsync(Guid mailboxId, Instant now, CancellationToken token) => db.Set<MailboxReading>()
        .Where(row => row.MailboxId == mailboxId)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.UidValidity, 0).SetProperty(row => row.LastUid, 0)
            .SetProperty(row => row.NextLookAt, now), token);
}

/// <summary>Stops reading a mailbox for a while, or goes on.</summary>
public sealed class PauseMailbox(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, bool isPaused, CancellationToken token)
    {
        var mailbox = await SaveMailbox.FindAsync(db.Set<Mailbox>(), id, token);
        if (isPaused == mailbox.PausedAt is not null)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        mailbox.Pause(isPaused ? now : null);
        db.Record(isPaused ? "MailboxPaused" : "MailboxResumed", mailbox.Ref, new { mailbox.Address });
        await db.SaveChangesAsync(token);
        await db.Set<MailboxReading>().Where(row => row.MailboxId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextLookAt, now).SetProperty(row => row.Failures, 0), token);
    }
}

/// <summary>Gives a mailbox up: its password is forgotten at once. What it took stays evidence.</summary>
public sealed class RemoveMailbox(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var mailbox = await SaveMailbox.FindAsync(db.Set<Mailbox>(), id, token);
        mailbox.Remove(clock.GetCurrentInstant());
        db.Record("MailboxRemoved", mailbox.Ref, new { mailbox.Address });
        await db.SaveChangesAsync(token);
    }
}
