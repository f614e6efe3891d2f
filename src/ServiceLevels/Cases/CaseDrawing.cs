using System.Globalization;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>Places a case on its drawing: what is when, from instants to thousandths of the width.</summary>
/// <param name="From">Left edge.</param>
/// <param name="To">Right edge.</param>
public sealed record CaseDrawing(Instant From, Instant To, BusinessCalendar Calendar)
{
    /// <summary>Width of the drawing, in its own units.</summary>
    public const double Width = 1000;

    /// <summary>Closed stretches narrower than this are not drawn: over long cases nights would become a grey haze.</summary>
    private const double MinClosedWidth = 1.5;

    private const int MaxTicks = 12;

    /// <summary>Over longer cases a stretch is drawn whole: its nights would be thinner than a line.</summary>
    private const int MaxDaysByTheHour = 60;

    /// <summary>A drawing that shows all of <paramref name="instants"/>, with a little air at both ends.</summary>
    public static CaseDrawing Around(IReadOnlyCollection<Instant> instants, BusinessCalendar calendar)
    {
        var (first, last) = (instants.Min(), instants.Max());
        var air = Duration.Max(Duration.FromMinutes(15), (last - first) / 40);
        return new CaseDrawing(first - air, last + air, calendar);
    }

    /// <summary>Whether a moment lies within it.</summary>
    public bool Shows(Instant instant) => instant >= From && instant <= To;

    public double At(Instant instant) => Width * ((instant - From) / (To - From));

    public TimelineBand Band(Instant from, Instant to, TimelineBandKind kind, string? label = null) =>
        new(At(Instant.Max(from, From)), At(Instant.Min(to, To)), kind, label);

    /// <summary>Closed hours that are wide enough to be seen.</summary>
    public IEnumerable<TimelineBand> ClosedBands()
    {
        var open = From;
        foreach (var opening in Openings())
        {
            if (At(opening.Open) - At(open) >= MinClosedWidth)
            {
                yield return Band(open, opening.Open, TimelineBandKind.Closed);
            }

            open = opening.Close;
        }

        if (To > open)
        {
            yield return Band(open, To, TimelineBandKind.Closed);
        }
    }

    /// <summary>The hours that a stretch really ran: a running clock rests while it is closed.</summary>
    public IEnumerable<TimelineBand> OpenParts(Instant from, Instant to, TimelineBandKind kind)
    {
        if ((To - From).TotalDays > MaxDaysByTheHour)
        {
            return [Band(from, to, kind)];
        }

        (from, to) = (Instant.Max(from, From), Instant.Min(to, To));

        return Openings()
            .Where(opening => opening.Open < to && opening.Close > from)
            .Select(opening => Band(Instant.Max(opening.Open, from), Instant.Min(opening.Close, to), kind));
    }

    /// <summary>Hours, days, weeks or months, whichever gives a readable number.</summary>
    public IReadOnlyList<TimelineTick> Ticks()
    {
        var days = (To - From).TotalDays;
        var zone = Calendar.Zone;
        var (start, next, format) = days switch
        {
            <= 1 => (From.InZone(zone).Date.AtMidnight(), (Func<LocalDateTime, LocalDateTime>)(at => at.PlusHours(2)), "t"),
            <= MaxTicks => (From.InZone(zone).Date.AtMidnight(), at => at.PlusDays(1), "ddd d"),
            <= MaxTicks * 7 => (From.InZone(zone).Date.Previous(IsoDayOfWeek.Monday).AtMidnight(), at => at.PlusDays(7), "d MMM"),
            _ => (new LocalDate(From.InZone(zone).Year, From.InZone(zone).Month, 1).AtMidnight(), at => at.PlusMonths((int)(days / 31 / MaxTicks) + 1), "MMM yyyy"),
        };
        var ticks = new List<TimelineTick>();
        for (var at = start; LocalTimes.First(at, zone) < To; at = next(at))
        {
            if (LocalTimes.First(at, zone) is var instant && instant >= From)
            {
                ticks.Add(new TimelineTick(At(instant), at.ToDateTimeUnspecified().ToString(format, CultureInfo.CurrentCulture)));
            }
        }

        return ticks;
    }

    private IEnumerable<OpenSpan> Openings()
    {
        var last = To.InZone(Calendar.Zone).Date;
        for (var day = From.InZone(Calendar.Zone).Date; day <= last; day = day.PlusDays(1))
        {
            foreach (var opening in Calendar.OpeningsOn(day.ToDateOnly()))
            {
                if (opening.Close > From && opening.Open < To)
                {
                    yield return opening;
                }
            }
        }
    }
}
