using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>A code that the owner enters on the page of whoever keeps the mailbox, to let the program read it.</summary>
/// <param name="DeviceCode">What the program shows that place in turn: no reader sees it.</param>
/// <param name="UserCode">What the owner enters.</param>
/// <param name="Page">Where it is entered.</param>
/// <param name="Until">Until when, in seconds since 1970.</param>
internal sealed record DeviceCode(string DeviceCodeValue, string UserCode, string Page, long Until);

/// <summary>
/// Signs in without a password (RFC 8628): the owner is shown a code, enters it elsewhere, where their second factor is asked for as well,
/// and comes back. The program never sees their password.
/// </summary>
internal sealed class SignInMailbox(Db db, MailboxSecret secrets, TokenPlace place, IClock clock)
{
    private const int UsualSeconds = 900;

    /// <summary>The code that waits to be entered; null when none does.</summary>
    public DeviceCode? PendingOf(Mailbox mailbox)
    {
        if (mailbox.PendingSignIn is not { } pending)
        {
            return null;
        }

        var code = JsonSerializer.Deserialize<DeviceCode>(secrets.Open(mailbox.Id, pending))!;
        return code.Until > clock.GetCurrentInstant().ToUnixTimeSeconds() ? code : null;
    }

    /// <exception cref="Refused">The mailbox is read by password, or the place gives no code.</exception>
    public async Task BeginAsync(Guid id, CancellationToken token)
    {
        var mailbox = await SaveMailbox.FindAsync(db.Set<Mailbox>(), id, token);
        var oauth = mailbox.OAuth ?? throw new Refused(Texts.Mailbox_ByPassword);
        var answer = await AskAsync(oauth.DeviceEndpoint, token, ("client_id", oauth.ClientId), ("scope", oauth.Scope));
        var page = answer.CodePage;
        if (!Uri.TryCreate(page, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            throw new Refused(Texts.Mailbox_EndpointWrong);
        }

        var until = clock.GetCurrentInstant().ToUnixTimeSeconds() + answer.Seconds("expires_in", UsualSeconds);
        var code = new DeviceCode(answer["device_code"], answer["user_code"], page, until);
        mailbox.BeginSignIn(secrets.Protect(mailbox.Id, JsonSerializer.Serialize(code)));
        db.Record("MailboxSignInBegun", mailbox.Ref, new { mailbox.Address });
        await db.SaveChangesAsync(token);
    }

    /// <exception cref="Refused">The code was not entered yet, or was refused, or its time is over.</exception>
    public async Task FinishAsync(Guid id, CancellationToken token)
    {
        var mailbox = await SaveMailbox.FindAsync(db.Set<Mailbox>(), id, token);
        var (oauth, code) = (mailbox.OAuth, PendingOf(mailbox));
        if (oauth is null || code is null)
        {
            throw new Refused(Texts.Mailbox_CodeOver);
        }

        var answer = await AskAsync(oauth.TokenEndpoint, token, ("grant_type", TokenPlace.DeviceGrant),
            ("device_code", code.DeviceCodeValue), ("client_id", oauth.ClientId));
        mailbox.EndSignIn(secrets.Protect(mailbox.Id, answer.Tokens(clock.GetCurrentInstant(), refresh: null)));
        db.Record("MailboxSignedIn", mailbox.Ref, new { mailbox.Address });
        await db.SaveChangesAsync(token);
    }

    private async Task<TokenAnswer> AskAsync(string endpoint, CancellationToken token, params (string Name, string Value)[] fields)
    {
        try
        {
            return await place.AskAsync(endpoint, token, fields);
        }
        catch (TokenRefused refused)
        {
            throw new Refused(refused.IsNotYet
                ? Texts.Mailbox_CodeNotYet
                : Texts.Mailbox_TokensRefused.With(refused.Message));
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException
            || (problem is OperationCanceledException && !token.IsCancellationRequested))
        {
            throw new Refused(Texts.Mailbox_TokensRefused.With(problem.Message));
        }
    }
}
