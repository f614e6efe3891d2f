using System.Globalization;

namespace Pupitre.Deliverables.Identifiers;

/// <summary>An international bank account number, and for France the key of the RIB inside it.</summary>
/// <remarks>
/// Source: ISO 13616 and ISO 7064 (mod 97-10); for France, Monaco and the overseas territories that use French account numbers, the RIB key of the
/// Banque de France: 97 less (89 bank + 15 branch + 3 account) mod 97, letters of the account being digits.
/// </remarks>
public static class Iban
{
    private const int LeastLength = 15;
    private const int MostLength = 34;
    private const int FrenchLength = 27;

    private static readonly string[] _withRib = ["FR", "MC"];

    /// <summary>The number in capitals without white space.</summary>
    public static string Normalize(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>Whether <paramref name="iban"/>, normalized, is well formed and its key fits; for France and Monaco the RIB key too.</summary>
    public static bool IsValid(string iban) =>
        IsWellFormed(iban) && Remainder(iban[4..] + iban[..4]) == 1 && (!_withRib.Contains(iban[..2], StringComparer.Ordinal) || HasValidRib(iban));

    private static bool IsWellFormed(string iban) =>
        iban.Length is >= LeastLength and <= MostLength
        && char.IsAsciiLetterUpper(iban[0]) && char.IsAsciiLetterUpper(iban[1]) && char.IsAsciiDigit(iban[2]) && char.IsAsciiDigit(iban[3])
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
        if (iban.Length != FrenchLength)
        {
            return false;
        }

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
