using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Sourcing.Commitments;

/// <summary>One line of a worked example.</summary>
/// <param name="From">The period, or the start and how the time is counted.</param>
/// <param name="Due">By when, or why there is no date.</param>
/// <param name="IsOther">It shows the reading that was not chosen, for comparison.</param>
public sealed record ExampleLine(string From, string Due, bool IsOther = false);

/// <summary>Works a rule out on this week's or these months' dates, so that nobody has to imagine them.</summary>
public sealed class ExampleDates(Db db, Tenant tenant, IClock clock)
{
    private const int HoursPerDay = 24;

    public async Task<IReadOnlyList<ExampleLine>> RunAsync(CommitmentRule rule, Guid calendarId, CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date;
        var days = BusinessDays.For(HolidayZones.Parse(tenant.Company.HolidayZone));
        if (rule.Schedule is { } schedule)
        {
            var profile = await db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync(token) ?? CompanyProfile.Unknown();
            return OfSchedule(new Schedule(schedule, tenant.Zone, days, profile.Dates), today.ToDateOnly());
        }

        var calendar = await db.Set<CompanyCalendar>().AsNoTracking().Include(row => row.Versions).SingleAsync(row => row.Id == calendarId, token);
        using var json = JsonDocument.Parse(calendar.InForce(today.ToDateOnly()).DefinitionJson);
        var business = BusinessCalendar.Compile(CalendarDefinition.FromJson(json.RootElement));
        return [.. Starts(today).SelectMany(start => OfClock(rule.Clock!, business, days, start))];
    }

    private List<ExampleLine> OfSchedule(Schedule schedule, DateOnly today)
    {
        var period = SchedulePeriod.Of(schedule.Rule.Every, schedule.Rule.Every == PeriodLength.Month ? today.AddMonths(-1) : today.AddYears(schedule.Rule.Every == PeriodLength.Year ? -1 : 0));
        var lines = new List<ExampleLine>();
        for (var count = 0; count < 3; count++, period = period.Next)
        {
            var occurrence = schedule.Of(period);
            var due = occurrence is null ? Texts.Example_DateMissing : schedule.Rule.At is null ? Moments.Long(occurrence.DueDate) : Moments.Long(occurrence.Due, tenant.Zone);
            lines.Add(new ExampleLine(PeriodName(period), due));
        }

        return lines;
    }

    // Monday morning and Thursday late: the second shows what a week-end and closed hours do.
    private IEnumerable<Instant> Starts(LocalDate today)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        yield return LocalTimes.First(monday + new LocalTime(10, 0), tenant.Zone);
        yield return LocalTimes.First(monday.PlusDays(3) + new LocalTime(17, 0), tenant.Zone);
    }

    private IEnumerable<ExampleLine> OfClock(ClockRule rule, BusinessCalendar calendar, BusinessDays days, Instant start)
    {
        foreach (var (target, isOther) in Readings(rule.Target))
        {
            yield return new ExampleLine(
                target is DateTarget ? Texts.Example_From.With(Moments.Long(start, tenant.Zone)) : Texts.Example_Start.With(ClockWords.Due(rule with { Target = target }), Moments.Long(start, tenant.Zone)), Due(target, calendar, days, start), isOther);
        }
    }

    private static IEnumerable<(ClockTarget Target, bool IsOther)> Readings(ClockTarget target) => target switch
    {
        DayTarget day => [(day, false), (new DurationTarget(Duration.FromHours(day.Days * HoursPerDay)), true)],
        DurationTarget duration => [(duration, false), (new DayTarget((int)Math.Max(1, Math.Ceiling(duration.Length.TotalHours / HoursPerDay))), true)],
        _ => [(target, false)],
    };

    private string Due(ClockTarget target, BusinessCalendar calendar, BusinessDays days, Instant start) => target switch
    {
        DayTarget day => Moments.Long(calendar.AddDays(start, day.Days, day.EndOfDay), tenant.Zone),
        DurationTarget duration => Moments.Long(calendar.Add(start, duration.Length), tenant.Zone),
        DateTarget date => DueOn(date, days, start),
        _ => "",
    };

    private string DueOn(DateTarget date, BusinessDays days, Instant start)
    {
        var day = days.AddDays(start.InZone(tenant.Zone).Date.ToDateOnly().AddMonths(date.Months), date.Days, date.Count);
        var rolled = date.Roll switch
        {
            RollConvention.Preceding => days.PreviousBusinessDay(day),
            RollConvention.None => day,
            _ => days.NextBusinessDay(day),
        };
        return Moments.Long(rolled) + DateWords.At(date.At);
    }

    private static string PeriodName(SchedulePeriod period) => period.Length switch
    {
        PeriodLength.Month => Moments.Month(period.First),
        PeriodLength.Year => period.Key,
        _ => Texts.Example_Period.With(Moments.Short(period.First), Moments.Short(period.Last)),
    };
}
