using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// A clock commitment held against the cases of its sources. Made from events and thrown away at will: nothing in it is kept in the
/// database, so that it can never disagree with the events.
/// </summary>
public sealed class MeasuredCases
{
    /// <summary>Lists kept at a time, four bytes a row: one reader's orders and filters of a few minutes.</summary>
    private const int MaxLists = 8;

    private readonly Dictionary<CaseFilter, int[]> _lists = [];
    private readonly CaseObligation[] _cases;
    private (int First, int Last, Pace Pace)? _pace;

    public MeasuredCases(MeasuredTerms terms, CaseObligation[] cases, Instant? knownUntil)
    {
        Terms = terms;
        _cases = cases;
        KnownUntil = knownUntil;
    }

    public MeasuredTerms Terms { get; }

    /// <summary>One obligation for each case that started, in the order of the sources.</summary>
    public IReadOnlyList<CaseObligation> Cases => _cases;

    /// <summary>The last instant for which all sources are known; open obligations are judged as of it.</summary>
    public Instant? KnownUntil { get; }

    /// <summary>Places of <see cref="Cases"/> that a list keeps, in its order: computed once, so that turning its pages costs nothing.</summary>
    internal IReadOnlyList<int> Listed(CaseFilter filter)
    {
        lock (_lists)
        {
            if (!_lists.TryGetValue(filter, out var places))
            {
                places = List(filter);
                if (_lists.Count >= MaxLists)
                {
                    _lists.Clear();
                }

                _lists[filter] = places;
            }

            return places;
        }
    }

    /// <summary>What the commitment's months amount to, oldest first.</summary>
    public IReadOnlyDictionary<int, Tally> ByMonth { get => field ??= TallyByMonth(); private set; }

    /// <summary>What of it runs still, as of <see cref="KnownUntil"/>.</summary>
    internal OpenCases Open { get => field ??= CountOpen(); private set; }

    /// <summary>What the past says of the cases that are open.</summary>
    internal CaseForecasts Forecasts { get => field ??= CaseForecasts.Of(this); private set; }

    /// <summary>How long the cases of those months took that have stopped.</summary>
    internal Pace PaceBetween(int first, int last)
    {
        lock (_lists)
        {
            return _pace is { } known && known.First == first && known.Last == last ? known.Pace : (_pace = (first, last, ComputePace(first, last))).Value.Pace;
        }
    }

    private Pace ComputePace(int first, int last)
    {
        var (declared, evidenced, providerOnly) = (new List<long>(), new List<long>(), 0L);
        foreach (ref readonly var item in _cases.AsSpan())
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

        return new Pace(PaceFigures.Of(declared), PaceFigures.Of(evidenced), Duration.FromTicks(providerOnly));
    }

    private Dictionary<int, Tally> TallyByMonth()
    {
        var months = new Dictionary<int, Tally>();
        foreach (ref readonly var item in _cases.AsSpan())
        {
            if (!months.TryGetValue(item.Month, out var tally))
            {
                months[item.Month] = tally = new Tally();
            }

            tally.Add(item.Standing, item.Evidenced.Outcome, item.Proven.Outcome, item.Delay, Terms.Performer, item.Differs,
                item.Disputed?.Claim());
        }

        return months;
    }

    private OpenCases CountOpen()
    {
        var (late, atRisk, since) = (0, 0, (Instant?)null);
        foreach (ref readonly var item in _cases.AsSpan())
        {
            // What one side contests blames nobody.
            if (!item.Declared.Stop.IsNone || item.Disputed is not null)
            {
                continue;
            }

            if (item.Declared.Outcome == Outcome.Missed)
            {
                late++;
                since = item.Start.Value is { } start && !(start >= since) ? start : since;
            }
            else if (item.Declared.Outcome == Outcome.AtRisk)
            {
                atRisk++;
            }
        }

        return new OpenCases(late, atRisk, since);
    }

    private int[] List(CaseFilter filter)
    {
        if (filter.KeepsAll)
        {
            return Sort(filter.Order, filter.Descending);
        }

        var sorted = filter with { Outcome = null, DiffersOnly = false, DisputedOnly = false, Month = null, Search = null };
        return [.. Listed(sorted).Where(place => filter.Keeps(_cases[place]))];
    }

    // Ties keep the order of the sources, so that a page never shows a row twice.
    private int[] Sort(CaseOrder order, bool descending)
    {
        var places = new int[_cases.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        if (order == CaseOrder.Case)
        {
            Array.Sort(places, (x, y) => string.CompareOrdinal(_cases[x].Case, _cases[y].Case) is var by && by != 0 ? (descending ? -by : by) : x.CompareTo(y));
            return places;
        }

        // The complement turns an order of whole numbers around.
        Array.Sort(Array.ConvertAll(places, place => (descending ? ~Weight(_cases[place], order) : Weight(_cases[place], order), place)), places);
        return places;
    }

    private long Weight(in CaseObligation item, CaseOrder order) => order switch
    {
        CaseOrder.Stop => item.Declared.Stop.Weight,
        CaseOrder.Running => item.Declared.RunningTicks,
        CaseOrder.Outcome => (long)item.Standing,
        CaseOrder.Risk => Forecasts.Of(item) is { } answer ? (long)(answer.Chance * int.MaxValue) : -1,
        _ => item.Start.Weight,
    };
}

/// <summary>The cases that have not stopped and need somebody.</summary>
/// <param name="Late">Over their time already.</param>
/// <param name="AtRisk">Beyond the threshold at which the commitment warns.</param>
/// <param name="LateSince">When the oldest of the late ones began; null when none is late.</param>
internal sealed record OpenCases(int Late, int AtRisk, Instant? LateSince);

/// <summary>What a list of cases can be sorted by.</summary>
public enum CaseOrder
{
    Start,
    Case,
    Stop,
    Running,
    Outcome,

    /// <summary>The chance of being missed; what is not open, or of which nothing is said, comes below.</summary>
    Risk,
}
