using MimeKit;
using Pupitre.ServiceLevels.Evidence.Recognition;

namespace Pupitre.ServiceLevels.Evidence.Preview;

/// <summary>Reads a mail's headers and words. Of HTML only the words are taken: no picture is fetched, no link can be followed.</summary>
internal static class PreviewMail
{
    private const int MaxValue = 500;

    public static FilePreview.Mail Run(Stream content)
    {
        ReadMail.SkipBlankLines(content);
        using var message = MimeMessage.Load(content, persistent: true);
        var parts = MailParts.Of(message);
        return new FilePreview.Mail(
            [.. Headers(message).Where(header => !string.IsNullOrWhiteSpace(header.Value)).Select(header => (header.Name, Cut(header.Value!)))],
            parts.Body.Trim(), parts.IsOfHtml, parts.Body.Length >= MailText.MaxBody);
    }

    // Dates as the sender wrote them: what they mean is said beside the preview.
    private static IEnumerable<(string Name, string? Value)> Headers(MimeMessage message) =>
    [
        (Texts.Preview_From, message.From.ToString()),
        (Texts.Preview_To, message.To.ToString()),
        (Texts.Preview_Copy, message.Cc.ToString()),
        (Texts.Preview_Subject, message.Subject),
        (Texts.Preview_Date, message.Headers[HeaderId.Date]),
    ];

    private static string Cut(string text) => text.Length <= MaxValue ? text : text[..MaxValue] + "…";
}
