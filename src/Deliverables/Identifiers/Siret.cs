using Pupitre.Kernel;

namespace Pupitre.Deliverables.Identifiers;

/// <summary>The fourteen-digit number of a French establishment: the SIREN of its company, five digits of its own, the last of which is a key.</summary>
/// <remarks>
/// Source: INSEE, SIRENE (Luhn's formula over the fourteen digits). La Poste (SIREN 356000000) has more establishments than Luhn's formula leaves numbers:
/// the sum of the digits of theirs is a multiple of five instead, never Luhn's formula, its head office excepted.
/// </remarks>
public static class Siret
{
    /// <summary>Number of digits.</summary>
    public const int Length = 14;

    private const string LaPoste = "356000000";
    private const string HeadOfficeOfLaPoste = "35600000000048";

    /// <summary>Whether <paramref name="siret"/> is made of fourteen digits; white space is not left out.</summary>
    public static bool IsWellFormed(string siret) => siret.Length == Length && siret.All(char.IsAsciiDigit);

    /// <summary>Whether it is well formed, and the keys of the establishment and of its company fit.</summary>
    public static bool IsValid(string siret) => IsWellFormed(siret) && Siren.HasValidKey(SirenOf(siret)) && (IsOfLaPoste(siret) ? siret.Sum(digit => digit - '0') % 5 == 0 : Luhn(siret));

    /// <summary>The company's number.</summary>
    /// <exception cref="ArgumentException">It is not well formed.</exception>
    public static string SirenOf(string siret) =>
        IsWellFormed(siret) ? siret[..Siren.Length] : throw new ArgumentException("A SIRET has fourteen digits.", nameof(siret));

    private static bool IsOfLaPoste(string siret) => siret.StartsWith(LaPoste, StringComparison.Ordinal) && siret != HeadOfficeOfLaPoste;

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var fromEnd = 0; fromEnd < digits.Length; fromEnd++)
        {
            var digit = digits[^(fromEnd + 1)] - '0';
            var weighted = fromEnd % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }
}
