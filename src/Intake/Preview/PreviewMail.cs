using MimeKit;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Preview;

/// <summary>Reads a mail's headers and words. Of HTML only the words are taken: no picture is fetched, no link can be followed.</summary>
internal static class PreviewMail
{
    private const int MaxValue = 500;

    /// <param name="content">The mail.</param>
    /// <param name="zone">Where the reader is: an hour of the sender's is told as the reader's.</param>
    public static FilePreview.Mail Run(Stream content, DateTimeZone zone)
    {
        ReadMail.SkipBlankLines(content);
        using var message = MimeMessage.Load(content, persistent: true);
        var parts = MailParts.Of(message);
        return new FilePreview.Mail(
            [.. Headers(message, zone).Where(header => !string.IsNullOrWhiteSpace(header.Value)).Select(header => (header.Name, header.Value!.CutShort(MaxValue)))],
            parts.Body.Trim(), parts.IsOfHtml, parts.Body.Length >= MailText.MaxBody);
    }

    private static IEnumerable<(string Name, string? Value)> Headers(MimeMessage message, DateTimeZone zone) =>
    [
        (Texts.Preview_From, Addresses(message.From)),
        (Texts.Preview_To, Addresses(message.To)),
        (Texts.Preview_Copy, Addresses(message.Cc)),
        (Texts.Preview_Subject, message.Subject),
        (Texts.Preview_Date, DateOf(message.Headers[HeaderId.Date], zone)),
    ];

    // What cannot be read as a date is shown as it was written.
    private static string? DateOf(string? written, DateTimeZone zone) => written is null ? null : MailDate.Read(written) switch
    {
        { At: { } at } => Moments.Long(at, zone),
        { On: { } day } => Moments.Long(day),
        _ => written.Trim(),
    };

    // Quotes are the header's way of writing; a group has no address of its own.
    private static string Addresses(InternetAddressList list) => string.Join(", ", list.Select(address => address is MailboxAddress box
        ? string.IsNullOrWhiteSpace(box.Name) ? box.Address : $"{box.Name} <{box.Address}>"
        : address.ToString()));
}
