namespace Pupitre.Mining;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    private const double SeriesUpTo = 3;
    private const int FractionTerms = 200;

    /// <summary>
    /// The chance of a value at least as far from 0 as <paramref name="z"/>, on either side: by the series of the error function near 0 and the continued
    /// fraction of its complement beyond (NIST Digital Library of Mathematical Functions, 7.6.2 and 7.9.1).
    /// </summary>
    public static double TwoSided(double z)
    {
        var x = Math.Abs(z);
        return x < SeriesUpTo ? 1 - Series(x) : Fraction(x);
    }

    /// <summary>The chance of a value between -x and x.</summary>
    private static double Series(double x)
    {
        var (term, sum) = (x, x);
        for (var k = 1; Math.Abs(term) > sum * 1e-17; k++)
        {
            term *= x * x / ((2 * k) + 1);
            sum += term;
        }

        return sum * Math.Sqrt(2 / Math.PI) * Math.Exp(-x * x / 2);
    }

    private static double Fraction(double x)
    {
        var rest = x;
        for (var k = FractionTerms; k > 0; k--)
        {
            rest = x + (k / rest);
        }

        return Math.Sqrt(2 / Math.PI) * Math.Exp(-x * x / 2) / rest;
    }
}
