namespace Pupitre.Kernel;

/// <summary>Shares in percent, rounded so that "100" is said of all and of nothing less, and "0" of none and of nothing more.</summary>
public static class Shares
{
    /// <summary>The share of <paramref name="part"/> in <paramref name="whole"/>, in percent; zero of nothing is zero.</summary>
    /// <param name="decimals">Digits after the point. What would round up to all is written one unit of the last digit below, what would round down to none one above.</param>
    public static decimal Percent(decimal part, decimal whole, int decimals = 1)
    {
        if (whole == 0)
        {
            return 0;
        }

        var unit = decimals == 0 ? 1m : 1m / (decimal)Math.Pow(10, decimals);
        var rounded = Math.Round(100 * part / whole, decimals, MidpointRounding.AwayFromZero);
        return part < whole && rounded >= 100 ? 100 - unit : part > 0 && rounded <= 0 ? unit : rounded;
    }

    /// <summary>The same for measured quantities, such as seconds.</summary>
    public static decimal OfQuantities(double part, double whole, int decimals = 1)
    {
        // A share is at most one: beside the whole, both fit into a decimal whatever their unit.
        var share = whole == 0 ? 0 : part / whole;
        return share > 0 && share < 1 ? Percent(Math.Clamp((decimal)share, 0.000_000_001m, 0.999_999_999m), 1, decimals) : Math.Round(100 * (decimal)share, decimals);
    }
}
