using System.Globalization;

namespace Pupitre.Deliverables.Fec;

/// <summary>An exact amount of euros, in units of 10^-16: what an amount of eighteen digits and sixteen decimals needs.</summary>
/// <remarks>Sums are checked: one that leaves the range (1.7 x 10^22 euros) throws rather than wraps.</remarks>
internal readonly record struct Amount(Int128 Units) : IComparable<Amount>
{
    /// <summary>Decimals that a unit stands for.</summary>
    public const int Decimals = 16;

    private static readonly Int128 PerCent = (Int128)100_000_000_000_000;

    public bool IsZero => Units == Int128.Zero;

    public bool IsNegative => Int128.IsNegative(Units);

    public Amount Size => IsNegative ? new(-Units) : this;

    /// <summary>First digit that is not zero of an amount of one euro or more.</summary>
    public int FirstDigit
    {
        get
        {
            var euros = (UInt128)(Size.Units / (PerCent * 100));
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

    public static Amount operator +(Amount left, Amount right) => new(checked(left.Units + right.Units));

    public static Amount operator -(Amount left, Amount right) => new(checked(left.Units - right.Units));

    public static Amount operator -(Amount amount) => new(-amount.Units);

    public static bool operator <(Amount left, Amount right) => left.Units < right.Units;

    public static bool operator >(Amount left, Amount right) => left.Units > right.Units;

    public static bool operator <=(Amount left, Amount right) => left.Units <= right.Units;

    public static bool operator >=(Amount left, Amount right) => left.Units >= right.Units;

    public static Amount FromCents(long cents) => new(cents * PerCent);

    public static Amount FromEuros(decimal euros)
    {
        var whole = decimal.Truncate(euros);
        return new(((Int128)whole * PerCent * 100) + (Int128)decimal.Truncate((euros - whole) * 1e16m));
    }

    /// <summary>Whether it is a whole multiple of <paramref name="euros"/>.</summary>
    public bool IsMultipleOf(int euros) => Units % (PerCent * 100 * euros) == 0;

    public int CompareTo(Amount other) => Units.CompareTo(other.Units);

    /// <summary>The same amount, with at least two decimals. Exact up to 28 digits.</summary>
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
