using MailKit;
using MailKit.Net.Imap;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Stays with one mailbox: looks into it, waits until the server says that something came (IDLE), and looks again. Leaves when it is
/// paused or changed, when the server cannot wait, or when something stands in the way, which is written down.
/// </summary>
internal sealed partial class WatchMailbox(IServiceScopeFactory scopes, ILogger<WatchMailbox> logger)
{
    /// <summary>How long one wait lasts at most: shorter than the mailbox is held, and than servers let one wait.</summary>
    private static readonly TimeSpan _wait = TimeSpan.FromMinutes(2);

    /// <param name="stays">Whether to wait for what comes next; else one look is all.</param>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> RunAsync(Company company, Guid mailboxId, bool stays, CancellationToken token)
    {
        var reader = Guid.CreateVersion7();
        if (!await InsideAsync(company, services => services.GetRequiredService<HoldMailbox>().TakeAsync(mailboxId, reader, token)))
        {
            return 0;
        }

        try
        {
            return await StayAsync(company, mailboxId, reader, stays, token);
        }
        catch (MailboxLost)
        {
            return 0;
        }
        catch (Exception problem) when (!token.IsCancellationRequested && MailboxTrouble.Is(problem))
        {
            // The server's words may name people: they are kept for the owner, and stay out of the log.
            NotRead(mailboxId, problem.GetType().Name);
            await InsideAsync(company, async services =>
            {
                await services.GetRequiredService<HoldMailbox>().FailedAsync(mailboxId, MailboxTrouble.Of(problem).ToString());
                return true;
            });
            return 0;
        }
        finally
        {
            await InsideAsync(company, async services =>
            {
                await services.GetRequiredService<HoldMailbox>().LeaveAsync(mailboxId, reader);
                return true;
            });
        }
    }

    private async Task<int> StayAsync(Company company, Guid mailboxId, Guid reader, bool stays, CancellationToken token)
    {
        var mailbox = await ReadAsync(company, mailboxId, token);
        if (mailbox is not { IsRead: true })
        {
            return 0;
        }

        using var client = await InsideAsync(company, services => services.GetRequiredService<OpenMailbox>().RunAsync(mailbox, token));
        var folder = await OpenMailbox.FolderAsync(client, mailbox, token);
        var taken = 0;
        do
        {
            taken += await InsideAsync(company, services =>
                services.GetRequiredService<LookIntoMailbox>().RunAsync(mailbox, reader, folder, token));
        }
        while (stays && client.Capabilities.HasFlag(ImapCapabilities.Idle)
            && await WaitAsync(company, mailboxId, reader, (client, folder), token)
            && await ReadAsync(company, mailboxId, token) is { IsRead: true } same && same.Version == mailbox.Version);
        return taken;
    }

    private Task<Mailbox?> ReadAsync(Company company, Guid mailboxId, CancellationToken token) => InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<Mailbox>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == mailboxId, token));

    // What comes while nobody waits is found by the look after it: the server says it at the next word.
    private async Task<bool> WaitAsync(
        Company company, Guid mailboxId, Guid reader, (MailboxClient Client, IMailFolder Folder) open, CancellationToken token)
    {
        using var done = new CancellationTokenSource(_wait);
        void Came(object? sender, EventArgs change) => done.Cancel();
        open.Folder.CountChanged += Came;
        try
        {
            await open.Client.IdleAsync(done.Token, token);
        }
        finally
        {
            open.Folder.CountChanged -= Came;
        }

        return await InsideAsync(company, async services =>
        {
            await services.GetRequiredService<HoldMailbox>().KeepAsync(mailboxId, reader, token);
            return true;
        });
    }

    private async Task<T> InsideAsync<T>(Company company, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        using var spoken = InLanguage.Speak(InLanguage.French);
        return await act(scope.ServiceProvider);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mailbox {Mailbox} could not be read: {Problem}")]
    private partial void NotRead(Guid mailbox, string problem);
}
