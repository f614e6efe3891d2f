namespace Pupitre.Mining;

/// <summary>Whether two shares differ by more than chance: see <see cref="Drift"/> for the sources.</summary>
internal static class ProportionTest
{
    private const double FewestExpected = 5;

    /// <summary>Two probabilities that differ by less than this are one: they are the same sum in another order.</summary>
    private const double Rounding = 1e-7;

    /// <summary>The two-sided p-value of <paramref name="one"/> of <paramref name="ofOne"/> beside <paramref name="other"/> of <paramref name="ofOther"/>.</summary>
    public static double P(int one, int ofOne, int other, int ofOther)
    {
        var (yes, all) = ((long)one + other, (long)ofOne + ofOther);
        var fewest = (double)Math.Min(yes, all - yes) * Math.Min(ofOne, ofOther) / all;
        return fewest < FewestExpected ? Exact(one, ofOne, other, ofOther) : Pooled(one, ofOne, other, ofOther);
    }

    internal static double Pooled(int one, int ofOne, int other, int ofOther)
    {
        var pooled = ((double)one + other) / ((double)ofOne + ofOther);
        var deviation = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / ofOne) + (1.0 / ofOther)));
        return deviation == 0 ? 1 : Normal.TwoSided((((double)one / ofOne) - ((double)other / ofOther)) / deviation);
    }

    /// <summary>The sum of the hypergeometric probabilities of all tables with these margins that are no likelier than this one.</summary>
    internal static double Exact(int one, int ofOne, int other, int ofOther)
    {
        var (yes, all) = ((long)one + other, (long)ofOne + ofOther);
        double LogChance(long x) => Factorial.LogChoose(ofOne, x) + Factorial.LogChoose(ofOther, yes - x) - Factorial.LogChoose(all, yes);
        var most = LogChance(one) + Rounding;
        var p = 0.0;
        for (var x = Math.Max(0, yes - ofOther); x <= Math.Min(ofOne, yes); x++)
        {
            var chance = LogChance(x);
            p += chance <= most ? Math.Exp(chance) : 0;
        }

        return Math.Min(1, p);
    }
}

/// <summary>Logarithms of factorials.</summary>
internal static class Factorial
{
    private const int Tabled = 256;
    private static readonly double[] Logs = Table();

    public static double LogChoose(long of, long chosen) => Log(of) - Log(chosen) - Log(of - chosen);

    /// <summary>Beyond a table by Stirling's series, which is exact to the last digits there (NIST Digital Library of Mathematical Functions, 5.11.1).</summary>
    public static double Log(long n)
    {
        if (n < Tabled)
        {
            return Logs[n];
        }

        var x = n + 1.0;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (1 / (12 * x)) - (1 / (360 * x * x * x));
    }

    private static double[] Table()
    {
        var logs = new double[Tabled];
        for (var n = 2; n < Tabled; n++)
        {
            logs[n] = logs[n - 1] + Math.Log(n);
        }

        return logs;
    }
}
