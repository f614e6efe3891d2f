using System.Buffers;
using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>How an amount is written.</summary>
internal enum AmountForm : byte
{
    /// <summary>Blank: zero.</summary>
    Blank,

    /// <summary>As rule TCD-14 allows.</summary>
    Allowed,

    /// <summary>As rule TCD-14 allows, with more digits before the comma than can be held: counted as zero.</summary>
    TooLong,

    /// <summary>With a point or spaces: an error by TCD-14, yet its value leaves no doubt.</summary>
    Readable,

    /// <summary>No number: counted as zero.</summary>
    Unreadable,
}

/// <summary>Reads the amounts of a flat file.</summary>
/// <remarks>
/// Rule TCD-14: blank is 0; no point; at most one comma or blank; signs, digits, signs, with one minus at most, or scientific <c>1E5</c>. There is no limit
/// of digits: what lies beyond sixteen decimals is rounded.
/// </remarks>
internal static class AmountText
{
    /// <summary>Digits before the comma that can be held.</summary>
    public const int MostDigits = 18;

    private const int ShortText = 128;

    private static readonly SearchValues<byte> _signs = SearchValues.Create("+-"u8);
    private static readonly SearchValues<byte> _digits = SearchValues.Create("0123456789,"u8);
    private static readonly SearchValues<byte> _exponent = SearchValues.Create("0123456789+-"u8);

    public static AmountForm Parse(ReadOnlySpan<byte> text, out Amount amount)
    {
        if (TryPlain(text, out var cents))
        {
            amount = Amount.FromCents(cents);
            return text.IsEmpty ? AmountForm.Blank : AmountForm.Allowed;
        }

        Span<byte> spaced = text.Length <= ShortText ? stackalloc byte[text.Length] : new byte[text.Length];
        var allowed = spaced[..Blanks.ToSpaces(text, spaced)];
        if (IsAllowed(allowed))
        {
            return AmountNumber.TryRead(allowed, out amount) ? AmountForm.Allowed : AmountForm.TooLong;
        }

        return ParseLoosely(text, out amount);
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

    /// <summary>Whether TCD-14 has nothing to say of it.</summary>
    public static bool IsOfficial(ReadOnlySpan<byte> text)
    {
        Span<byte> spaced = text.Length <= ShortText ? stackalloc byte[text.Length] : new byte[text.Length];
        return text.IsEmpty || IsAllowed(spaced[..Blanks.ToSpaces(text, spaced)]);
    }

    /// <summary>Whether TCD-16 takes a text for zero: of what is no number, the digits that it begins with count.</summary>
    public static bool IsOfficialZero(ReadOnlySpan<byte> text)
    {
        var rest = text.TrimStart(" \t\r\n\v\f\u00A0"u8);
        rest = rest is [(byte)'+' or (byte)'-', ..] ? rest[1..] : rest;
        var hasPoint = text.Contains((byte)'.');
        var (isFraction, isZero, at) = (false, true, 0);
        for (; at < rest.Length; at++)
        {
            var isMark = rest[at] == (hasPoint ? (byte)'.' : (byte)',');
            if (isMark ? isFraction : rest[at] is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            isFraction |= isMark;
            isZero &= isMark || rest[at] == (byte)'0';
        }

        return isZero ? at > 0 || !IsNoFinite(rest) : AmountNumber.Exponent(rest[at..]) <= AmountNumber.LeastExponent;
    }

    /// <summary>Infinity and "not a number", in any case.</summary>
    private static bool IsNoFinite(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && (Ascii.EqualsIgnoreCase(text[..3], "inf"u8) || Ascii.EqualsIgnoreCase(text[..3], "nan"u8));

    private static bool IsAllowed(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)'.') || text.Count((byte)' ') + text.Count((byte)',') > 1)
        {
            return false;
        }

        var rest = Skip(text.TrimStart((byte)' '), _signs);
        var after = Skip(rest, _digits);
        if (after.Length == rest.Length)
        {
            return false;
        }

        return after is [(byte)'E' or (byte)'e', _, ..] && _exponent.Contains(after[1])
            ? Skip(after[1..], _exponent).Trim((byte)' ').IsEmpty
            : Skip(after.TrimStart((byte)' '), _signs).Trim((byte)' ').IsEmpty && text.Count((byte)'-') <= 1;
    }

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text, SearchValues<byte> letters) =>
        text.IndexOfAnyExcept(letters) is var end and >= 0 ? text[end..] : default;

    /// <summary>A point for the comma, spaces of any kind between thousands: what other countries, browsers and spreadsheets write.</summary>
    private static AmountForm ParseLoosely(ReadOnlySpan<byte> text, out Amount amount)
    {
        amount = default;
        Span<byte> kept = stackalloc byte[48];
        var length = 0;
        while (!text.IsEmpty)
        {
            if (Space(text) is var space and > 0)
            {
                text = text[space..];
                continue;
            }

            if (length == kept.Length)
            {
                return AmountForm.Unreadable;
            }

            kept[length++] = text[0] == (byte)'.' ? (byte)',' : text[0];
            text = text[1..];
        }

        return IsAllowed(kept[..length]) && AmountNumber.TryRead(kept[..length], out amount) ? AmountForm.Readable : AmountForm.Unreadable;
    }

    /// <summary>The bytes of a space: plain, tabulation, no-break (U+00A0), thin (U+2009), narrow no-break (U+202F).</summary>
    private static int Space(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)' ' or (byte)'\t' or 0xA0, ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, 0x89 or 0xAF, ..] => 3,
        _ => 0,
    };
}
