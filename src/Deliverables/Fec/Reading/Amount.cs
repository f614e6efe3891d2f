using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>An exact amount of euros, in units of 10^-16: what an amount of eighteen digits and sixteen decimals needs.</summary>
/// <remarks>
/// Sums are checked: one that leaves the range (1.7 x 10^22 euros) throws rather than wraps. It is held and added up in two halves of 64
/// bits: nothing that has an <see cref="Int128"/> in it is compiled beforehand when the program is published, and every line passes here.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Amount : IComparable<Amount>
{
    /// <summary>Decimals that a unit stands for.</summary>
    public const int Decimals = 16;

    private const long UnitsPerCent = 100_000_000_000_000;

    private readonly ulong _low;
    private readonly long _high;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Amount(Int128 units) => (_low, _high) = ((ulong)units, (long)(units >> 64));

    private Amount(long high, ulong low) => (_low, _high) = (low, high);

    public Int128 Units
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => new((ulong)_high, _low);
    }

    public bool IsZero => (_low | (ulong)_high) == 0;

    public bool IsNegative => _high < 0;

    public Amount Size => IsNegative ? -this : this;

    /// <summary>First digit that is not zero of an amount of one euro or more.</summary>
    public int FirstDigit
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get
        {
            var euros = (UInt128)(Size.Units / ((Int128)UnitsPerCent * 100));
            if (euros > ulong.MaxValue)
            {
                return euros.ToString(CultureInfo.InvariantCulture)[0] - '0';
            }

            var digits = (ulong)euros;
            while (digits >= 10)
            {
                digits /= 10;
            }

            return (int)digits;
        }
    }

    public static Amount operator +(Amount left, Amount right)
    {
        var low = unchecked(left._low + right._low);
        var high = unchecked(left._high + right._high + (low < left._low ? 1 : 0));
        return ((left._high ^ high) & (right._high ^ high)) < 0 ? throw new OverflowException() : new(high, low);
    }

    public static Amount operator -(Amount left, Amount right)
    {
        var low = unchecked(left._low - right._low);
        var high = unchecked(left._high - right._high - (left._low < right._low ? 1 : 0));
        return ((left._high ^ right._high) & (left._high ^ high)) < 0 ? throw new OverflowException() : new(high, low);
    }

    public static Amount operator -(Amount amount) =>
        new(unchecked(~amount._high + (amount._low == 0 ? 1 : 0)), unchecked(0 - amount._low));

    public static bool operator <(Amount left, Amount right) => left.CompareTo(right) < 0;

    public static bool operator >(Amount left, Amount right) => left.CompareTo(right) > 0;

    public static bool operator <=(Amount left, Amount right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Amount left, Amount right) => left.CompareTo(right) >= 0;

    public static Amount FromCents(long cents)
    {
        var high = Math.BigMul(cents, UnitsPerCent, out var low);
        return new(high, (ulong)low);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Amount FromEuros(decimal euros)
    {
        var whole = decimal.Truncate(euros);
        return new(((Int128)whole * UnitsPerCent * 100) + (Int128)decimal.Truncate((euros - whole) * 1e16m));
    }

    /// <summary>Whether it is a whole multiple of <paramref name="euros"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool IsMultipleOf(int euros) => Units % ((Int128)UnitsPerCent * 100 * euros) == 0;

    public int CompareTo(Amount other) => _high != other._high ? _high.CompareTo(other._high) : _low.CompareTo(other._low);

    /// <summary>The same amount, with at least two decimals. Exact up to 28 digits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public decimal ToDecimal()
    {
        if (IsZero)
        {
            return 0.00m;
        }

        var (units, scale) = (Units, Decimals);
        for (; scale > 2 && units % 10 == 0; scale--)
        {
            units /= 10;
        }

        for (; Int128.Abs(units) > (Int128)decimal.MaxValue; scale--)
        {
            units /= 10;
        }

        var power = 1m;
        for (var step = 0; step < scale; step++)
        {
            power *= 10m;
        }

        return ((decimal)units / power) + 0.00m;
    }
}
