using System.Globalization;

namespace Pupitre.Deliverables.Identifiers;

/// <summary>The French social security number (NIR): thirteen characters and a key of two digits.</summary>
/// <remarks>
/// Source: décret 82-103 of 22 January 1982, and INSEE. Sex, year and month of birth, department, commune, order; key = 97 less the number mod 97.
/// Corsica: 2A counts as 19 and 2B as 18. Months 20 to 42 and 50 to 99 stand for an unknown one. Numbers that begin with 7 or 8 are provisional, given
/// while somebody born abroad is being registered, and so are those that begin with 3 or 4.
/// </remarks>
public static class Nir
{
    /// <summary>Number of characters, the key included.</summary>
    public const int Length = 15;

    /// <summary>The number in capitals without the white space that people write in it.</summary>
    public static string Normalize(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>Whether <paramref name="nir"/>, normalized, is well formed and its key fits. A provisional number may be valid.</summary>
    public static bool IsValid(string nir) => IsWellFormed(nir) && NumberOf(nir) is { } number && 97 - (number % 97) == int.Parse(nir.AsSpan(13), CultureInfo.InvariantCulture);

    /// <summary>Whether a well-formed number is provisional.</summary>
    public static bool IsProvisional(string nir) => IsWellFormed(nir) && nir[0] is '3' or '4' or '7' or '8';

    private static bool IsWellFormed(string nir) =>
        nir.Length == Length && nir[0] is '1' or '2' or '3' or '4' or '7' or '8'
        && nir.Index().All(place => char.IsAsciiDigit(place.Item) || (place.Index == 6 && place.Item is 'A' or 'B' && nir[5] == '2'))
        && IsMonth(int.Parse(nir.AsSpan(3, 2), CultureInfo.InvariantCulture));

    private static bool IsMonth(int month) => month is (>= 1 and <= 12) or (>= 20 and <= 42) or (>= 50 and <= 99);

    private static long? NumberOf(string nir)
    {
        var digits = nir[..13].Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
