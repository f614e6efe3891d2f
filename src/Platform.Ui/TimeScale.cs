using System.Globalization;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Platform.Ui;

/// <summary>Places instants on a <c>TimelinePlot</c>: from the left edge to the right one, in thousandths of the width.</summary>
/// <param name="From">Left edge; before <paramref name="To"/>.</param>
/// <param name="To">Right edge.</param>
/// <param name="Zone">Whose days, weeks and months are written above it.</param>
public sealed record TimeScale(Instant From, Instant To, DateTimeZone Zone)
{
    /// <summary>Width of a drawing, in its own units.</summary>
    public const double Width = 1000;

    private const int MaxTicks = 12;

    /// <summary>A scale that shows all of <paramref name="instants"/>, of which there is at least one, with a little air at both ends.</summary>
    public static TimeScale Around(IReadOnlyCollection<Instant> instants, DateTimeZone zone)
    {
        var (first, last) = (instants.Min(), instants.Max());
        var air = Duration.Max(Duration.FromMinutes(15), (last - first) / 40);
        return new TimeScale(first - air, last + air, zone);
    }

    /// <summary>Whether a moment lies within it.</summary>
    public bool Shows(Instant instant) => instant >= From && instant <= To;

    public double At(Instant instant) => Width * ((instant - From) / (To - From));

    public TimelineBand Band(Instant from, Instant to, TimelineBandKind kind, string? label = null) =>
        new(At(Instant.Max(from, From)), At(Instant.Min(to, To)), kind, label);

    /// <summary>Hours, days, weeks or months, whichever gives a readable number.</summary>
    public IReadOnlyList<TimelineTick> Ticks()
    {
        var days = (To - From).TotalDays;
        var (start, next, format) = days switch
        {
            <= 1 => (From.InZone(Zone).Date.AtMidnight(), (Func<LocalDateTime, LocalDateTime>)(at => at.PlusHours(2)), "t"),
            <= MaxTicks => (From.InZone(Zone).Date.AtMidnight(), at => at.PlusDays(1), "ddd d"),
            <= MaxTicks * 7 => (From.InZone(Zone).Date.Previous(IsoDayOfWeek.Monday).AtMidnight(), at => at.PlusDays(7), "d MMM"),
            _ => (new LocalDate(From.InZone(Zone).Year, From.InZone(Zone).Month, 1).AtMidnight(), at => at.PlusMonths((int)(days / 31 / MaxTicks) + 1), "MMM yyyy"),
        };
        var ticks = new List<TimelineTick>();
        for (var at = start; LocalTimes.First(at, Zone) < To; at = next(at))
        {
            if (LocalTimes.First(at, Zone) is var instant && instant >= From)
            {
                ticks.Add(new TimelineTick(At(instant), at.ToDateTimeUnspecified().ToString(format, CultureInfo.CurrentCulture)));
            }
        }

        return ticks;
    }
}
