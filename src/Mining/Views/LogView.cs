using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// A part of a log: some of its cases, and of those all or some of the events. It costs a number per case and at most a bit per event:
/// columns are never copied. Every statistic works on a view and says which one it is of (<see cref="Basis"/>).
/// </summary>
/// <remarks>
/// Walk it so: <c>for (var i = 0; i &lt; view.CaseCount; i++) { foreach (var e in view.EventsOf(view.CaseAt(i))) { ... log.EventActivities[e] ... } }</c>.
/// Cases keep the order of the log; one that no event is left of is not in the view. Immutable, and safe for several threads.
/// </remarks>
public sealed partial class LogView
{
    private readonly int[]? _cases;
    private readonly ulong[]? _events;
    private readonly Lazy<int> _eventCount;
    private readonly Lazy<(VariantTable Table, int[] OfCase)> _variants;

    internal LogView(EventLog log, int[]? cases = null, ulong[]? events = null, IReadOnlyList<string>? filters = null)
    {
        (Log, _cases, _events, Filters) = (log, cases, events, filters ?? []);
        _eventCount = new(CountEvents);
        _variants = new(() => CountVariants.Of(this));
    }

    public EventLog Log { get; }

    public int CaseCount => _cases?.Length ?? Log.CaseCount;

    public int EventCount => _eventCount.Value;

    /// <summary>The filters that made the view, in words, in the order of their use; none for the whole log.</summary>
    public IReadOnlyList<string> Filters { get; }

    /// <summary>What a figure taken from this view stands on.</summary>
    public Basis Basis => new(CaseCount, EventCount, Filters);

    /// <summary>The distinct sequences of activities of the view, most frequent first; counted once.</summary>
    public VariantTable Variants => _variants.Value.Table;

    /// <summary>For each case of the view, by position, its variant in <see cref="Variants"/>.</summary>
    public ReadOnlySpan<int> VariantOfCase => _variants.Value.OfCase;

    /// <summary>Every event of its cases is in the view.</summary>
    internal bool HasAllEvents => _events is null;

    /// <summary>The number in <see cref="Log"/> of the case at a position of this view.</summary>
    public int CaseAt(int position) => _cases is null ? position : _cases[position];

    /// <summary>The numbers of the events of a case that are in the view, in order. The case is given by its number in <see cref="Log"/>.</summary>
    public ViewEvents EventsOf(int caseNumber) => new(_events, Log.CaseOffsets[caseNumber], Log.CaseOffsets[caseNumber + 1]);

    /// <summary>The part of this view that a filter keeps.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LogView Where(LogFilter filter, CancellationToken token = default) => filter.Apply(this, token);

    /// <summary>The first and the last event of a case that are in the view. The case is given by its number in <see cref="Log"/>, and is in the view.</summary>
    public (int First, int Last) EndsOf(int caseNumber)
    {
        var (first, last) = (Log.CaseOffsets[caseNumber], Log.CaseOffsets[caseNumber + 1] - 1);
        for (; first < last && !ViewEvents.IsKept(_events, first); first++)
        {
        }

        for (; last > first && !ViewEvents.IsKept(_events, last); last--)
        {
        }

        return (first, last);
    }

    /// <summary>The first and the last instant of the view; null when it is empty.</summary>
    public (Instant? First, Instant? Last) Span
    {
        get
        {
            var (first, last) = (long.MaxValue, long.MinValue);
            for (var i = 0; i < CaseCount; i++)
            {
                var ends = EndsOf(CaseAt(i));
                (first, last) = (Math.Min(first, Log.EventTicks[ends.First]), Math.Max(last, Log.EventTicks[ends.Last]));
            }

            return CaseCount == 0 ? (null, null) : (Instant.FromUnixTimeTicks(first), Instant.FromUnixTimeTicks(last));
        }
    }

    private int CountEvents()
    {
        if (_cases is null && _events is null)
        {
            return Log.EventCount;
        }

        var count = 0;
        for (var i = 0; i < CaseCount; i++)
        {
            count += EventsOf(CaseAt(i)).Count;
        }

        return count;
    }
}

/// <summary>What a figure stands on: how many cases and events, and which filters chose them, in words.</summary>
public sealed record Basis(int Cases, int Events, IReadOnlyList<string> Filters)
{
    /// <summary>Cases below which a figure is an anecdote: pages say so beside it.</summary>
    public const int FewCases = 20;

    public bool IsSmall => Cases < FewCases;
}
