using MimeKit;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>
/// The parts of a mail by what they are: its text, and its files. A file is every part that has a name or that is not the text itself, however it is
/// marked; pictures that the text shows in itself, signatures and parts without content are none.
/// </summary>
public sealed class MailParts
{
    private const int MaxMimeDepth = 30;
    private const int MaxTexts = 20;
    private const int MaxParts = 5_000;

    private readonly List<string> _plain = [];
    private readonly List<string> _html = [];
    private readonly List<MimeEntity> _files = [];
    private int _looked;

    /// <summary>Parts that are files of their own, mails among them.</summary>
    public IReadOnlyList<MimeEntity> Files => _files;

    /// <summary>Every text, of HTML its words.</summary>
    public IEnumerable<string> Texts => _plain.Concat(_html);

    /// <summary>Whether what a person reads was written as HTML alone.</summary>
    public bool IsOfHtml => _html.Count > 0 && string.IsNullOrWhiteSpace(string.Join('\n', _plain));

    /// <summary>What a person reads: the plain text, else that of HTML.</summary>
    public string Body
    {
        get
        {
            var body = string.Join('\n', _plain);
            body = string.IsNullOrWhiteSpace(body) ? string.Join('\n', _html) : body;
            return body.Cut(MailText.MaxBody);
        }
    }

    public static MailParts Of(MimeMessage message)
    {
        var parts = new MailParts();
        if (message.Body is { } body)
        {
            parts.Look(body, isInRelated: false, depth: 0);
        }

        return parts;
    }

    private void Look(MimeEntity entity, bool isInRelated, int depth)
    {
        if (++_looked > MaxParts)
        {
            return;
        }

        switch (entity)
        {
            case Multipart multipart when depth < MaxMimeDepth:
                var isRelated = multipart.ContentType.IsMimeType("multipart", "related");
                foreach (var (place, part) in multipart.Index())
                {
                    if (!(place > 0 && IsSignature(part)))
                    {
                        Look(part, isInRelated || isRelated, depth + 1);
                    }
                }

                break;
            case MessagePart { Message: not null }:
                _files.Add(entity);
                break;
            case TextPart text when IsTextItself(text):
                Take(text);
                break;
            case MimePart { Content: not null } part when !IsShownInText(part, isInRelated):
                _files.Add(part);
                break;
        }
    }

    private void Take(TextPart text)
    {
        if (_plain.Count + _html.Count < MaxTexts)
        {
            (text.IsHtml ? _html : _plain).Add(MailText.Of(text));
        }
    }

    private static bool IsTextItself(TextPart part) =>
        (part.IsPlain || part.IsHtml || part.ContentType.MediaSubtype.Equals("enriched", StringComparison.OrdinalIgnoreCase) || part.ContentType.MediaSubtype.Equals("watch-html", StringComparison.OrdinalIgnoreCase))
        && string.IsNullOrEmpty(part.FileName) && !part.IsAttachment;

    // A picture with an identity for "cid:" beside the text, or one that is not marked as a file.
    private static bool IsShownInText(MimePart part, bool isInRelated) =>
        part.ContentType.IsMimeType("image", "*") && !string.IsNullOrEmpty(part.ContentId) && (isInRelated || !part.IsAttachment);

    private static bool IsSignature(MimeEntity part) =>
        part.ContentType.IsMimeType("application", "pkcs7-signature") || part.ContentType.IsMimeType("application", "x-pkcs7-signature") || part.ContentType.IsMimeType("application", "pgp-signature");
}
