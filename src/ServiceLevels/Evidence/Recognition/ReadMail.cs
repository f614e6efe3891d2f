using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Evidence.Files;

namespace Pupitre.ServiceLevels.Evidence.Recognition;

/// <summary>
/// Recognises a mail. The header that the company's own server wrote when it took the mail in is a third party's trace (Receipt); the
/// date that the sender wrote is only the sender's word; a mail forwarded inside another is the company's word.
/// </summary>
internal static partial class ReadMail
{
    /// <summary>Mails of one mailbox file.</summary>
    public const int MaxMails = 5_000;

    /// <summary>Attachments of one mail that are looked into.</summary>
    public const int MaxAttachments = 50;

    private const int MaxBody = 20_000;
    private const int MatchTimeoutMs = 1000;

    /// <summary>A date further than that from the server's is pointed out.</summary>
    private static readonly Duration _doubtfulGap = Duration.FromHours(12);

    public static Finding Run(Stream content, CompanyMail company)
    {
        MimeMessage message;
        try
        {
            message = MimeMessage.Load(content);
        }
        catch (FormatException)
        {
            return new Finding { Kind = RecognisedKind.Mail, Note = Texts.File_MailBroken };
        }

        using (message)
        {
            return Of(message, company);
        }
    }

    /// <summary>Splits a mailbox file into its mails, each as a file of its own.</summary>
    public static IEnumerable<InnerFile> Split(Stream mbox)
    {
        var parser = new MimeParser(mbox, MimeFormat.Mbox);
        for (var count = 1; count <= MaxMails && !parser.IsEndOfStream; count++)
        {
            MimeMessage message;
            try
            {
                message = parser.ParseMessage();
            }
            catch (FormatException)
            {
                yield break;
            }

            using (message)
            using (var output = new MemoryStream())
            {
                message.WriteTo(output);
                yield return new InnerFile(FileName(message, count), output.ToArray());
            }
        }
    }

    public static Finding Of(MimeMessage message, CompanyMail company)
    {
        var sender = message.From.Mailboxes.FirstOrDefault()?.Address ?? message.Sender?.Address;
        var body = BodyOf(message);
        var isForwarded = IsForwarded(body);
        var stated = StatedAt(message);
        var received = isForwarded ? null : ReceivedByOwnServer(message, company);
        var subject = message.Subject ?? "";
        var words = Folded.Of(subject);
        var templates = DocumentWording.IsAnswer(words) ? [] : DocumentWording.TemplatesOf(words) is { Count: > 0 } bySubject ? bySubject : DocumentWording.TemplatesOf(Folded.Of(FirstWords(body)));
        return new Finding
        {
            Kind = RecognisedKind.Mail,
            Sender = sender,
            Subject = subject,
            StatedAt = stated,
            ReceiptAt = received,
            Reference = message.MessageId,
            Period = DatesInText.Period(words) ?? DatesInText.Period(Folded.Of(body)),
            Word = isForwarded || company.IsOwnAddress(sender) ? SourceClass.Company : null,
            Templates = templates,
            Text = body,
            Note = NoteOn(stated, received, isForwarded, company),
            Inside = [.. Attachments(message)],
        };
    }

    // Only the topmost trace counts: whoever sent the mail may have written any line below it.
    private static Instant? ReceivedByOwnServer(MimeMessage message, CompanyMail company)
    {
        foreach (var header in message.Headers.Where(header => header.Id == HeaderId.Received))
        {
            var value = header.Value;
            if (ByHost().Match(value) is not { Success: true } by || !company.IsOwnServer(by.Groups["host"].Value))
            {
                return null;
            }

            var at = value.LastIndexOf(';');
            return at >= 0 && MimeKit.Utils.DateUtils.TryParse(value[(at + 1)..].Trim(), out var date) ? Instant.FromDateTimeOffset(date) : null;
        }

        return null;
    }

    private static Instant? StatedAt(MimeMessage message) => message.Headers.Contains(HeaderId.Date) && message.Date.Year is > 1970 and < 2200
        ? Instant.FromDateTimeOffset(message.Date)
        : null;

    private static string? NoteOn(Instant? stated, Instant? received, bool isForwarded, CompanyMail company)
    {
        if (isForwarded)
        {
            return Texts.File_MailForwarded;
        }

        if (received is null)
        {
            return stated is null ? Texts.File_MailWithoutDate : company.MailServers.Count == 0 ? Texts.File_MailServersUnknown : Texts.File_MailNotReceivedByUs;
        }

        return stated is { } word && (word - received.Value is var gap && (gap > _doubtfulGap || gap < -_doubtfulGap))
            ? Texts.File_MailDateDoubtful.With(Local(word, company), Local(received.Value, company))
            : null;
    }

    private static string Local(Instant at, CompanyMail company) => at.InZone(company.Zone).LocalDateTime.ToString("g", CultureInfo.CurrentCulture);

    private static string BodyOf(MimeMessage message)
    {
        var body = message.TextBody ?? Tags().Replace(message.HtmlBody ?? "", " ");
        return body.Length <= MaxBody ? body : body[..MaxBody];
    }

    private static string FirstWords(string body) => body.Length <= 400 ? body : body[..400];

    private static bool IsForwarded(string body) => ForwardLine().IsMatch(body);

    private static IEnumerable<InnerFile> Attachments(MimeMessage message)
    {
        foreach (var (place, part) in message.Attachments.Take(MaxAttachments).Index())
        {
            using var output = new MemoryStream();
            if (part is MessagePart { Message: { } inner })
            {
                inner.WriteTo(output);
                yield return new InnerFile(FileName(inner, place + 1), output.ToArray());
            }
            else if (part is MimePart { Content: { } content } file)
            {
                content.DecodeTo(output);
                yield return new InnerFile(SafeName.Of(file.FileName ?? $"piece-{place + 1}"), output.ToArray());
            }
        }
    }

    private static string FileName(MimeMessage message, int number) =>
        SafeName.Of(string.IsNullOrWhiteSpace(message.Subject) ? string.Create(CultureInfo.InvariantCulture, $"mail-{number}.eml") : message.Subject + ".eml");

    [GeneratedRegex(@"\bby\s+(?<host>[A-Za-z0-9.\-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex ByHost();

    [GeneratedRegex("<[^>]{0,2000}>", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^\s*-{3,}\s*(forwarded message|message transf[ée]r[ée]|message d'origine transf[ée]r[ée])\s*-{3,}|^\s*d[ée]but du message (transf[ée]r[ée]|r[ée]exp[ée]di[ée])|^\s*begin forwarded message", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex ForwardLine();
}
