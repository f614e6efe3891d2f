using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Pupitre.Deliverables.Fec;

/// <summary>Turns the values of XML into those of a flat line, so that the same controls read both forms.</summary>
internal sealed partial class XmlText
{
    private const int DayLength = 10;

    private readonly DayTexts _days = new();
    private byte[] _bytes = new byte[1024];

    public static bool IsValid(string value, XmlLeaf leaf) => leaf switch
    {
        XmlLeaf.Day => IsDay(value),
        XmlLeaf.Amount => Number().IsMatch(value),
        XmlLeaf.Account => value.Length >= 3 && value.Take(3).All(char.IsAsciiDigit) && value.All(char.IsAsciiLetterOrDigit),
        XmlLeaf.Direction => value is "D" or "d" or "C" or "c" or "+1" or "-1",
        _ => true,
    };

    /// <summary>A day without its time, an amount with a comma.</summary>
    public static string Flat(string value, XmlLeaf leaf) => leaf switch
    {
        XmlLeaf.Day when value.Length > DayLength => value[..DayLength],
        XmlLeaf.Amount or XmlLeaf.Free => value.Replace('.', ','),
        _ => value,
    };

    public void Fill(FecLine line, IEnumerable<KeyValuePair<FecColumn, string>> values, int number)
    {
        var needed = values.Sum(value => Encoding.UTF8.GetMaxByteCount(value.Value.Length));
        if (needed > _bytes.Length)
        {
            _bytes = new byte[needed * 2];
        }

        line.Begin(_bytes, number);
        var at = 0;
        foreach (var (column, value) in values)
        {
            var length = Encoding.UTF8.GetBytes(value, _bytes.AsSpan(at));
            line.Set(column, at, length);
            at += length;
        }

        line.End(fits: true, _days);
    }

    private static bool IsDay(string value)
    {
        try
        {
            _ = XmlConvert.ToDateTimeOffset(value, ["yyyy-MM-dd", "yyyy-MM-ddzzz", "yyyy-MM-ddZ", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"]);
            return true;
        }
        catch (FormatException)
        {
            // XmlConvert has no way to ask without throwing.
            return false;
        }
    }

    /// <summary>xs:float without its infinities and its "not a number", which are no amounts.</summary>
    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
