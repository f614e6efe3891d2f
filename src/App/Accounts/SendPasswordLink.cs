using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.App.Accounts;

/// <summary>
/// Mails a link that lets a person choose a new password, at most one in five minutes. To an unknown address nothing is sent, and the page
/// says the same after the same time.
/// </summary>
internal sealed class SendPasswordLink(UserManager<Account> accounts, Outbox outbox, Db db, IClock clock, PasswordLink links)
{
    private static readonly Duration _pause = Duration.FromMinutes(5);
    private static readonly TimeSpan _answer = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync(string email, string address, CancellationToken token)
    {
        var started = Stopwatch.GetTimestamp();
        if (await accounts.FindByEmailAsync(email) is { } account && await TakeTurnAsync(account.Id, token))
        {
            var link = links.Of(account, outbox.LinksTo(address), company: null);
            outbox.Send(account.Email!, Texts.Forgotten_MailSubject, Texts.Forgotten_MailBody.With(account.DisplayName, link));
            await db.SaveChangesAsync(token);
        }

        if (_answer - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, token);
        }
    }

    // One statement: of several askings at once one is answered.
    private async Task<bool> TakeTurnAsync(Guid accountId, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        return await db.Users.Where(row => row.Id == accountId && (row.PasswordLinkAt == null || row.PasswordLinkAt <= now - _pause))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordLinkAt, now), token) == 1;
    }
}
