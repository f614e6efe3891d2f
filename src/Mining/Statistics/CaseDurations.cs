namespace Pupitre.Mining;

/// <summary>How long cases take, from their first event to their last.</summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="Figures">Mean, median, nine of ten, longest.</param>
public sealed record CaseDurations(Basis Basis, DurationFigures Figures)
{
    public static CaseDurations Of(LogView view) => new(view.Basis, DurationFigures.Of(Ticks(view)));

    /// <summary>The duration of each case of a view, by position, in units of 100 ns.</summary>
    public static long[] Ticks(LogView view)
    {
        var ticks = view.Log.EventTicks;
        var durations = new long[view.CaseCount];
        for (var i = 0; i < durations.Length; i++)
        {
            var (first, last) = view.EndsOf(view.CaseAt(i));
            durations[i] = ticks[last] - ticks[first];
        }

        return durations;
    }
}
