using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Recognition.Contents;

/// <summary>
/// Recognises a mail. The header that the company's own server wrote when it took the mail in is a third party's trace (Receipt); the
/// date that the sender wrote is only the sender's word; a mail forwarded inside another is the company's word.
/// </summary>
public static partial class ReadMail
{
    /// <summary>Attachments of one mail that are looked into.</summary>
    public const int MaxAttachments = 50;

    private const int MaxFirstWords = 400;
    private const int MaxHeader = 4_000;
    private const int MatchTimeoutMs = 10_000;

    /// <summary>A date further than that from the server's is pointed out.</summary>
    private static readonly Duration _doubtfulGap = Duration.FromHours(12);

    public static Finding Run(Stream content, CompanyMail company, UnpackingBudget budget)
    {
        SkipBlankLines(content);
        MimeMessage message;
        try
        {
            message = MimeMessage.Load(content, persistent: true);
        }
        catch (FormatException)
        {
            return new Finding { Kind = RecognisedKind.Mail, Note = Texts.File_MailBroken };
        }

        using (message)
        {
            return Of(message, company, budget);
        }
    }

    private static Finding Of(MimeMessage message, CompanyMail company, UnpackingBudget budget)
    {
        var sender = message.From.Mailboxes.FirstOrDefault()?.Address ?? message.Sender?.Address;
        var (parts, subject) = (MailParts.Of(message), message.Subject ?? "");
        var isForwarded = ForwardedMail.Is(subject, parts.Texts, address => company.IsOwnAddress(address) || (sender is not null && DomainOf(address) == DomainOf(sender)));
        var stated = message.Headers[HeaderId.Date] is { } date ? MailDate.Read(date) : default;
        var received = isForwarded ? default : ReceivedByOwnServer(message, company);
        var (words, body) = (Folded.Of(subject), parts.Body);
        var (inside, unread) = Unpack(parts.Files, budget);
        return new Finding
        {
            Kind = RecognisedKind.Mail,
            Sender = sender,
            Subject = subject,
            StatedAt = stated.At,
            StatedOn = stated.On,
            ReceiptAt = received.At,
            ReceiptOn = received.On,
            Reference = message.MessageId,
            Period = DatesInText.Period(words) ?? DatesInText.Period(Folded.Of(body)),
            Word = isForwarded || company.IsOwnAddress(sender) ? SourceClass.Company : null,
            Templates = TemplatesOf(words, body),
            Text = body,
            Note = Notes.Joined(NoteOn(stated, received, isForwarded, company), unread),
            Inside = inside,
        };
    }

    public static string FileName(string? subject, int number) =>
        SafeName.Of(string.IsNullOrWhiteSpace(subject) ? string.Create(CultureInfo.InvariantCulture, $"mail-{number}.eml") : subject + ".eml");

    private static IReadOnlyList<int> TemplatesOf(string words, string body) =>
        DocumentWording.IsAnswer(words) ? []
        : DocumentWording.TemplatesOf(words) is { Count: > 0 } bySubject ? bySubject
        : DocumentWording.TemplatesOf(Folded.Of(body.Cut(MaxFirstWords)));

    /// <summary>Some programs save a mail behind an empty line; to a reader of mails its headers would then be its text.</summary>
    public static void SkipBlankLines(Stream content)
    {
        while (content.ReadByte() is '\r' or '\n' or ' ' or '\t' or 0xEF or 0xBB or 0xBF)
        {
        }

        content.Position = Math.Max(0, content.Position - 1);
    }

    // Only the topmost trace counts: whoever sent the mail may have written any line below it. What a server puts in brackets, the sender said.
    private static MailDate ReceivedByOwnServer(MimeMessage message, CompanyMail company)
    {
        if (message.Headers[HeaderId.Received] is not { } value)
        {
            return default;
        }

        var said = WithoutBrackets(value.Cut(MaxHeader));
        var at = said.LastIndexOf(';');
        return at >= 0 && ByHost().Match(said, 0, at) is { Success: true } by && company.IsOwnServer(by.Groups["host"].Value) ? MailDate.Read(said[(at + 1)..].Trim()) : default;
    }

    private static string WithoutBrackets(string text)
    {
        var (plain, depth) = (new System.Text.StringBuilder(text.Length), 0);
        foreach (var letter in text)
        {
            depth += letter == '(' ? 1 : 0;
            plain.Append(depth == 0 ? letter : ' ');
            depth -= letter == ')' && depth > 0 ? 1 : 0;
        }

        return plain.ToString();
    }

    private static string? NoteOn(MailDate stated, MailDate received, bool isForwarded, CompanyMail company)
    {
        if (isForwarded)
        {
            return Texts.File_MailForwarded;
        }

        if (received.At is null && received.On is null)
        {
            return stated is { At: null, On: null } ? Texts.File_MailWithoutDate : company.MailServers.Count == 0 ? Texts.File_MailServersUnknown : Texts.File_MailNotReceivedByUs;
        }

        return stated.At is { } word && received.At is { } taken && (word - taken is var gap && (gap > _doubtfulGap || gap < -_doubtfulGap))
            ? Texts.File_MailDateDoubtful.With(Local(word, company), Local(taken, company))
            : null;
    }

    private static string Local(Instant at, CompanyMail company) => at.InZone(company.Zone).LocalDateTime.ToString("g", CultureInfo.CurrentCulture);

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToUpperInvariant();

    private static (IReadOnlyList<InnerFile> Inside, string? Unread) Unpack(IReadOnlyList<MimeEntity> parts, UnpackingBudget budget)
    {
        if (parts.Count > 0 && budget.IsDeepest)
        {
            return ([], Texts.File_MailTooDeep.With(parts.Count, budget.Limits.MaxDepth));
        }

        var inside = new List<InnerFile>();
        foreach (var (place, part) in parts.Take(MaxAttachments).Index())
        {
            try
            {
                inside.Add(Unpack(part, place + 1, budget));
            }
            catch (Exception problem) when (problem is BudgetSpent or FormatException)
            {
                // Counted below.
            }
        }

        return (inside, inside.Count < parts.Count ? Texts.File_MailPartlyRead.With(inside.Count, parts.Count) : null);
    }

    private static InnerFile Unpack(MimeEntity part, int number, UnpackingBudget budget) => part is MessagePart { Message: { } inner }
        ? budget.Unpack(FileName(inner.Subject, number), sink => inner.WriteTo(sink))
        : budget.Unpack(SafeName.Of(NameOf((MimePart)part, number)), sink => ((MimePart)part).Content!.DecodeTo(sink));

    private static string NameOf(MimePart part, int number)
    {
        if (!string.IsNullOrWhiteSpace(part.FileName))
        {
            return part.FileName;
        }

        return MimeTypes.TryGetExtension(part.ContentType.MimeType, out var extension) ? $"piece-{number}{extension}" : $"piece-{number}";
    }

    [GeneratedRegex(@"\bby\s{1,20}(?<host>[A-Za-z0-9.\-]{1,255})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex ByHost();
}
