using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Scorecards;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// A clock commitment held against the cases of its sources. Made from events and thrown away at will: nothing in it is kept in the
/// database, so that it can never disagree with the events.
/// </summary>
public sealed class MeasuredCases
{
    private readonly Dictionary<(CaseOrder, bool), int[]> _orders = [];
    private (int First, int Last, Pace Pace)? _pace;

    public MeasuredCases(MeasuredTerms terms, CaseObligation[] cases, Instant? knownUntil)
    {
        Terms = terms;
        Cases = cases;
        KnownUntil = knownUntil;
    }

    public MeasuredTerms Terms { get; }

    /// <summary>One obligation for each case that started, in the order of the sources.</summary>
    public IReadOnlyList<CaseObligation> Cases { get; }

    /// <summary>The last instant for which all sources are known; open obligations are judged as of it.</summary>
    public Instant? KnownUntil { get; }

    /// <summary>Places of <see cref="Cases"/> in an order, computed once.</summary>
    public IReadOnlyList<int> InOrder(CaseOrder order, bool descending)
    {
        lock (_orders)
        {
            if (!_orders.TryGetValue((order, descending), out var places))
            {
                _orders[(order, descending)] = places = Sort(order, descending);
            }

            return places;
        }
    }

    /// <summary>What the commitment's months amount to, oldest first.</summary>
    public IReadOnlyDictionary<int, Tally> ByMonth { get => field ??= TallyByMonth(); private set; }

    /// <summary>How long the cases of those months took that have stopped.</summary>
    internal Pace PaceBetween(int first, int last)
    {
        lock (_orders)
        {
            return _pace is { } known && known.First == first && known.Last == last ? known.Pace : (_pace = (first, last, ComputePace(first, last))).Value.Pace;
        }
    }

    private Pace ComputePace(int first, int last)
    {
        var (declared, evidenced, providerOnly) = (new List<long>(), new List<long>(), 0L);
        foreach (ref readonly var item in ((CaseObligation[])Cases).AsSpan())
        {
            if (item.Month < first || item.Month > last)
            {
                continue;
            }

            if (item.Declared.IsStopped)
            {
                declared.Add(item.Declared.RunningTicks);
                providerOnly += item.ProviderPausedTicks;
            }

            if (item.Evidenced.IsStopped)
            {
                evidenced.Add(item.Evidenced.RunningTicks);
            }
        }

        return new Pace(Quantiles.Of(declared), Quantiles.Of(evidenced), Duration.FromTicks(providerOnly));
    }

    private Dictionary<int, Tally> TallyByMonth()
    {
        var months = new Dictionary<int, Tally>();
        foreach (ref readonly var item in ((CaseObligation[])Cases).AsSpan())
        {
            if (!months.TryGetValue(item.Month, out var tally))
            {
                months[item.Month] = tally = new Tally();
            }

            tally.Add(item.Standing, item.Delay, Terms.Performer, item.Differs);
        }

        return months;
    }

    private int[] Sort(CaseOrder order, bool descending)
    {
        var places = new int[Cases.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        // Ties keep the order of the sources, so that a page never shows a row twice.
        var compare = Comparison(order);
        Array.Sort(places, (x, y) => compare(Cases[x], Cases[y]) is var by && by != 0 ? (descending ? -by : by) : x.CompareTo(y));
        return places;
    }

    private static Comparison<CaseObligation> Comparison(CaseOrder order) => order switch
    {
        CaseOrder.Case => (x, y) => string.CompareOrdinal(x.Case, y.Case),
        CaseOrder.Stop => (x, y) => Moment.Compare(x.Declared.Stop, y.Declared.Stop),
        CaseOrder.Running => (x, y) => x.Declared.RunningTicks.CompareTo(y.Declared.RunningTicks),
        CaseOrder.Outcome => (x, y) => x.Standing.CompareTo(y.Standing),
        _ => (x, y) => Moment.Compare(x.Start, y.Start),
    };
}

/// <summary>What a list of cases can be sorted by.</summary>
public enum CaseOrder
{
    Start,
    Case,
    Stop,
    Running,
    Outcome,
}
