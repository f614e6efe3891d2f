using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>
/// Says each criterion of a process: from the facts of the map where they are known, else as somebody answered, else unknown. A fact of the
/// map wins over an answer: it is changed where it stands.
/// </summary>
/// <remarks>Pure. The limits of each step from 1 to 5 stand here and in the guide, and nowhere else.</remarks>
public static class ReadCriteria
{
    // Units a year: up to 4 are 1, up to 12 are 2, up to 52 are 3, up to 600 are 4, more are 5.
    private static readonly decimal[] _volumes = [4, 12, 52, 600];

    // Percent of cases, at most, that pass every step as most do: under 60 is 1, under 75 is 2, under 88 is 3, under 97 is 4, else 5.
    private static readonly decimal[] _commonPaths = [60, 75, 88, 97];

    // Errors for a hundred euros of work: up to 2 is 1, up to 10 is 2, up to 25 is 3, up to 50 is 4, more is 5.
    private static readonly decimal[] _errorShares = [2, 10, 25, 50];

    private const int Worst = Leanings.MaxValue;
    private const int TwoPeople = 3;
    private const int Middle = 3;
    private const int Explained = 4;

    /// <summary>One reading for each criterion, in their order.</summary>
    public static IReadOnlyList<CriterionReading> Run(MapFacts map, CriterionValues answers)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(answers);
        return [.. Leanings.Criteria.Select(criterion => FromMap(criterion, map) ?? Answered(criterion, answers))];
    }

    /// <summary>What the verdict is computed from.</summary>
    public static DiagnosisFacts Facts(MapFacts map, IReadOnlyList<CriterionReading> readings) => new(
        CriterionValues.Of(readings.ToDictionary(reading => reading.Criterion, reading => reading.Value)),
        map.ErrorPercent is not null,
        map.ErrorsAYear > map.LabourAYear);

    private static CriterionReading Answered(Criterion criterion, CriterionValues answers) =>
        answers[criterion] is { } value and >= Leanings.MinValue and <= Leanings.MaxValue
        ? new(criterion, value, ReadingSource.Said)
        : new(criterion, null, ReadingSource.Unknown);

    private static CriterionReading? FromMap(Criterion criterion, MapFacts map) => criterion switch
    {
        Criterion.Standardisation => map.CommonPath is { } path ? Of(criterion, Under(path, _commonPaths), path) : null,
        Criterion.Frequency => map.YearlyVolume is { } volume ? Of(criterion, UpTo(volume, _volumes), volume) : null,
        Criterion.Confidentiality => Confidentiality(map.Sensitive),
        Criterion.Measurability => Of(criterion, Leanings.MinValue + Known(map), Known(map)),
        Criterion.FormalTarget => map.Target is { } number ? Of(criterion, map.IsTargetExplained ? Explained : Worst, number) : null,
        Criterion.ErrorCost => map.ErrorShare is { } share ? Of(criterion, UpTo(share, _errorShares), decimal.Round(share, 1)) : null,
        Criterion.Dependency => Dependency(map.KnowHow),
        _ => null,
    };

    private static CriterionReading? Confidentiality(SensitiveData data) => data == SensitiveData.None ? null
        : Of(
            Criterion.Confidentiality,
            (data & (SensitiveData.Payroll | SensitiveData.Health)) != SensitiveData.None ? Worst
                : data.HasFlag(SensitiveData.Bank) ? Explained : Middle,
            (int)data);

    private static CriterionReading? Dependency(IReadOnlyCollection<KnowHowLevel> levels)
    {
        if (Dependencies.Of(levels) == Processes.Roles.Dependency.Unknown)
        {
            return null;
        }

        var alone = levels.Count(level => level is KnowHowLevel.Alone or KnowHowLevel.Teaches);
        return Of(Criterion.Dependency, alone switch { <= 1 => Worst, 2 => TwoPeople, _ => Leanings.MinValue }, alone);
    }

    // How many of the four figures that count a process somebody has said.
    private static int Known(MapFacts map) =>
        new object?[] { map.YearlyVolume, map.MinutesEach, map.ErrorPercent, map.ErrorCost }.Count(figure => figure is not null);

    private static CriterionReading Of(Criterion criterion, int value, decimal figure) => new(criterion, value, ReadingSource.Map, figure);

    private static int UpTo(decimal value, decimal[] limits) => Leanings.MinValue + limits.Count(limit => value > limit);

    private static int Under(decimal value, decimal[] limits) => Leanings.MinValue + limits.Count(limit => value >= limit);
}
