using System.Globalization;
using System.Text;
using MimeKit;
using NodaTime;
using Pupitre.Sample.World;

namespace Pupitre.Sample.Files;

/// <summary>A mail as it lies in the company's mailbox: with the trace that the company's own server wrote when it came in.</summary>
/// <param name="At">When the company's server received it.</param>
/// <param name="To">A shared mailbox of the company stands among them, for mails that left the company too.</param>
internal sealed record SampleMail(
    Instant At, Person From, IReadOnlyList<Person> To, string Subject, string Body, IReadOnlyList<MailPaper> Papers)
{
    private const string Addresses = "203.0.113.";

    public string Reference => Kernel.Hashing.Sha256Hex.Of($"{At}{From.Email}{Subject}")[..20];

    public string FileName => $"{SampleDays.Written(At):yyyy-MM-dd} {Subject.Replace('/', '-').Replace(':', ' ')}.eml";

    public byte[] ToEml()
    {
        using var message = Compose();
        using var output = new MemoryStream();
        message.WriteTo(new FormatOptions { NewLineFormat = NewLineFormat.Dos }, output);
        return output.ToArray();
    }

    /// <summary>Many mails in one file, in the form that Thunderbird and most servers export.</summary>
    public static byte[] ToMbox(IEnumerable<SampleMail> mails)
    {
        using var output = new MemoryStream();
        foreach (var mail in mails)
        {
            var received = SampleDays.Written(mail.At).UtcDateTime.ToString("ddd MMM dd HH:mm:ss yyyy", CultureInfo.InvariantCulture);
            output.Write(Encoding.ASCII.GetBytes($"From {mail.From.Email} {received}\n"));
            using var message = mail.Compose();
            message.WriteTo(new FormatOptions { NewLineFormat = NewLineFormat.Unix }, output);
            output.Write("\n\n"u8);
        }

        return output.ToArray();
    }

    private MimeMessage Compose()
    {
        var written = SampleDays.Written(At);
        var message = new MimeMessage
        {
            Subject = Subject,
            Date = written.AddSeconds(-4),
            MessageId = $"{Reference}@{Domain(From)}",
        };
        message.Headers.Insert(0, HeaderId.Received, Received(written));
        message.Headers.Insert(0, HeaderId.ReturnPath, $"<{From.Email}>");
        message.From.Add(new MailboxAddress(From.Name, From.Email));
        message.To.AddRange(To.Select(person => new MailboxAddress(person.Name, person.Email)));
        message.Body = BodyOf(new TextPart("plain") { Text = Body });
        return message;
    }

    private MimeEntity BodyOf(TextPart text)
    {
        if (Papers.Count == 0)
        {
            return text;
        }

        var body = new Multipart("mixed") { Boundary = "=-" + Reference };
        body.Add(text);
        foreach (var paper in Papers)
        {
            body.Add(new MimePart(ContentType.Parse(paper.MediaType))
            {
                Content = new MimeContent(new MemoryStream(paper.Content)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = paper.Name,
            });
        }

        return body;
    }

    private string Received(DateTimeOffset written)
    {
        var server = "smtp." + Domain(From);
        var box = To.First(person => person.Email.EndsWith(Cast.Domain, StringComparison.Ordinal)).Email;
        var date = written.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + written.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return $"from {server} ({server} [{Addresses}{1 + (Domain(From).Length % 200)}])\r\n\tby {Cast.MailServer} (Postfix) with ESMTPS id {Reference[..10].ToUpperInvariant()}\r\n\tfor <{box}>; {date}";
    }

    private static string Domain(Person person) => person.Email[(person.Email.IndexOf('@', StringComparison.Ordinal) + 1)..];
}

/// <summary>A file attached to a mail.</summary>
internal sealed record MailPaper(string Name, string MediaType, byte[] Content)
{
    public static MailPaper Pdf(string name, byte[] content) => new(name, "application/pdf", content);
}
