using System.Runtime.InteropServices;

namespace Pupitre.Deciding.Costs;

/// <summary>What the work of one year costs, in euros, part by part; nothing that is paid once.</summary>
/// <param name="Labour">Hours of the company's own people on the work.</param>
/// <param name="Price">What the provider is paid.</param>
/// <param name="Tools">Tools.</param>
/// <param name="Errors">Units done again.</param>
/// <param name="Management">Managing the work, or steering and controlling who does it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct YearCost(double Labour, double Price, double Tools, double Errors, double Management)
{
    public double Total => Labour + Price + Tools + Errors + Management;

    public static YearCost operator +(YearCost one, YearCost other) => new(
        one.Labour + other.Labour, one.Price + other.Price, one.Tools + other.Tools, one.Errors + other.Errors,
            one.Management + other.Management);
}

/// <summary>
/// The full cost of a process, now and under an offer. Units: euros, hours, percent as they stand in <see cref="CostInput"/>. Volumes grow
/// and prices rise from the second year on; wages are taken as they are, on both sides.
/// </summary>
/// <remarks>Pure, allocates nothing, and uses only the four operations: the same bits everywhere.</remarks>
public static class FullCost
{
    public const int Years = 3;
    public const int MonthsOfYear = 12;

    private const double MinutesOfHour = 60;
    private const double Percent = 100;

    /// <param name="inputs">A value for each <see cref="CostInput"/>, in their order.</param>
    /// <param name="year">0 for the first.</param>
    public static YearCost Now(ReadOnlySpan<double> inputs, int year)
    {
        var units = Units(inputs, year);
        return new YearCost(
            Labour(inputs, units),
            0,
            inputs[(int)CostInput.Tools],
            units * inputs[(int)CostInput.ErrorPercent] / Percent * inputs[(int)CostInput.ErrorCost],
            inputs[(int)CostInput.ManagementHours] * MonthsOfYear * inputs[(int)CostInput.HourCost]);
    }

    /// <inheritdoc cref="Now"/>
    public static YearCost Then(ReadOnlySpan<double> inputs, int year)
    {
        var units = Units(inputs, year);
        var index = Grown(1, inputs[(int)CostInput.Indexation], year);
        var hours = inputs[(int)CostInput.SteeringHours] + inputs[(int)CostInput.ControlHours];
        return new YearCost(
            Labour(inputs, units) * inputs[(int)CostInput.KeptPercent] / Percent,
            ((inputs[(int)CostInput.FixedMonth] * MonthsOfYear) + (inputs[(int)CostInput.PerUnit] * units)) * index,
            inputs[(int)CostInput.ToolsThen],
            units * inputs[(int)CostInput.ErrorPercentThen] / Percent * inputs[(int)CostInput.ErrorCost],
            hours * MonthsOfYear * inputs[(int)CostInput.HourCost]);
    }

    /// <summary>What is saved over the three years, all in: transition and exit too. Negative where it costs more.</summary>
    public static double Saving(ReadOnlySpan<double> inputs)
    {
        Span<double> years = stackalloc double[Years];
        SaveByYear(inputs, years);
        return Saving(inputs, years);
    }

    /// <summary>The month, from 1, in which savings first pay the transition back, exit left out; 0 for not in three years.</summary>
    public static int BreakEvenMonth(ReadOnlySpan<double> inputs)
    {
        Span<double> years = stackalloc double[Years];
        SaveByYear(inputs, years);
        return BreakEvenMonth(inputs, years);
    }

    /// <summary>What each year saves, without what is paid once.</summary>
    internal static void SaveByYear(ReadOnlySpan<double> inputs, Span<double> years)
    {
        for (var year = 0; year < Years; year++)
        {
            years[year] = Now(inputs, year).Total - Then(inputs, year).Total;
        }
    }

    internal static double Saving(ReadOnlySpan<double> inputs, ReadOnlySpan<double> years)
    {
        var saved = -inputs[(int)CostInput.Transition] - inputs[(int)CostInput.Exit];
        foreach (var year in years)
        {
            saved += year;
        }

        return saved;
    }

    internal static int BreakEvenMonth(ReadOnlySpan<double> inputs, ReadOnlySpan<double> years)
    {
        var owed = inputs[(int)CostInput.Transition];
        for (var year = 0; year < years.Length; year++)
        {
            var saved = years[year];
            if (saved > 0 && owed <= saved)
            {
                var months = (int)Math.Ceiling(Math.Max(owed, 0) / (saved / MonthsOfYear));
                return (year * MonthsOfYear) + Math.Clamp(months, 1, MonthsOfYear);
            }

            owed -= saved;
        }

        return 0;
    }

    private static double Labour(ReadOnlySpan<double> inputs, double units) =>
        units * inputs[(int)CostInput.Minutes] / MinutesOfHour * inputs[(int)CostInput.HourCost];

    private static double Units(ReadOnlySpan<double> inputs, int year) =>
        Grown(inputs[(int)CostInput.Volume], inputs[(int)CostInput.VolumeGrowth], year);

    private static double Grown(double value, double percent, int years)
    {
        for (var year = 0; year < years; year++)
        {
            value *= 1 + (percent / Percent);
        }

        return value;
    }
}
