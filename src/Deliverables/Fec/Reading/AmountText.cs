using System.Buffers;

namespace Pupitre.Deliverables.Fec;

/// <summary>How an amount is written.</summary>
internal enum AmountForm : byte
{
    /// <summary>Blank: zero.</summary>
    Blank,

    /// <summary>As rule TCD-14 allows.</summary>
    Allowed,

    /// <summary>With a point or spaces: an error by TCD-14, yet its value leaves no doubt.</summary>
    Readable,

    /// <summary>More digits than can be held (18, or 16 decimals): counted as zero.</summary>
    TooLong,

    /// <summary>No number: counted as zero.</summary>
    Unreadable,
}

/// <summary>Reads the amounts of a flat file.</summary>
/// <remarks>
/// Rule TCD-14: blank is 0; <c>[+-]*[0-9,]+[+-]*</c> with at most one minus, or scientific <c>1E5</c>. After a second comma, which the
/// pattern lets pass, digits say nothing and are left out of the value.
/// </remarks>
internal static class AmountText
{
    public const int MostDigits = 18;

    private static readonly SearchValues<byte> _digits = SearchValues.Create("0123456789,"u8);
    private static readonly Int128[] _powers = Powers();

    public static AmountForm Parse(ReadOnlySpan<byte> text, out Amount amount)
    {
        if (TryPlain(text, out var cents))
        {
            amount = Amount.FromCents(cents);
            return text.IsEmpty ? AmountForm.Blank : AmountForm.Allowed;
        }

        var form = ParseSigned(text, out amount);
        return form == AmountForm.Unreadable ? ParseLoosely(text, out amount) : form;
    }

    /// <summary>Up to sixteen digits with a comma and two decimals, without a sign: nearly every amount there is.</summary>
    public static bool TryPlain(ReadOnlySpan<byte> text, out long cents)
    {
        cents = 0;
        if (text.Length is < 4 or > 17 || text[^3] != ',')
        {
            return text.IsEmpty;
        }

        for (var at = 0; at < text.Length; at++)
        {
            var digit = text[at] - (uint)'0';
            if (digit <= 9)
            {
                cents = (cents * 10) + digit;
            }
            else if (at != text.Length - 3)
            {
                return false;
            }
        }

        return true;
    }

    private static AmountForm ParseSigned(ReadOnlySpan<byte> text, out Amount amount)
    {
        amount = default;
        var digits = text.Trim("+-"u8);
        var minus = text.Count((byte)'-');
        var exponentAt = digits.IndexOfAny((byte)'E', (byte)'e');
        if (exponentAt > 0)
        {
            return ParseScientific(text, text.IndexOfAny((byte)'E', (byte)'e'), out amount);
        }

        if (minus > 1 || digits.IsEmpty || digits.ContainsAnyExcept(_digits))
        {
            return AmountForm.Unreadable;
        }

        return Read(digits, minus == 1, exponent: 0, out amount);
    }

    private static AmountForm ParseScientific(ReadOnlySpan<byte> text, int exponentAt, out Amount amount)
    {
        amount = default;
        var isNegative = text[0] == (byte)'-';
        var digits = text[..exponentAt].TrimStart("+-"u8);
        var signed = text[(exponentAt + 1)..];
        var exponentDigits = signed is [(byte)'+' or (byte)'-', ..] ? signed[1..] : signed;
        if (exponentAt - digits.Length > 1 || digits.IsEmpty || exponentDigits.IsEmpty
            || digits.ContainsAnyExcept(_digits) || exponentDigits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return AmountForm.Unreadable;
        }

        var exponent = 0;
        foreach (var digit in exponentDigits)
        {
            exponent = Math.Min((exponent * 10) + digit - '0', 1000);
        }

        return Read(digits, isNegative, signed[0] == (byte)'-' ? -exponent : exponent, out amount);
    }

    private static AmountForm Read(ReadOnlySpan<byte> digits, bool isNegative, int exponent, out Amount amount)
    {
        amount = default;
        var comma = digits.IndexOf((byte)',');
        var whole = comma < 0 ? digits : digits[..comma];
        var fraction = comma < 0 ? default : digits[(comma + 1)..];
        if (fraction.IndexOf((byte)',') is var second and >= 0)
        {
            fraction = fraction[..second];
        }

        fraction = fraction.TrimEnd((byte)'0');
        whole = whole.TrimStart((byte)'0');
        var significant = whole.IsEmpty ? fraction.TrimStart((byte)'0').Length : whole.Length + fraction.Length;
        var power = exponent - fraction.Length + Amount.Decimals;
        if (significant == 0)
        {
            return AmountForm.Allowed;
        }

        if (significant > MostDigits || power < 0 || power + significant > MostDigits + Amount.Decimals)
        {
            return AmountForm.TooLong;
        }

        long mantissa = 0;
        foreach (var digit in whole)
        {
            mantissa = (mantissa * 10) + digit - '0';
        }

        foreach (var digit in fraction)
        {
            mantissa = (mantissa * 10) + digit - '0';
        }

        amount = new((isNegative ? -mantissa : mantissa) * _powers[power]);
        return AmountForm.Allowed;
    }

    /// <summary>A point for the comma, spaces between thousands: what other countries and spreadsheets write.</summary>
    private static AmountForm ParseLoosely(ReadOnlySpan<byte> text, out Amount amount)
    {
        amount = default;
        Span<byte> kept = stackalloc byte[48];
        var length = 0;
        var points = 0;
        foreach (var letter in text)
        {
            if (letter is (byte)' ' or 0xA0 or 0xC2)
            {
                continue;
            }

            if (length == kept.Length)
            {
                return AmountForm.Unreadable;
            }

            points += letter is (byte)'.' or (byte)',' ? 1 : 0;
            kept[length++] = letter == (byte)'.' ? (byte)',' : letter;
        }

        var form = points > 1 ? AmountForm.Unreadable : ParseSigned(kept[..length], out amount);
        return form == AmountForm.Allowed ? AmountForm.Readable : form;
    }

    private static Int128[] Powers()
    {
        var powers = new Int128[MostDigits + Amount.Decimals + 1];
        powers[0] = 1;
        for (var at = 1; at < powers.Length; at++)
        {
            powers[at] = powers[at - 1] * 10;
        }

        return powers;
    }
}
