using System.Globalization;
using Pupitre.Kernel;

namespace Pupitre.Deliverables.Identifiers;

/// <summary>A French VAT number: FR, a key of two characters, and the SIREN.</summary>
/// <remarks>
/// Source: CGI ann. IV art. 39 bis and BOI-TVA-DECLA-20-10-10; the European Commission's list of algorithms (VIES). The usual key is
/// (12 + 3 x (SIREN mod 97)) mod 97; a key may hold letters but I and O, with its own check by eleven. Monaco's numbers have no SIREN: they begin with FR,
/// a key and 000.
/// </remarks>
public static class FrenchVatNumber
{
    /// <summary>Number of characters, the country included.</summary>
    public const int Length = 13;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Monaco = "000";

    /// <summary>The usual number of the company of a SIREN.</summary>
    /// <exception cref="ArgumentException">The SIREN is not nine digits.</exception>
    public static string Of(string siren)
    {
        if (!Siren.IsWellFormed(siren))
        {
            throw new ArgumentException("A SIREN has nine digits.", nameof(siren));
        }

        return string.Create(CultureInfo.InvariantCulture, $"FR{KeyOf(siren):00}{siren}");
    }

    /// <summary>Whether <paramref name="number"/>, in capitals and without white space, is well formed and its keys fit.</summary>
    public static bool IsValid(string number)
    {
        if (number.Length != Length || !number.StartsWith("FR", StringComparison.Ordinal))
        {
            return false;
        }

        var (key, siren) = (number[2..4], number[4..]);
        if (!Siren.IsWellFormed(siren) || !key.All(Alphabet.Contains) || (!siren.StartsWith(Monaco, StringComparison.Ordinal) && !Siren.HasValidKey(siren)))
        {
            return false;
        }

        return key.All(char.IsAsciiDigit)
            ? int.Parse(key, CultureInfo.InvariantCulture) == KeyOf(siren)
            : FitsByEleven(key, long.Parse(siren, CultureInfo.InvariantCulture));
    }

    private static long KeyOf(string siren) => (12 + (3 * (long.Parse(siren, CultureInfo.InvariantCulture) % 97))) % 97;

    private static bool FitsByEleven(string key, long siren)
    {
        var (first, second) = (Alphabet.IndexOf(key[0], StringComparison.Ordinal), Alphabet.IndexOf(key[1], StringComparison.Ordinal));
        var check = char.IsAsciiDigit(key[0]) ? (first * 24) + second - 10 : (first * 34) + second - 100;
        return (siren + 1 + (check / 11)) % 11 == check % 11;
    }
}
