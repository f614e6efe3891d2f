using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Forecasts;
using Pupitre.Kernel.Time;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// The forecast of a commitment that is measured on cases, and what it says of each open one. Its cases are read with every declaration
/// counted, as the open ones are judged.
/// </summary>
internal sealed class CaseForecasts
{
    private readonly Forecast? _forecast;

    private CaseForecasts(Forecast? forecast) => _forecast = forecast;

    public ForecastState State => _forecast?.Record.State ?? ForecastState.TooFew;

    /// <summary>What would have been said of the cases that came due in the last three months; null before anything is known.</summary>
    public ForecastRecord? Record => _forecast?.Record;

    /// <summary>How many cases of the last twelve months it stands on.</summary>
    public int Cases => _forecast?.Curve.Count ?? 0;

    /// <summary>The chance that an open case is missed; null where none is shown.</summary>
    public ForecastAnswer? Of(in CaseObligation item) =>
        State == ForecastState.Shown && item
            is { AllowedTicks: { } allowed, Disputed: null, Declared: { Outcome: Outcome.Pending or Outcome.AtRisk } }
            ? _forecast!.ChanceOf(item.Declared.RunningTicks, allowed) : null;

    /// <summary>The open time that is left of a case before it is late; null where that is not known, or it is not running.</summary>
    public static long? Left(in CaseObligation item) =>
        item is { AllowedTicks: { } allowed, Declared: { Outcome: Outcome.Pending or Outcome.AtRisk } }
            ? allowed - item.Declared.RunningTicks : null;

    public static CaseForecasts Of(MeasuredCases measured)
    {
        var calendar = CalendarOf(measured.Terms);
        return measured.KnownUntil is not { } known || calendar is null
            ? new CaseForecasts(null)
            : new CaseForecasts(Forecast.Of([.. measured.Cases.Select(item => ToCase(item)).OfType<ForecastCase>()], known,
                Elapsed(calendar)));
    }

    /// <summary>The calendar of the newest version that is a clock; null when none is.</summary>
    public static BusinessCalendar? CalendarOf(MeasuredTerms terms) =>
        terms.Versions.LastOrDefault(version => version.Calendars.Count > 0)?.Calendars[^1].Calendar;

    private static ForecastCase? ToCase(in CaseObligation item)
    {
        var outcome = item.Declared.Outcome;
        if (item is not { AllowedTicks: { } allowed, Start.Value: { } start } || !IsCounted(outcome))
        {
            return null;
        }

        // The outcome leads: a day is in time to its last hour, and two sides may have agreed otherwise than the events say.
        var running = item.Declared.RunningTicks;
        var due = outcome switch
        {
            Outcome.Met => Math.Max(allowed, running),
            Outcome.Missed => Math.Min(allowed, running - 1),
            _ => allowed,
        };
        return new ForecastCase(start.ToUnixTimeTicks(), item.Declared.Stop.Value?.ToUnixTimeTicks(), item.Declared.IsStopped, running,
            due);
    }

    private static bool IsCounted(Outcome outcome) =>
        outcome is Outcome.Met or Outcome.Missed or Outcome.Cancelled or Outcome.Pending or Outcome.AtRisk or Outcome.Paused;

    private static Func<long, long, long> Elapsed(BusinessCalendar calendar)
    {
        var (first, last) = (calendar.Earliest.ToUnixTimeTicks(), calendar.Latest.ToUnixTimeTicks());
        return (from, to) =>
        {
            var (start, end) = (Math.Clamp(from, first, last), Math.Clamp(to, first, last));
            return start < end ? calendar.ElapsedTicks(start, end) : 0;
        };
    }
}
