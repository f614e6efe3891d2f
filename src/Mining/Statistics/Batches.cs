using System.Collections.Immutable;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Work that is let pile up and then done in one go: one activity, by one resource, on several cases, each at most a given time after the one
/// before. Source: N. Martin, M. Swennen, B. Depaire, M. Jans, A. Caris, K. Vanhoof, "Batch processing: definition and event log identification"
/// (2015); since an event has one instant, a batch is simultaneous when all of it happened at once, else sequential.
/// </summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="All">The batches: largest first, then earliest.</param>
/// <param name="Activities">What is done in batches: largest share first, then by name.</param>
public sealed record Batches(Basis Basis, ImmutableArray<Batch> All, ImmutableArray<BatchedActivity> Activities)
{
    /// <param name="view">The events.</param>
    /// <param name="within">The longest pause within a batch; zero finds only what happened at the same instant.</param>
    /// <param name="least">Cases that make a batch, 2 or more.</param>
    /// <param name="token">Stops the search.</param>
    public static Batches Of(LogView view, Duration within, int least = 3, CancellationToken token = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 2);
        var events = Sorted(view, token);
        var found = new List<Batch>();
        for (int from = 0, to; from < events.Length; from = to)
        {
            to = EndOfRun(events, from, within.BclCompatibleTicks);
            var cases = events.AsSpan(from, to - from).ToArray().Select(item => item.Case).Distinct().Count();
            if (cases >= least)
            {
                var (first, last) = (events[from], events[to - 1]);
                found.Add(new(first.Activity, first.Resource, cases, to - from, Instant.FromUnixTimeTicks(first.Ticks), Instant.FromUnixTimeTicks(last.Ticks)));
            }
        }

        return new(view.Basis, [.. found.OrderByDescending(batch => batch.Cases).ThenBy(batch => batch.From)], ByActivity(view, events, found));
    }

    private static (int Activity, int Resource, long Ticks, int Case)[] Sorted(LogView view, CancellationToken token)
    {
        var log = view.Log;
        var events = new (int Activity, int Resource, long Ticks, int Case)[view.EventCount];
        var at = 0;
        for (var i = 0; i < view.CaseCount; i++)
        {
            foreach (var item in view.EventsOf(view.CaseAt(i)))
            {
                events[at++] = (log.EventActivities[item], log.EventResources.IsEmpty ? -1 : log.EventResources[item], log.EventTicks[item], view.CaseAt(i));
            }
        }

        token.ThrowIfCancellationRequested();
        Array.Sort(events);
        return events;
    }

    private static int EndOfRun((int Activity, int Resource, long Ticks, int Case)[] events, int from, long within)
    {
        var to = from + 1;
        while (to < events.Length && events[to].Activity == events[from].Activity && events[to].Resource == events[from].Resource && events[to].Ticks - events[to - 1].Ticks <= within)
        {
            to++;
        }

        return to;
    }

    private static ImmutableArray<BatchedActivity> ByActivity(LogView view, (int Activity, int Resource, long Ticks, int Case)[] events, List<Batch> found)
    {
        var occurrences = events.CountBy(item => item.Activity).ToDictionary();
        return
        [
            .. found.GroupBy(batch => batch.Activity)
                .Select(batches => new BatchedActivity(batches.Key, batches.Count(), batches.Sum(batch => batch.Events), occurrences[batches.Key], batches.Max(batch => batch.Cases)))
                .OrderByDescending(activity => activity.Share).ThenBy(activity => view.Log.Activities[activity.Activity], StringComparer.Ordinal),
        ];
    }
}

/// <summary>Work done in one go.</summary>
/// <param name="Activity">Its number.</param>
/// <param name="Resource">Number of who did it, -1 when the log does not say.</param>
/// <param name="Cases">On how many cases.</param>
/// <param name="Events">In how many events.</param>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them.</param>
public sealed record Batch(int Activity, int Resource, int Cases, int Events, Instant From, Instant To)
{
    public bool IsSimultaneous => From == To;
}

/// <summary>An activity that is done in batches.</summary>
/// <param name="Activity">Its number.</param>
/// <param name="Batches">How many batches.</param>
/// <param name="Events">Its events that lie in batches.</param>
/// <param name="Occurrences">All its events.</param>
/// <param name="Largest">Cases in the largest batch.</param>
public sealed record BatchedActivity(int Activity, int Batches, int Events, int Occurrences, int Largest)
{
    /// <summary>0 to 1 of its events.</summary>
    public double Share => (double)Events / Occurrences;
}
