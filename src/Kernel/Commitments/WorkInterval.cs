using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>
/// When the work was done, as far as the proofs of one occurrence say together: somewhere in [<see cref="Earliest"/>, <see cref="Latest"/>].
/// </summary>
/// <remarks>
/// The best knowledge wins, in this order.
/// <list type="number">
/// <item>What arrived was done by then: the first arrival bounds the work, and a proof that only begins later tells of something else.</item>
/// <item>What is shown (a third party's mark, something observed, a word that the other side has confirmed) beats one side's word.</item>
/// <item>Of several the first counts: the work was done between the least of their beginnings and the least of their ends.</item>
/// <item>Where that leaves the outcome open, a word that lies inside narrows it, when it then decides.</item>
/// </list>
/// So a further proof of a kind never moves the end of the interval later, and an arrival alone never makes anything late.
/// </remarks>
/// <param name="Earliest">The first instant at which it may have been done; null when nothing dates it.</param>
/// <param name="Latest">The last instant at which it may have been done.</param>
/// <param name="Dated">The proof's own moment that counts; null when nothing dates it.</param>
public sealed record WorkInterval(Instant? Earliest, Instant Latest, EventTime? Dated)
{
    /// <summary>Lays the stops of one reading together; null when there are none.</summary>
    /// <param name="stops">The stops that the reading keeps.</param>
    /// <param name="zone">The company's zone, in which days lie.</param>
    /// <param name="decides">Whether an interval leaves no doubt about the outcome.</param>
    public static WorkInterval? Of(IEnumerable<ScheduleProof> stops, DateTimeZone zone, Func<WorkInterval, bool> decides)
    {
        var all = stops.ToList();
        var bound = all.Where(stop => stop.IsUpperBound).Select(stop => (Instant?)stop.Time.Latest(zone)).Min();
        var dated = all.FindAll(stop => !stop.IsUpperBound && !(stop.Time.Earliest(zone) > bound));
        var (shown, words) = (dated.FindAll(stop => stop.IsShown), dated.FindAll(stop => !stop.IsShown));
        if (shown.Count == 0)
        {
            return First(words, zone, bound) ?? (bound is { } arrival ? new WorkInterval(null, arrival, null) : null);
        }

        var known = First(shown, zone, bound)!;
        return decides(known) ? known
            : words.OrderBy(word => word.Time.Earliest(zone)).ThenBy(word => word.Time.Latest(zone)).Select(word => known.NarrowedBy(word.Time, zone)).FirstOrDefault(narrow => narrow is not null && decides(narrow)) ?? known;
    }

    private static WorkInterval? First(List<ScheduleProof> stops, DateTimeZone zone, Instant? bound)
    {
        if (stops.Count == 0)
        {
            return null;
        }

        var first = stops.MinBy(stop => (stop.Time.Earliest(zone), stop.Time.Latest(zone)))!.Time;
        var latest = stops.Min(stop => stop.Time.Latest(zone));
        return new WorkInterval(first.Earliest(zone), bound < latest ? bound.Value : latest, first);
    }

    private WorkInterval? NarrowedBy(EventTime word, DateTimeZone zone)
    {
        var (earliest, latest) = (Instant.Max(Earliest!.Value, word.Earliest(zone)), Instant.Min(Latest, word.Latest(zone)));
        return earliest <= latest ? new WorkInterval(earliest, latest, word) : null;
    }
}
