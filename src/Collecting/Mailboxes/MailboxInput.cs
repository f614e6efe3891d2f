using System.Globalization;
using System.Net;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Mail;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>What is asked about a mailbox.</summary>
public sealed class MailboxInput
{
    public const int MinEvery = 1;
    public const int MaxEvery = 120;

    private const int UsualEvery = 10;
    private const int TlsPort = 993;
    private const int MaxPort = 65_535;

    /// <summary>The version that the form was filled from.</summary>
    public long Version { get; set; }

    public string? Address { get; set; }

    public string? Host { get; set; }

    public int? Port { get; set; } = TlsPort;

    public MailboxTls? Tls { get; set; } = MailboxTls.Tls;

    public string? User { get; set; }

    public MailboxSignIn? SignIn { get; set; } = MailboxSignIn.Password;

    /// <summary>A new one; empty to leave the one that is kept.</summary>
    public string? Password { get; set; }

    public string? ClientId { get; set; }

    public string? DeviceEndpoint { get; set; } = OAuthPlace.Microsoft365.DeviceEndpoint;

    public string? TokenEndpoint { get; set; } = OAuthPlace.Microsoft365.TokenEndpoint;

    public string? OAuthScope { get; set; } = OAuthPlace.Microsoft365.Scope;

    public string? Folder { get; set; } = "INBOX";

    public bool TakesTokens { get; set; }

    public int? EveryMinutes { get; set; } = UsualEvery;

    public DateOnly? Since { get; set; }

    public MailboxUse? Use { get; set; } = MailboxUse.Dedicated;

    public string? Reason { get; set; }

    /// <summary>The owner states that it is nobody's own.</summary>
    public bool IsDeclared { get; set; }

    internal OAuthPlace PlaceOfTokens() => new(ClientId!.Trim(), DeviceEndpoint!.Trim(), TokenEndpoint!.Trim(), OAuthScope!.Trim());

    /// <exception cref="Refused">Something is missing, too long, or not allowed.</exception>
    internal void Check(DateOnly today)
    {
        Require(IsAddress(Address), Texts.Mailbox_AddressWrong, nameof(Address));
        Require(IsHost(Host), Texts.Mailbox_HostWrong, nameof(Host));
        Require(Port is > 0 and <= MaxPort, Texts.Mailbox_PortWrong, nameof(Port));
        Require(Tls is not null && (Tls != MailboxTls.None || IsThisMachine(Host!)), Texts.Mailbox_TlsNeeded, nameof(Tls));
        Require(Fits(User, Mailbox.MaxUserLength), Texts.Mailbox_UserMissing, nameof(User));
        Require(SignIn is not null, Texts.Mailbox_SignInMissing, nameof(SignIn));
        Require(Fits(Folder, Mailbox.MaxFolderLength), Texts.Mailbox_FolderMissing, nameof(Folder));
        Require(EveryMinutes is >= MinEvery and <= MaxEvery, Texts.Mailbox_EveryWrong.With(MinEvery, MaxEvery), nameof(EveryMinutes));
        Require(Since <= today, Texts.Mailbox_SinceWrong, nameof(Since));
        if (SignIn == MailboxSignIn.OAuth)
        {
            Require(Fits(ClientId, OAuthPlace.MaxLength), Texts.Mailbox_ClientMissing, nameof(ClientId));
            Require(IsSafe(DeviceEndpoint), Texts.Mailbox_EndpointWrong, nameof(DeviceEndpoint));
            Require(IsSafe(TokenEndpoint), Texts.Mailbox_EndpointWrong, nameof(TokenEndpoint));
            Require(Fits(OAuthScope, OAuthPlace.MaxLength), Texts.Mailbox_ScopeMissing, nameof(OAuthScope));
        }

        Require(IsDeclared && Use is not null, Texts.Mailbox_DeclarationMissing, nameof(IsDeclared));
        Require(Fits(Reason, Mailbox.MaxReasonLength), Texts.Mailbox_ReasonMissing, nameof(Reason));
    }

    internal static MailboxInput New(DateOnly today) => new() { Since = today };

    internal static MailboxInput Of(Mailbox row) => new()
    {
        Version = row.Version,
        Address = row.Address,
        Host = row.Host,
        Port = row.Port,
        Tls = row.Tls,
        User = row.User,
        SignIn = row.SignIn,
        ClientId = row.OAuth?.ClientId,
        DeviceEndpoint = row.OAuth?.DeviceEndpoint ?? OAuthPlace.Microsoft365.DeviceEndpoint,
        TokenEndpoint = row.OAuth?.TokenEndpoint ?? OAuthPlace.Microsoft365.TokenEndpoint,
        OAuthScope = row.OAuth?.Scope ?? OAuthPlace.Microsoft365.Scope,
        Folder = row.Folder,
        TakesTokens = row.TakesTokens,
        EveryMinutes = row.EveryMinutes,
        Since = row.Since,
        Use = row.Use,
        Reason = row.Reason,
        IsDeclared = true,
    };

    private static void Require(bool holds, string refusal, string field)
    {
        if (!holds)
        {
            throw new Refused(refusal, field);
        }
    }

    private static bool Fits(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= most;

    private static bool IsAddress(string? text) => Fits(text, Mailbox.MaxAddressLength) && text!.Trim() is var plain
        && plain.LastIndexOf('@') is > 0 and var at && IsHost(plain[(at + 1)..])
            && !plain.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));

    private static bool IsHost(string? text) => Fits(text, Mailbox.MaxHostLength)
        && Uri.CheckHostName(text!.Trim()) != UriHostNameType.Unknown;

    private static bool IsThisMachine(string host) => host.Trim().Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim(), out var address) && IPAddress.IsLoopback(address));

    // Tokens travel there: only inside this machine may the way be open.
    private static bool IsSafe(string? text) => Fits(text, OAuthPlace.MaxLength)
        && Uri.TryCreate(text!.Trim(), UriKind.Absolute, out var place)
        && (place.Scheme == Uri.UriSchemeHttps || (place.Scheme == Uri.UriSchemeHttp && place.IsLoopback));
}
