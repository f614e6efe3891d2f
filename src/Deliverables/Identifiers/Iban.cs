using System.Collections.Frozen;
using System.Globalization;

namespace Pupitre.Deliverables.Identifiers;

/// <summary>An international bank account number, and for France the key of the RIB inside it.</summary>
/// <remarks>
/// Source: the registry of ISO 13616 (its countries, and the length of each) and ISO 7064 (mod 97-10); for France and Monaco the RIB key of the
/// Banque de France: 97 less (89 bank + 15 branch + 3 account) mod 97, letters of the account being digits. Overseas accounts begin with FR: RE, GP, MQ, GF,
/// YT, NC, PF and others are not in the registry.
/// </remarks>
public static class Iban
{
    private static readonly FrozenDictionary<string, int> _lengths = new Dictionary<string, int>
    {
        ["AD"] = 24,
        ["AE"] = 23,
        ["AL"] = 28,
        ["AT"] = 20,
        ["AZ"] = 28,
        ["BA"] = 20,
        ["BE"] = 16,
        ["BG"] = 22,
        ["BH"] = 22,
        ["BI"] = 27,
        ["BR"] = 29,
        ["BY"] = 28,
        ["CH"] = 21,
        ["CR"] = 22,
        ["CY"] = 28,
        ["CZ"] = 24,
        ["DE"] = 22,
        ["DJ"] = 27,
        ["DK"] = 18,
        ["DO"] = 28,
        ["EE"] = 20,
        ["EG"] = 29,
        ["ES"] = 24,
        ["FI"] = 18,
        ["FK"] = 18,
        ["FO"] = 18,
        ["FR"] = 27,
        ["GB"] = 22,
        ["GE"] = 22,
        ["GI"] = 23,
        ["GL"] = 18,
        ["GR"] = 27,
        ["GT"] = 28,
        ["HN"] = 28,
        ["HR"] = 21,
        ["HU"] = 28,
        ["IE"] = 22,
        ["IL"] = 23,
        ["IQ"] = 23,
        ["IS"] = 26,
        ["IT"] = 27,
        ["JO"] = 30,
        ["KW"] = 30,
        ["KZ"] = 20,
        ["LB"] = 28,
        ["LC"] = 32,
        ["LI"] = 21,
        ["LT"] = 20,
        ["LU"] = 20,
        ["LV"] = 21,
        ["LY"] = 25,
        ["MC"] = 27,
        ["MD"] = 24,
        ["ME"] = 22,
        ["MK"] = 19,
        ["MN"] = 20,
        ["MR"] = 27,
        ["MT"] = 31,
        ["MU"] = 30,
        ["NI"] = 28,
        ["NL"] = 18,
        ["NO"] = 15,
        ["OM"] = 23,
        ["PK"] = 24,
        ["PL"] = 28,
        ["PS"] = 29,
        ["PT"] = 25,
        ["QA"] = 29,
        ["RO"] = 24,
        ["RS"] = 22,
        ["RU"] = 33,
        ["SA"] = 24,
        ["SC"] = 31,
        ["SD"] = 18,
        ["SE"] = 24,
        ["SI"] = 19,
        ["SK"] = 24,
        ["SM"] = 27,
        ["SO"] = 23,
        ["ST"] = 25,
        ["SV"] = 28,
        ["TL"] = 23,
        ["TN"] = 24,
        ["TR"] = 26,
        ["UA"] = 29,
        ["VA"] = 22,
        ["VG"] = 24,
        ["XK"] = 20,
        ["YE"] = 30,
    }.ToFrozenDictionary();

    private static readonly string[] _withRib = ["FR", "MC"];

    /// <summary>The number in capitals without white space.</summary>
    public static string Normalize(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>Whether <paramref name="iban"/>, normalized, is well formed and its key fits; for France and Monaco the RIB key too.</summary>
    public static bool IsValid(string iban) =>
        IsWellFormed(iban) && Remainder(iban[4..] + iban[..4]) == 1 && (!_withRib.Contains(iban[..2], StringComparer.Ordinal) || HasValidRib(iban));

    private static bool IsWellFormed(string iban) =>
        iban.Length > 4 && _lengths.TryGetValue(iban[..2], out var length) && iban.Length == length && char.IsAsciiDigit(iban[2]) && char.IsAsciiDigit(iban[3])
        && iban.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter));

    private static int Remainder(string text)
    {
        var remainder = 0;
        foreach (var letter in text)
        {
            remainder = char.IsAsciiDigit(letter) ? ((remainder * 10) + letter - '0') % 97 : ((remainder * 100) + letter - 'A' + 10) % 97;
        }

        return remainder;
    }

    private static bool HasValidRib(string iban)
    {
        var rib = string.Concat(iban[4..].Select(Digit));
        return long.TryParse(rib.AsSpan(0, 5), CultureInfo.InvariantCulture, out var bank)
            && long.TryParse(rib.AsSpan(5, 5), CultureInfo.InvariantCulture, out var branch)
            && long.TryParse(rib.AsSpan(10, 11), CultureInfo.InvariantCulture, out var account)
            && long.TryParse(iban.AsSpan(25), NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            && 97 - (((89 * bank) + (15 * branch) + (3 * account)) % 97) == key;
    }

    /// <summary>A and J are 1, B, K and S are 2, and so on.</summary>
    private static char Digit(char letter) => letter switch
    {
        >= 'A' and <= 'I' => (char)('1' + letter - 'A'),
        >= 'J' and <= 'R' => (char)('1' + letter - 'J'),
        >= 'S' and <= 'Z' => (char)('2' + letter - 'S'),
        _ => letter,
    };
}
