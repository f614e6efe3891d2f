namespace Pupitre.Kernel;

/// <summary>The nine-digit number of a French company, whose last digit is a check key (Luhn's formula, INSEE).</summary>
/// <remarks>A wrong key is worth a warning and not a refusal: the number is only written on mails and pages.</remarks>
public static class Siren
{
    /// <summary>Number of digits.</summary>
    public const int Length = 9;

    /// <summary>The number without the white space and dots that people write in it; null when nothing is left.</summary>
    public static string? Normalize(string? text)
    {
        var digits = string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not '.' and not '-'));
        return digits.Length == 0 ? null : digits;
    }

    /// <summary>Whether <paramref name="siren"/> is made of nine digits.</summary>
    public static bool IsWellFormed(string siren) => siren.Length == Length && siren.All(char.IsAsciiDigit);

    /// <summary>Whether the key of <paramref name="siren"/> fits its other digits.</summary>
    public static bool HasValidKey(string siren)
    {
        if (!IsWellFormed(siren))
        {
            return false;
        }

        var sum = 0;
        for (var place = 0; place < Length; place++)
        {
            var digit = siren[place] - '0';
            var weighted = place % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }
}
