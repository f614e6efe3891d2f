using System.Buffers;
using System.Runtime.CompilerServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>The value of an amount whose signs, digits, comma and exponent stand where they may.</summary>
internal static class AmountNumber
{
    /// <summary>From this exponent on, downwards, a number in binary is zero.</summary>
    public const int LeastExponent = -324;

    /// <summary>Digits that a number in binary holds for certain; two more are what its conversion adds.</summary>
    private const int CertainDigits = 15;

    private const int NoiseDecimals = 7;

    private static readonly SearchValues<byte> _digits = SearchValues.Create("0123456789,"u8);
    private static readonly Int128[] _powers = Powers();

    /// <summary>False when it has more digits before the comma than can be held.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, out Amount amount)
    {
        var digits = text.TrimStart(" +-"u8);
        var end = digits.IndexOfAnyExcept(_digits);
        var mantissa = end < 0 ? digits : digits[..end];
        var rest = end < 0 ? default : digits[end..];
        var isScientific = rest is [(byte)'E' or (byte)'e', ..];
        var isNegative = isScientific ? text.TrimStart((byte)' ') is [(byte)'-', ..] : text.Contains((byte)'-');
        var isHeld = TryRead(mantissa, isScientific ? Exponent(rest) : 0, out var units);
        amount = new(isNegative ? -units : units);
        return isHeld;
    }

    /// <summary>What follows E, with one sign at most; 0 for what is none.</summary>
    public static int Exponent(ReadOnlySpan<byte> rest)
    {
        if (rest is not [(byte)'E' or (byte)'e', ..])
        {
            return 0;
        }

        var digits = rest is [_, (byte)'+' or (byte)'-', ..] ? rest[2..] : rest[1..];
        var exponent = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            exponent = Math.Min((exponent * 10) + digit - '0', 1_000_000);
        }

        return rest is [_, (byte)'-', ..] ? -exponent : exponent;
    }

    private static bool TryRead(ReadOnlySpan<byte> mantissa, int exponent, out Int128 units)
    {
        units = 0;
        var comma = mantissa.IndexOf((byte)',');
        var wholeDigits = comma < 0 ? mantissa.Length : comma;
        var first = mantissa.IndexOfAnyExcept("0,"u8);
        if (first < 0)
        {
            return true;
        }

        // Digits of the value before its comma, counted from the first that is not zero; negative when zeros follow the comma first.
        var before = wholeDigits - first + (first > wholeDigits && comma >= 0 ? 1 : 0) + exponent;
        if (before > AmountText.MostDigits)
        {
            return false;
        }

        var (wanted, kept, next) = (before + Amount.Decimals, 0, -1);
        foreach (var digit in mantissa[first..])
        {
            if (digit == (byte)',')
            {
                continue;
            }

            if (kept >= wanted)
            {
                next = digit - '0';
                break;
            }

            units = (units * 10) + digit - '0';
            kept++;
        }

        units = wanted < 0 ? 0 : (units * _powers[Math.Max(0, wanted - kept)]) + (kept == wanted && next >= 5 ? 1 : 0);
        units = WithoutNoise(units, mantissa[first..]);
        return true;
    }

    /// <summary>
    /// 0,30000000000000004 is how a program that counts in binary writes 0,30: of sixteen or seventeen digits whose first fifteen are an amount in cents,
    /// the cents count.
    /// </summary>
    private static Int128 WithoutNoise(Int128 units, ReadOnlySpan<byte> digits)
    {
        var written = digits.Length - digits.Count((byte)',');
        var cent = _powers[Amount.Decimals - 2];
        if (written is <= CertainDigits or > CertainDigits + 2 || units % cent == 0)
        {
            return units;
        }

        var rounded = (units + (cent / 2)) / cent * cent;
        return Int128.Abs(rounded - units) < _powers[Amount.Decimals - NoiseDecimals] ? rounded : units;
    }

    private static Int128[] Powers()
    {
        var powers = new Int128[AmountText.MostDigits + Amount.Decimals + 1];
        powers[0] = 1;
        for (var at = 1; at < powers.Length; at++)
        {
            powers[at] = powers[at - 1] * 10;
        }

        return powers;
    }
}
