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

    /// <summary>The last month but one: the last is seldom over, and its cases have had no time to take long.</summary>
    public int? LastWhole => _durations.Count > 2 ? _durations.Keys.SkipLast(1).Last() : null;

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
    public LogView Cases(LogView view, int month, CancellationToken token)
    {
        Instant StartOf(int number) => MonthNumber.ToMonth(number).OnDayOfMonth(1).AtStartOfDayInZone(_zone).ToInstant();
        return view.Where(new PeriodFilter(StartOf(month), StartOf(month + 1), PeriodRule.CasesStarted) { Zone = _zone }, token);
    }
}
