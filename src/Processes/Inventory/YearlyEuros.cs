namespace Pupitre.Processes.Inventory;

/// <summary>Euros of a year, by what a process is counted by; null where one of the figures is unknown.</summary>
public static class YearlyEuros
{
    private const decimal MinutesOfHour = 60;
    private const decimal Hundred = 100;

    /// <summary>The work of a year, without errors.</summary>
    public static decimal? Labour(decimal? minutesEach, int? yearlyVolume, decimal? costPerHour) =>
        minutesEach * yearlyVolume * costPerHour / MinutesOfHour;

    /// <summary>The errors of a year.</summary>
    public static decimal? Errors(int? yearlyVolume, decimal? errorPercent, decimal? errorCost) =>
        yearlyVolume * errorPercent * errorCost / Hundred;
}
