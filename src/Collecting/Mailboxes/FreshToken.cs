using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// The token of a mailbox, renewed shortly before it ceases to work. The renewed one is kept before it is used: some places revoke the old
/// one at that moment.
/// </summary>
internal sealed class FreshToken(Db db, MailboxSecret secrets, TokenPlace place, IClock clock)
{
    public async Task<string> RunAsync(Mailbox mailbox, CancellationToken token)
    {
        var known = secrets.OpenTokens(mailbox.Id, mailbox.Secret!);
        if (known.IsFresh(clock.GetCurrentInstant()))
        {
            return known.Access;
        }

        if (known.Refresh is null)
        {
            throw new Refused(Texts.Mailbox_NotSignedIn);
        }

        var oauth = mailbox.OAuth!;
        var answer = await place.AskAsync(oauth.TokenEndpoint, token, ("grant_type", "refresh_token"), ("refresh_token", known.Refresh),
            ("client_id", oauth.ClientId), ("scope", oauth.Scope));
        var fresh = answer.Tokens(clock.GetCurrentInstant(), known.Refresh);
        var secret = secrets.Protect(mailbox.Id, fresh);
        await db.Set<Mailbox>().Where(row => row.Id == mailbox.Id && row.Secret == mailbox.Secret)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Secret, secret), token);
        mailbox.KeepSecret(secret);
        return fresh.Access;
    }
}
