using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Pupitre.Papers;

/// <summary>
/// Takes chance out of a PDF, so that two that say the same are equal to the byte: the writer draws keys of the file, names of its embedded
/// fonts and the second of saving anew each time. Each is replaced by one of the same length, taken from the content: no place in the
/// file moves.
/// </summary>
internal static partial class PdfIdentity
{
    private const int MatchTimeoutMs = 10_000;
    private const int TagLength = 6;

    public static byte[] Settle(byte[] file, DateTimeOffset madeAt)
    {
        // One sign for each byte: what is no text passes through unharmed.
        var text = Encoding.Latin1.GetString(file);
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        text = FontTag().Replace(text, match => "/" + TagOf(match.Groups["tag"].Value, tags) + match.Groups["name"].Value);
        text = FileKey().Replace(text, match => "<" + new string('0', match.Groups["key"].Length) + ">");
        text = Moment().Replace(text, match => "(D:" + madeAt.UtcDateTime.ToString("yyyyMMddHHmmss",
            CultureInfo.InvariantCulture) + "+00'00'" + match.Groups["end"].Value);
        text = MetaMoment().Replace(text, madeAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+00:00");
        text = MetaKey().Replace(text, "uuid:" + Guid.Empty.ToString("D"));
        var content = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)))[..32];
        return Encoding.Latin1.GetBytes(FileKey().Replace(text, match => "<" + content[..match.Groups["key"].Length] + ">"));
    }

    // AAAAAA, AAAAAB: in the order in which the fonts stand in the file.
    private static string TagOf(string tag, Dictionary<string, string> known)
    {
        if (!known.TryGetValue(tag, out var settled))
        {
            known[tag] = settled = new string('A', TagLength - 1) + (char)('A' + (known.Count % 26));
        }

        return settled;
    }

    [GeneratedRegex("(?<=/(?:BaseFont|FontName)\\s?)/(?<tag>[A-Z]{6})(?<name>\\+[A-Za-z])", RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex FontTag();

    [GeneratedRegex("(?<=/ID\\s?\\[(?:<[0-9A-Fa-f]{32}>\\s?)?)<(?<key>[0-9A-Fa-f]{32})>", RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex FileKey();

    [GeneratedRegex("\\(D:\\d{14}[+-]\\d\\d'\\d\\d(?<end>'?\\))", RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Moment();

    [GeneratedRegex("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d", RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex MetaMoment();

    [GeneratedRegex("uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex MetaKey();
}
