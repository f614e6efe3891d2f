using Pupitre.Kernel.Commitments;

namespace Pupitre.Intake.Tray;

/// <summary>Periods in as few words as say them: months in a row are one stretch.</summary>
internal static class MonthRuns
{
    /// <summary>Two months are named; from three in a row on they are a stretch.</summary>
    private const int Fewest = 3;

    /// <summary>The months in their order, then what is no month; each alone or with the months that follow it without a gap.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyCollection<string> keys)
    {
        var runs = new List<List<string>>();
        foreach (var key in keys.Distinct().OrderBy(key => OccurrenceKeys.MonthOf(key) is null).ThenBy(key => OccurrenceKeys.FirstDay(key) ?? DateOnly.MaxValue).ThenBy(key => key, StringComparer.Ordinal))
        {
            if (runs.Count > 0 && OccurrenceKeys.MonthOf(key) is { } month && OccurrenceKeys.MonthOf(runs[^1][^1]) == month - 1)
            {
                runs[^1].Add(key);
            }
            else
            {
                runs.Add([key]);
            }
        }

        return [.. runs.SelectMany(run => run.Count < Fewest ? run.Select(key => (IReadOnlyList<string>)[key]) : [run])];
    }
}
