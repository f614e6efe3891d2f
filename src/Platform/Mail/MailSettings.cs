using Microsoft.Extensions.Configuration;

namespace Pupitre.Platform.Mail;

/// <summary>How mails leave: section <c>Mail</c> of the settings, or environment variables such as <c>Mail__Host</c>.</summary>
/// <param name="Host">The mail server; without one, mails are written into the data folder.</param>
/// <param name="From">Address that mails come from.</param>
/// <param name="Links">Address of the program that links in mails begin with; without one, that of the request, which whoever sends it chooses.</param>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, string From, string? Links)
{
    private const int SubmissionPort = 587;

    public bool HasServer => !string.IsNullOrWhiteSpace(Host);

    internal static MailSettings Read(IConfiguration settings)
    {
        var mail = settings.GetSection("Mail");
        return new MailSettings(mail["Host"], int.TryParse(mail["Port"], System.Globalization.CultureInfo.InvariantCulture, out var port) ? port : SubmissionPort,
            mail["User"], mail["Password"], mail["From"] ?? "pupitre@localhost", mail["Links"]?.TrimEnd('/'));
    }
}
