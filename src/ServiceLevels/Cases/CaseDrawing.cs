using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>Places a case on its drawing: what ran when, and when it was closed.</summary>
/// <param name="Scale">From instants to thousandths of the width.</param>
public sealed record CaseDrawing(TimeScale Scale, BusinessCalendar Calendar)
{
    /// <summary>Closed stretches narrower than this are not drawn: over long cases nights would become a grey haze.</summary>
    private const double MinClosedWidth = 1.5;

    /// <summary>Over longer cases a stretch is drawn whole: its nights would be thinner than a line.</summary>
    private const int MaxDaysByTheHour = 60;

    private Instant From => Scale.From;

    private Instant To => Scale.To;

    /// <summary>A drawing that shows all of <paramref name="instants"/>, with a little air at both ends.</summary>
    public static CaseDrawing Around(IReadOnlyCollection<Instant> instants, BusinessCalendar calendar) => new(TimeScale.Around(instants, calendar.Zone), calendar);

    /// <summary>Closed hours that are wide enough to be seen.</summary>
    public IEnumerable<TimelineBand> ClosedBands()
    {
        var open = From;
        foreach (var opening in Openings())
        {
            if (Scale.At(opening.Open) - Scale.At(open) >= MinClosedWidth)
            {
                yield return Scale.Band(open, opening.Open, TimelineBandKind.Closed);
            }

            open = opening.Close;
        }

        if (To > open)
        {
            yield return Scale.Band(open, To, TimelineBandKind.Closed);
        }
    }

    /// <summary>The hours that a stretch really ran: a running clock rests while it is closed.</summary>
    public IEnumerable<TimelineBand> OpenParts(Instant from, Instant to, TimelineBandKind kind)
    {
        if ((To - From).TotalDays > MaxDaysByTheHour)
        {
            return [Scale.Band(from, to, kind)];
        }

        (from, to) = (Instant.Max(from, From), Instant.Min(to, To));

        return Openings()
            .Where(opening => opening.Open < to && opening.Close > from)
            .Select(opening => Scale.Band(Instant.Max(opening.Open, from), Instant.Min(opening.Close, to), kind));
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
