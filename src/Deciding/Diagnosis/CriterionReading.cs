using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>Where the value of a criterion comes from.</summary>
public enum ReadingSource
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Somebody of the company said so.</summary>
    Said,

    /// <summary>Computed from what the map says.</summary>
    Map,
}

/// <summary>One criterion of one process.</summary>
/// <param name="Criterion">Which.</param>
/// <param name="Value">From 1 to 5; null for unknown.</param>
/// <param name="Source">Where from.</param>
/// <param name="Figure">The fact of the map behind it: units a year, percent, people, a number of a target; null where none is.</param>
public sealed record CriterionReading(Criterion Criterion, int? Value, ReadingSource Source, decimal? Figure = null);

/// <summary>What the map knows of a process, as plain facts.</summary>
/// <param name="YearlyVolume">Units of a year.</param>
/// <param name="MinutesEach">Minutes of a mean unit.</param>
/// <param name="CostPerHour">Euros of an hour.</param>
/// <param name="ErrorPercent">Units of a hundred that are done again.</param>
/// <param name="ErrorCost">Euros of one error.</param>
/// <param name="Sensitive">Which data that need care.</param>
/// <param name="CommonPath">
/// Of a hundred cases, how many at most pass every step as most do: those of the step where the fewest do. Null where no step is said to be
/// for some.
/// </param>
/// <param name="Target">Number of the published target; null for none.</param>
/// <param name="IsTargetExplained">Whether it was published with a word on what is doubtful.</param>
/// <param name="KnowHow">How well each person who knows it does.</param>
public sealed record MapFacts(
    int? YearlyVolume,
    decimal? MinutesEach,
    decimal? CostPerHour,
    decimal? ErrorPercent,
    decimal? ErrorCost,
    SensitiveData Sensitive,
    decimal? CommonPath,
    int? Target,
    bool IsTargetExplained,
    IReadOnlyCollection<KnowHowLevel> KnowHow)
{
    private const decimal Percent = 100m;

    /// <summary>Euros of the work of a year, without errors.</summary>
    public decimal? LabourAYear => YearlyEuros.Labour(MinutesEach, YearlyVolume, CostPerHour);

    /// <summary>Euros of the errors of a year.</summary>
    public decimal? ErrorsAYear => YearlyEuros.Errors(YearlyVolume, ErrorPercent, ErrorCost);

    /// <summary>Cost of errors for a hundred euros of work; null where either is unknown or there is no work.</summary>
    public decimal? ErrorShare => LabourAYear is > 0 and var labour ? ErrorsAYear / labour * Percent : null;
}
