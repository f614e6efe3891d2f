using NodaTime;
using Pupitre.Flows.Logs;
using Pupitre.Kernel.Time;
using Pupitre.Mining;

namespace Pupitre.Flows.Months;

/// <summary>The cases of a flow by the month of their first event, in the company's zone.</summary>
internal sealed class FlowMonths
{
    /// <summary>A month of whose cases more than one in so many are still under way would seem faster than it is.</summary>
    private const int MostOpen = 10;

    /// <summary>A month whose last days fall on a week-end is told of whole without an event on them.</summary>
    private static readonly Duration _quietDays = Duration.FromDays(3);

    private readonly DateTimeZone _zone;
    private readonly Instant? _until;
    private readonly SortedDictionary<int, (List<long> Durations, int Open)> _months;

    private FlowMonths(DateTimeZone zone, Instant? until, SortedDictionary<int, (List<long> Durations, int Open)> months) => (_zone, _until, _months) = (zone, until, months);

    public static FlowMonths None { get; } = new(DateTimeZone.Utc, null, []);

    /// <summary>Months in which a case began, oldest first.</summary>
    public IReadOnlyCollection<int> Months => _months.Keys;

    /// <summary>The sources tell of the whole month, and nearly all cases that began in it have come to their end.</summary>
    public bool IsFinished(int month) => (_until is not { } until || StartOf(month + 1) <= until + _quietDays) && OpenIn(month) * MostOpen <= CasesOf(month);

    public static FlowMonths Of(LogView view, DateTimeZone zone, FlowLog log)
    {
        var days = new LocalDays(zone);
        var lengths = CaseDurations.Ticks(view);
        var months = new SortedDictionary<int, (List<long> Durations, int Open)>();
        for (var position = 0; position < view.CaseCount; position++)
        {
            var number = view.CaseAt(position);
            var first = view.Log.EventTicks[view.EndsOf(number).First];
            var month = MonthNumber.Of(days.Of(first / (NodaConstants.TicksPerMillisecond / 1000)));
            var known = months.GetValueOrDefault(month, ([], 0));
            known.Durations.Add(lengths[position]);
            months[month] = (known.Durations, known.Open + (log.Open?.IsOpen(number) == true ? 1 : 0));
        }

        return new FlowMonths(zone, log.KnownUntil, months);
    }

    public int CasesOf(int month) => _months[month].Durations.Count;

    /// <summary>Cases that began in the month and are still under way.</summary>
    public int OpenIn(int month) => _months[month].Open;

    public DurationFigures DurationsOf(int month) => DurationFigures.Of(_months[month].Durations.ToArray());

    /// <summary>The cases that began in a month.</summary>
    public LogView Cases(LogView view, int month, CancellationToken token) =>
        view.Where(new PeriodFilter(StartOf(month), StartOf(month + 1), PeriodRule.CasesStarted) { Zone = _zone }, token);

    private Instant StartOf(int month) => MonthNumber.ToMonth(month).OnDayOfMonth(1).AtStartOfDayInZone(_zone).ToInstant();
}
