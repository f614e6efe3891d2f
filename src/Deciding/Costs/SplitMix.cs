using System.Runtime.InteropServices;

namespace Pupitre.Deciding.Costs;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014), asked by number: the n-th value of a
/// seed is one mix of seed + n × gamma. The same on every machine and in every version, which <see cref="Random"/> does not promise; and
/// one input may be left out without the draws of another changing.
/// </summary>
public static class SplitMix
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const int UnusedBits = 11;
    private const double Unit = 1.0 / (1UL << 53);

    /// <summary>The n-th value, n from 1.</summary>
    public static ulong Value(ulong seed, ulong n)
    {
        var z = unchecked(seed + (n * Gamma));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }

    /// <summary>The n-th value as a number from 0 to below 1, in steps of 2^-53.</summary>
    public static double Fraction(ulong seed, ulong n) => (Value(seed, n) >> UnusedBits) * Unit;
}

/// <summary>
/// The triangle over low, likely and high. Triangle and not PERT: its inverse needs one square root, which every machine rounds alike,
/// while a beta distribution needs powers and logarithms, which machines do not; and people who give three figures seldom know more than
/// three.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Triangle
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _turn;
    private readonly double _rising;
    private readonly double _falling;

    public Triangle(Estimate estimate)
    {
        (_low, var likely, _high) = ((double)estimate.Low, (double)estimate.Likely, (double)estimate.High);
        var width = _high - _low;
        _turn = width > 0 ? (likely - _low) / width : 0;
        _rising = width * (likely - _low);
        _falling = width * (_high - likely);
    }

    /// <summary>The value below which the share <paramref name="fraction"/> of all draws lies.</summary>
    public double At(double fraction)
    {
        if (_low == _high)
        {
            return _low;
        }

        return fraction < _turn ? _low + Math.Sqrt(fraction * _rising) : _high - Math.Sqrt((1 - fraction) * _falling);
    }
}
