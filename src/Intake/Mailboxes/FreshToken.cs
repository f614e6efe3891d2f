using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Intake.Mailboxes;

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

/// <summary>Asks a place that gives tokens (RFC 6749, RFC 8628).</summary>
public sealed class TokenPlace(HttpClient http)
{
    private const int MaxAnswerBytes = 1 << 16;

    /// <exception cref="TokenRefused">It answers with an error, by its name.</exception>
    internal async Task<TokenAnswer> AskAsync(string endpoint, CancellationToken token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(endpoint), form, token);
        await answer.Content.LoadIntoBufferAsync(MaxAnswerBytes, token);
        var text = await answer.Content.ReadAsStringAsync(token);
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException(endpoint);
        }

        var said = json.RootElement.EnumerateObject().ToDictionary(part => part.Name, part => part.Value.ToString(), StringComparer.Ordinal);
        return said.TryGetValue("error", out var error) || !answer.IsSuccessStatusCode
            ? throw new TokenRefused(error ?? answer.StatusCode.ToString(), said.GetValueOrDefault("error_description"))
            : new TokenAnswer(said);
    }
}

/// <summary>What a place that gives tokens answers.</summary>
internal sealed record TokenAnswer(IReadOnlyDictionary<string, string> Said)
{
    private const int UsualSeconds = 600;

    public string this[string name] => Said.TryGetValue(name, out var value) ? value : throw new JsonException(name);

    public int Seconds(string name, int usual) =>
        int.TryParse(Said.GetValueOrDefault(name), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : usual;

    /// <summary>The tokens; a place that gives no new one to renew with lets the old one stand.</summary>
    public OAuthTokens Tokens(Instant now, string? refresh) => new(
        this["access_token"], Said.GetValueOrDefault("refresh_token") ?? refresh,
        now.ToUnixTimeSeconds() + Seconds("expires_in", UsualSeconds));
}

/// <summary>A place that gives tokens gives none, and says why by a word of RFC 6749 or RFC 8628.</summary>
public sealed class TokenRefused(string error, string? description) : Exception(description is null ? error : $"{error}: {description}")
{
    public string Error => error;
}
