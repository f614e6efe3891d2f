using System.Net;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Pupitre.Kernel;

namespace Pupitre.Platform.Mail;

/// <summary>How mails leave: section <c>Mail</c> of the settings, or environment variables such as <c>Mail__Host</c>.</summary>
/// <param name="Host">The mail server; without one, mails are written into the data folder.</param>
/// <param name="From">Address that mails come from.</param>
/// <param name="Links">
/// Address of the program that links in mails begin with. Without one it would be that of the request, which whoever sends it chooses: mails
/// that really leave need one.
/// </param>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, string From, string? Links)
{
    private const int SubmissionPort = 587;
    private const int TlsPort = 465;

    /// <summary>
    /// Whether whoever is outside can open <see cref="Links"/>: a program that only answers inside the company's network writes no link
    /// into a mail that asks something, and says how to answer by mail.
    /// </summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Where tokens come from with which one signs in instead of a password; null with a password.</summary>
    public OAuthPlace? OAuth { get; init; }

    public bool HasServer => !string.IsNullOrWhiteSpace(Host);

    /// <summary>
    /// TLS is required: somebody on the way could else strip it and read the password. Only a server on this very machine may do without.
    /// </summary>
    internal SecureSocketOptions Security => IsLoopback(Host) ? SecureSocketOptions.Auto
        : Port == TlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;

    /// <summary>Names under which the program is asked for: that of <see cref="Links"/>, and this machine's own; null when any is answered.</summary>
    internal IReadOnlyList<string>? Hosts => Uri.TryCreate(Links, UriKind.Absolute, out var links) ? [links.Host, "localhost", "127.0.0.1", "[::1]"] : null;

    /// <summary>Refuses settings with which a mail could carry a stranger's link.</summary>
    /// <exception cref="Refused">There is a mail server and no address for links, or the address is none.</exception>
    public void Check()
    {
        if (HasServer && string.IsNullOrWhiteSpace(Links))
        {
            throw new Refused(Texts.Mail_LinksMissing);
        }

        if (!string.IsNullOrWhiteSpace(Links) && !(Uri.TryCreate(Links, UriKind.Absolute, out var links) && (links.Scheme == Uri.UriSchemeHttps || links.Scheme == Uri.UriSchemeHttp)))
        {
            throw new Refused(Texts.Mail_LinksWrong.With(Links));
        }
    }

    private static bool IsLoopback(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    internal static MailSettings Read(IConfiguration settings)
    {
        var mail = settings.GetSection("Mail");
        return new MailSettings(mail["Host"], int.TryParse(mail["Port"], System.Globalization.CultureInfo.InvariantCulture, out var port) ? port : SubmissionPort,
            mail["User"], mail["Password"], mail["From"] ?? "pupitre@localhost", mail["Links"]?.TrimEnd('/'))
        {
            OAuth = ReadOAuth(mail.GetSection("OAuth")),
            IsPublic = !bool.TryParse(mail["Public"], out var isPublic) || isPublic,
        };
    }

    private static OAuthPlace? ReadOAuth(IConfigurationSection section) => section["ClientId"] is not { Length: > 0 } client
        ? null
        : new OAuthPlace(
        client, section["DeviceEndpoint"] ?? OAuthPlace.Microsoft365.DeviceEndpoint,
        section["TokenEndpoint"] ?? OAuthPlace.Microsoft365.TokenEndpoint, section["Scope"] ?? OAuthPlace.Microsoft365.Scope);
}
