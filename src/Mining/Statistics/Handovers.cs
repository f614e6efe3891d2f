using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>Between whom work is handed over.</summary>
public enum HandoverRule
{
    Resources,
    Parties,
}

/// <summary>
/// Who hands work over to whom: an event by one that is directly followed, in the same case, by an event by another or the same. Source: W.M.P. van
/// der Aalst, M. Song, "Mining social networks: uncovering interaction patterns in business processes" (2004), causal handover of depth 1.
/// </summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="Names">What the numbers mean: resources or parties of the log.</param>
/// <param name="Cells">Most frequent first, then by names. One that hands over to itself goes on with its own work.</param>
/// <param name="Unknown">Steps of which one side or both are not known.</param>
public sealed record Handovers(Basis Basis, NameTable Names, ImmutableArray<Handover> Cells, long Unknown)
{
    /// <summary>Steps at which the work changed hands.</summary>
    public long Changes => Cells.Where(cell => cell.From != cell.To).Sum(cell => (long)cell.Durations.Count);

    public static Handovers Of(LogView view, HandoverRule rule, CancellationToken token = default)
    {
        var log = view.Log;
        var names = rule == HandoverRule.Resources ? log.Resources : log.Parties;
        var cells = new GroupedDurations<(int From, int To)>();
        var unknown = 0L;
        EachStep.Of(view, (before, after) =>
        {
            var column = rule == HandoverRule.Resources ? log.EventResources : log.EventParties;
            if (column.IsEmpty || column[before] < 0 || column[after] < 0)
            {
                unknown++;
                return;
            }

            cells.Add((column[before], column[after]), log.EventTicks[after] - log.EventTicks[before]);
        }, token);
        return new(
            view.Basis,
            names,
            [
                .. cells.Figures().Select(cell => new Handover(cell.Key.From, cell.Key.To, cell.Figures)).OrderByDescending(cell => cell.Durations.Count)
                    .ThenBy(cell => names[cell.From], StringComparer.Ordinal).ThenBy(cell => names[cell.To], StringComparer.Ordinal),
            ],
            unknown);
    }
}

/// <summary>How often one handed over to another.</summary>
/// <param name="From">Number of who had the work.</param>
/// <param name="To">Number of who took it.</param>
/// <param name="Durations">From the event of the one to that of the other; their count is that of the handovers.</param>
public sealed record Handover(int From, int To, DurationFigures Durations);
