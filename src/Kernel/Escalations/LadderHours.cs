using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Escalations;

/// <summary>
/// Local hours in which nobody is written to, whatever is open: from an hour to another one, past midnight where the first is later.
/// </summary>
/// <param name="From">First quiet moment.</param>
/// <param name="Until">First moment that is not quiet any more; the same as <paramref name="From"/> means none are quiet.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    public bool Holds(TimeOnly hour) => From <= Until ? hour >= From && hour < Until : hour >= From || hour < Until;
}

/// <summary>When notices about an obligation may go: in the opening hours of its calendar, and not in quiet hours.</summary>
/// <remarks>
/// A calendar that opens in quiet hours only would let nothing go: within <see cref="MaxDays"/> openings without a moment that is not
/// quiet, the
/// quiet hours give way. Local hours are those of the calendar's zone. Immutable and safe to share between threads.
/// </remarks>
/// <param name="calendar">The version of the calendar that the obligation is measured with.</param>
/// <param name="quiet">Quiet hours, or null for none.</param>
public sealed class LadderHours(BusinessCalendar calendar, QuietHours? quiet = null)
{
    /// <summary>Openings that are looked through for a moment that is not quiet: two weeks of days with a lunch break.</summary>
    public const int MaxDays = 28;

    public BusinessCalendar Calendar => calendar;

    /// <summary>Whether a notice may go at this instant.</summary>
    /// <exception cref="Refused">The instant lies outside the years that the calendar knows.</exception>
    public bool AreOpen(Instant at) => calendar.IsOpen(at) && FirstOpen(at) == at;

    /// <summary>The first instant from <paramref name="from"/> on at which a notice may go.</summary>
    /// <exception cref="Refused">The search leaves the years that the calendar knows.</exception>
    public Instant FirstOpen(Instant from)
    {
        var first = Opening(from);
        var at = first;
        for (var looked = 0; looked < MaxDays; looked++)
        {
            if (!IsQuiet(at))
            {
                return at;
            }

            at = Opening(EndOfQuiet(at));
        }

        return first;
    }

    private Instant Opening(Instant from) => calendar.IsOpen(from) ? from : calendar.NextOpening(from);

    private bool IsQuiet(Instant at) => quiet is { } hours && hours.Holds(at.InZone(calendar.Zone).TimeOfDay.ToTimeOnly());

    private Instant EndOfQuiet(Instant at)
    {
        var (local, until) = (at.InZone(calendar.Zone).LocalDateTime, LocalTime.FromTimeOnly(quiet!.Value.Until));
        var day = until > local.TimeOfDay ? local.Date : local.Date.PlusDays(1);
        var end = LocalTimes.First(day + until, calendar.Zone);

        // An hour that comes twice may end before it began: the moment after is looked at then.
        return end > at ? end : at + Duration.FromHours(1);
    }
}
