using System.Text;
using System.Text.RegularExpressions;

namespace Pupitre.Deliverables.Fec;

/// <summary>The first bytes of a file, in which the tax office's tool looks whether it is XML and which schema it follows.</summary>
internal sealed partial class XmlStart
{
    /// <summary>A schema that is named further on is none to that tool.</summary>
    public const int Length = 300;

    private const int LengthOfDeclaration = 80;

    private readonly string _text;

    private XmlStart(string text) => _text = text;

    /// <summary>Rule TCD-02: <c>&lt;?xml</c> stands first, perhaps after the three bytes of a mark.</summary>
    public bool IsXml => Declaration().IsMatch(_text.Replace("\0", "", StringComparison.Ordinal));

    /// <summary>The schema that is named as it must be; null for none, or another.</summary>
    public string? Schema => Location().Match(_text) is { Success: true } match ? match.Groups["schema"].Value : null;

    /// <summary>Whether it says ISO 8859-15, which that tool reads as ISO 8859-1.</summary>
    public bool IsLatin9 => _text[..Math.Min(_text.Length, LengthOfDeclaration)] is var start
        && (start.Contains("ISO-8859-15\"", StringComparison.Ordinal) || start.Contains("iso-8859-15\"", StringComparison.Ordinal));

    public static XmlStart Of(FecPart part)
    {
        Span<byte> start = stackalloc byte[Length];
        using var stream = part.Open();
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return new(Encoding.Latin1.GetString(start[..read]));
    }

    [GeneratedRegex(@"^(?:[^\r\n]{3})?<\?xml", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"xsi:noNamespaceSchemaLocation=""(?:file:)?formatA47A-I-(?<schema>VII-1|VIII-3|VIII-5|VIII-7)\.xsd""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Location();
}
