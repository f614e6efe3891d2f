using NodaTime;
using Pupitre.Mining;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Flows.Months;

/// <summary>The cases of a flow by the month of their first event, in the company's zone.</summary>
internal sealed class FlowMonths
{
    private readonly DateTimeZone _zone;
    private readonly SortedDictionary<int, List<long>> _durations;

    private FlowMonths(DateTimeZone zone, SortedDictionary<int, List<long>> durations) => (_zone, _durations) = (zone, durations);

    public static FlowMonths None { get; } = new(DateTimeZone.Utc, []);

    /// <summary>Months in which a case began, oldest first.</summary>
    public IReadOnlyCollection<int> Months => _durations.Keys;

    /// <summary>
    /// The last month whose cases have had time to end: nine in ten cases last at most so long. A later one would seem faster than it is.
    /// </summary>
    /// <param name="until">The last moment that the sources tell of.</param>
    /// <param name="durations">How long the cases of all months take.</param>
    public int? LastSettled(Instant until, DurationFigures durations)
    {
        var settled = until - Duration.FromSeconds(durations.P90Seconds);
        return _durations.Keys.Where(month => StartOf(month + 1) <= settled).Select(month => (int?)month).LastOrDefault();
    }

    public static FlowMonths Of(LogView view, DateTimeZone zone)
    {
        var days = new LocalDays(zone);
        var lengths = CaseDurations.Ticks(view);
        var durations = new SortedDictionary<int, List<long>>();
        for (var position = 0; position < view.CaseCount; position++)
        {
            var first = view.Log.EventTicks[view.EndsOf(view.CaseAt(position)).First];
            var month = MonthNumber.Of(days.Of(first / (NodaConstants.TicksPerMillisecond / 1000)));
            if (!durations.TryGetValue(month, out var known))
            {
                durations.Add(month, known = []);
            }

            known.Add(lengths[position]);
        }

        return new FlowMonths(zone, durations);
    }

    public int CasesOf(int month) => _durations[month].Count;

    public DurationFigures DurationsOf(int month) => DurationFigures.Of(_durations[month].ToArray());

    /// <summary>The cases that began in a month.</summary>
    public LogView Cases(LogView view, int month, CancellationToken token) =>
        view.Where(new PeriodFilter(StartOf(month), StartOf(month + 1), PeriodRule.CasesStarted) { Zone = _zone }, token);

    private Instant StartOf(int month) => MonthNumber.ToMonth(month).OnDayOfMonth(1).AtStartOfDayInZone(_zone).ToInstant();
}
