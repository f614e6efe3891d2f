using System.Net.Sockets;
using System.Text.Json;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Pupitre.Kernel;
using Pupitre.Platform.Mail;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>What stands in the way of a mailbox.</summary>
public enum TroubleKind
{
    HostUnknown,
    NoAnswer,
    Encryption,
    SignIn,
    Folder,

    /// <summary>The place that gives tokens gave none.</summary>
    Tokens,

    /// <summary>What the program itself refuses: no password, no room on the disk.</summary>
    Refused,
    Interrupted,
}

/// <summary>What stands in the way, as the server said it; kept as text, and told in the reader's language.</summary>
public sealed record MailboxTrouble(TroubleKind Kind, string Detail)
{
    /// <summary>Whether something went wrong outside, that a later look may find mended.</summary>
    public static bool Is(Exception problem) =>
        problem is SocketException or IOException or AuthenticationException or SslHandshakeException
        or ImapCommandException or ImapProtocolException or FolderNotFoundException or ServiceNotConnectedException
        or ServiceNotAuthenticatedException or TimeoutException or NotSupportedException or HttpRequestException or JsonException
        or TokenRefused or Refused or ServiceNotConnectedException or FormatException;

    public static MailboxTrouble Of(Exception problem) => problem switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            new(TroubleKind.HostUnknown, ""),
        SocketException or TimeoutException => new(TroubleKind.NoAnswer, problem.Message),
        SslHandshakeException => new(TroubleKind.Encryption, FirstLine(problem.InnerException?.Message ?? problem.Message)),
        NotSupportedException => new(TroubleKind.Encryption, FirstLine(problem.Message)),
        AuthenticationException => new(TroubleKind.SignIn, FirstLine(problem.Message)),
        FolderNotFoundException missing => new(TroubleKind.Folder, missing.FolderName),
        TokenRefused or HttpRequestException or JsonException => new(TroubleKind.Tokens, FirstLine(problem.Message)),
        Refused refused => new(TroubleKind.Refused, refused.Message),
        _ => new(TroubleKind.Interrupted, FirstLine(problem.Message)),
    };

    public override string ToString() => $"{Kind}\n{Detail}";

    public static MailboxTrouble Parse(string text) => text.Split('\n', 2) is [var kind, var detail]
        && Enum.TryParse<TroubleKind>(kind, out var known)
        ? new(known, detail)
        : new(TroubleKind.Interrupted, text);

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
