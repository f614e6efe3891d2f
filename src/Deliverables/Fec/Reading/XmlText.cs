using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pupitre.Deliverables.Fec;

/// <summary>Turns the values of XML into those of a flat line, so that the same controls read both forms.</summary>
internal sealed partial class XmlText
{
    private const int DayLength = 10;
    private static readonly SearchValues<char> _accountSigns = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> _digits = SearchValues.Create("0123456789");

    private const string WhiteSpace = " \t\r\n";

    private readonly DayTexts _days = new();
    private byte[] _bytes = new byte[1024];

    public static bool IsValid(string value, XmlLeaf leaf) => leaf switch
    {
        XmlLeaf.Day => IsDay(value),
        XmlLeaf.Amount => IsNumber(value.AsSpan().Trim(WhiteSpace)),
        XmlLeaf.Account => value.Length >= 3 && !value.AsSpan(0, 3).ContainsAnyExceptInRange('0', '9') && !value.AsSpan(3).ContainsAnyExcept(_accountSigns),
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

    public void Fill(FecLine line, Dictionary<FecColumn, string> values, bool isLettered, long number, long physical)
    {
        var needed = 0;
        foreach (var (_, value) in values)
        {
            needed += Encoding.UTF8.GetMaxByteCount(value.Length);
        }

        if (needed > _bytes.Length)
        {
            _bytes = new byte[needed * 2];
        }

        line.Begin(_bytes, number, physical);
        var at = 0;
        foreach (var (column, value) in values)
        {
            if (isLettered || column is not FecColumn.EcritureLet and not FecColumn.DateLet)
            {
                var length = Encoding.UTF8.GetBytes(value, _bytes.AsSpan(at));
                line.Set(column, at, length);
                at += length;
            }
        }

        line.End(fits: true, _days);
    }

    /// <summary>xs:date or xs:dateTime: what they let pass and the other rules refuse, such as a zone, is an error of those.</summary>
    private static bool IsDay(ReadOnlySpan<char> value)
    {
        value = value.Trim(WhiteSpace);
        if (value.Length < DayLength || !DateOnly.TryParseExact(value[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return false;
        }

        var rest = value[DayLength..];
        return rest.IsEmpty || Zone().IsMatch(rest) || (Hour().IsMatch(rest) && (rest[1..3] is not "24" || rest is ['T', '2', '4', ':', '0', '0', ':', '0', '0', ..]));
    }

    /// <summary>xs:float; its infinities and its "not a number" are no amounts to the other rules.</summary>
    private static bool IsNumber(ReadOnlySpan<char> value)
    {
        var digits = value is ['+' or '-', ..] ? value[1..] : value;
        var rest = Skip(digits);
        var isPlain = !digits.IsEmpty && (rest.IsEmpty || (digits.Length > 1 && rest[0] == '.' && Skip(rest[1..]).IsEmpty));
        return isPlain || Exponential().IsMatch(value) || value is "INF" or "-INF" or "NaN";
    }

    private static ReadOnlySpan<char> Skip(ReadOnlySpan<char> value) => value.IndexOfAnyExcept(_digits) is var end and >= 0 ? value[end..] : default;

    [GeneratedRegex(@"^(Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Zone();

    [GeneratedRegex(@"^T([01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hour();

    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Exponential();
}
