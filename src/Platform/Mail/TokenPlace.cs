using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Pupitre.Platform.Mail;

/// <summary>Asks a place that gives tokens (RFC 6749, RFC 8628).</summary>
public sealed class TokenPlace(HttpClient http)
{
    /// <summary>How one asks for what a code was entered for.</summary>
    public const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    private const int MaxAnswerBytes = 1 << 16;

    /// <exception cref="TokenRefused">It answers with an error, by its name.</exception>
    public async Task<TokenAnswer> AskAsync(string endpoint, CancellationToken token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(endpoint), form, token);
        await answer.Content.LoadIntoBufferAsync(MaxAnswerBytes, token);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(token));
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException(endpoint);
        }

        var said = json.RootElement.EnumerateObject().DistinctBy(part => part.Name)
            .ToDictionary(part => part.Name, part => part.Value.ToString(), StringComparer.Ordinal);
        return said.TryGetValue("error", out var error) || !answer.IsSuccessStatusCode
            ? throw new TokenRefused(error ?? answer.StatusCode.ToString(), said.GetValueOrDefault("error_description"))
            : new TokenAnswer(said);
    }
}

/// <summary>What a place that gives tokens answers.</summary>
public sealed record TokenAnswer(IReadOnlyDictionary<string, string> Said)
{
    private const int UsualSeconds = 600;

    public string this[string name] => Said.TryGetValue(name, out var value) ? value : throw new JsonException(name);

    /// <summary>Where a code is entered: the name of RFC 8628, or the one that some use.</summary>
    public string CodePage => Said.GetValueOrDefault("verification_uri") ?? this["verification_url"];

    public int Seconds(string name, int usual) =>
        int.TryParse(Said.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var seconds) ? seconds : usual;

    /// <summary>The tokens; a place that gives no new one to renew with lets the old one stand.</summary>
    public OAuthTokens Tokens(Instant now, string? refresh) => new(
        this["access_token"], Said.GetValueOrDefault("refresh_token") ?? refresh,
        now.ToUnixTimeSeconds() + Seconds("expires_in", UsualSeconds));
}

/// <summary>Tokens of an account.</summary>
/// <param name="Refresh">With which the first one is renewed; null where it cannot be.</param>
/// <param name="Until">When the first one ceases to work, in seconds since 1970.</param>
public sealed record OAuthTokens(string Access, string? Refresh, long Until)
{
    private const int EarlySeconds = 120;

    public bool IsFresh(Instant now) => now.ToUnixTimeSeconds() + EarlySeconds < Until;
}

/// <summary>A place that gives tokens gives none, and says why by a word of RFC 6749 or RFC 8628.</summary>
public sealed class TokenRefused(string error, string? description) : Exception(description is null ? error : $"{error}: {description}")
{
    /// <summary>The code was not entered yet.</summary>
    public bool IsNotYet => error is "authorization_pending" or "slow_down";
}

/// <summary>Where tokens come from: addresses of RFC 8628 (device code) and RFC 6749.</summary>
public sealed record OAuthPlace(string ClientId, string DeviceEndpoint, string TokenEndpoint, string Scope)
{
    public const int MaxLength = 400;

    /// <summary>Microsoft 365, with the work accounts of any organisation.</summary>
    public static readonly OAuthPlace Microsoft365 = new(
        "", "https://login.microsoftonline.com/organizations/oauth2/v2.0/devicecode",
        "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
        "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access");
}
