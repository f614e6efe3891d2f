using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Mail;

/// <summary>The tokens by which the program signs in to its mail server, protected by its keys: one row of the installation.</summary>
public sealed class SendingToken
{
    public const int OnlyId = 1;
    public const int MaxSecretLength = 16_000;

    private SendingToken()
    {
    }

    public int Id { get; private init; } = OnlyId;

    public string Secret { get; private set; } = "";

    internal static SendingToken Create(string secret) => new() { Secret = secret };

    internal void Keep(string secret) => Secret = secret;
}

/// <summary>
/// Keeps the tokens for sending, and renews them shortly before they cease to work. The renewed one is kept before it is used: of two nodes
/// that renew at once the second takes what the first has kept.
/// </summary>
public sealed class KeepSendingToken(Db db, IDataProtectionProvider protection, TokenPlace place, MailSettings settings, IClock clock)
{
    private const string Purpose = "pupitre.sending";

    /// <exception cref="Refused">Nobody has signed in, or the sign-in is no longer good.</exception>
    /// <exception cref="TokenRefused">The place that gives tokens gives none.</exception>
    public async Task<string> FreshAsync(CancellationToken token)
    {
        var oauth = settings.OAuth!;
        var row = await db.Set<SendingToken>().AsNoTracking().SingleOrDefaultAsync(token) ?? throw new Refused(Texts.Mail_NotSignedIn);
        var known = JsonSerializer.Deserialize<OAuthTokens>(protection.CreateProtector(Purpose).Unprotect(row.Secret))!;
        if (known.IsFresh(clock.GetCurrentInstant()))
        {
            return known.Access;
        }

        var answer = await place.AskAsync(oauth.TokenEndpoint, token, ("grant_type", "refresh_token"),
            ("refresh_token", known.Refresh ?? throw new Refused(Texts.Mail_NotSignedIn)), ("client_id", oauth.ClientId),
                ("scope", oauth.Scope));
        var fresh = answer.Tokens(clock.GetCurrentInstant(), known.Refresh);
        var secret = Protect(fresh);
        await db.Set<SendingToken>().Where(one => one.Secret == row.Secret)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Secret, secret), token);
        return fresh.Access;
    }

    /// <summary>Asks for a code that somebody enters elsewhere.</summary>
    /// <exception cref="Refused">The settings name no place that gives tokens.</exception>
    public async Task<TokenAnswer> BeginAsync(CancellationToken token)
    {
        var oauth = settings.OAuth ?? throw new Refused(Texts.Mail_NoOAuth);
        return await place.AskAsync(oauth.DeviceEndpoint, token, ("client_id", oauth.ClientId), ("scope", oauth.Scope));
    }

    /// <returns>Whether the code was entered; else it is asked again later.</returns>
    public async Task<bool> FinishAsync(TokenAnswer code, CancellationToken token)
    {
        var oauth = settings.OAuth!;
        try
        {
            var answer = await place.AskAsync(oauth.TokenEndpoint, token, ("grant_type", TokenPlace.DeviceGrant),
                ("device_code", code["device_code"]), ("client_id", oauth.ClientId));
            var row = await db.Set<SendingToken>().SingleOrDefaultAsync(token);
            if (row is null)
            {
                db.Add(row = SendingToken.Create(""));
            }

            row.Keep(Protect(answer.Tokens(clock.GetCurrentInstant(), refresh: null)));
            await db.SaveChangesAsync(token);
            return true;
        }
        catch (TokenRefused refused) when (refused.IsNotYet)
        {
            return false;
        }
    }

    private string Protect(OAuthTokens tokens) => protection.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(tokens));
}
