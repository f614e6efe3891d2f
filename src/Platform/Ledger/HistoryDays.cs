using NodaTime;

namespace Pupitre.Platform.Ledger;

/// <summary>Lines as people tell them: by day, and what one person did many times in a row is one thing.</summary>
public static class HistoryDays
{
    /// <summary>Fewer than this are read faster than a title that says how many there are.</summary>
    public const int LeastAlike = 3;

    /// <summary>Between two lines of one thing; after a longer pause somebody began anew.</summary>
    private static readonly Duration _longestPause = Duration.FromMinutes(10);

    /// <param name="rows">In the order of the history, either way round.</param>
    /// <param name="zone">Whose days they are.</param>
    /// <returns>All lines, in the order they were given.</returns>
    public static IReadOnlyList<HistoryDay> Of(IReadOnlyList<HistoryRow> rows, DateTimeZone zone)
    {
        var days = new List<(DateOnly Day, List<List<HistoryRow>> Acts)>();
        foreach (var row in rows)
        {
            var day = row.At.InZone(zone).Date.ToDateOnly();
            if (days.Count == 0 || days[^1].Day != day)
            {
                days.Add((day, []));
            }

            var acts = days[^1].Acts;
            if (acts.Count > 0 && IsSameAct(acts[^1][^1], row))
            {
                acts[^1].Add(row);
            }
            else
            {
                acts.Add([row]);
            }
        }

        return [.. days.Select(day => new HistoryDay(day.Day, [.. day.Acts.SelectMany(Told)]))];
    }

    private static bool IsSameAct(HistoryRow one, HistoryRow next)
    {
        var pause = one.At > next.At ? one.At - next.At : next.At - one.At;
        return one.Verb == next.Verb && one.Person == next.Person && one.ByPerson == next.ByPerson && pause <= _longestPause;
    }

    private static IEnumerable<HistoryAct> Told(List<HistoryRow> lines) =>
        lines.Count >= LeastAlike ? [new HistoryAct(lines)] : lines.Select(line => new HistoryAct([line]));
}

/// <summary>What happened on a day of the company.</summary>
public sealed record HistoryDay(DateOnly Day, IReadOnlyList<HistoryAct> Acts);

/// <summary>One thing that was done: a line, or at least <see cref="HistoryDays.LeastAlike"/> of one verb by one person in a row.</summary>
public sealed record HistoryAct(IReadOnlyList<HistoryRow> Lines)
{
    public HistoryRow First => Lines[0];

    public bool IsMany => Lines.Count > 1;
}
