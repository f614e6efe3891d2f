using System.Globalization;

namespace Pupitre.Recognition.Bank;

/// <summary>Reads amounts as banks write them: "-1 234,56", "1.234,56", "1,234.56", "+12.00", "(12,00)", "12,00-", "12,00 €".</summary>
internal static class BankAmount
{
    private const int LongestAmount = 40;

    public static bool TryRead(string text, out decimal amount)
    {
        amount = 0;
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\'' or '’' or '€' or '\u202F' or '\u00A0'))).Replace('−', '-');
        plain = plain.EndsWith("EUR", StringComparison.OrdinalIgnoreCase) ? plain[..^3] : plain;
        if (plain.Length is 0 or > LongestAmount)
        {
            return false;
        }

        var isNegative = plain[0] == '-' || plain[^1] == '-' || (plain[0] == '(' && plain[^1] == ')');
        plain = plain.Trim('-', '+', '(', ')');
        if (plain.Length == 0 || !plain.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ','))
        {
            return false;
        }

        var point = plain.LastIndexOfAny(['.', ',']);
        var decimals = point < 0 ? -1 : plain.Length - point - 1;
        // One sign before three digits groups thousands, unless the other one stands there too: then the last is the decimal.
        var isGroup = decimals == 3 && plain.IndexOfAny(['.', ',']) == point && point is > 0 and <= 3 && plain[0] != '0';
        var isManyGroups = point >= 0 && plain.Count(letter => letter == plain[point]) > 1;
        var whole = point < 0 || isGroup || isManyGroups ? plain : plain[..point];
        var part = point < 0 || isGroup || isManyGroups ? "" : plain[(point + 1)..];
        whole = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse((whole.Length == 0 ? "0" : whole) + "." + (part.Length == 0 ? "0" : part), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount))
        {
            return false;
        }

        amount = isNegative ? -amount : amount;
        return true;
    }
}
