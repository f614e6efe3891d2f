using CsCheck;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

public sealed class RecurringScheduleTests
{
    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly BusinessDays _days = BusinessDays.For(HolidayZone.Metropole);

    private static readonly Gen<RecurringSchedule> _schedules =
        from kind in Gen.Enum<RecurringKind>()
        from minute in Gen.Int[0, (24 * 60) - 1]
        from day in Gen.Int[1, 31]
        select Of(kind, new TimeOnly(minute / 60, minute % 60), day);

    private static readonly Gen<Instant> _instants = Gen.Long[0, 40L * 365 * 24 * 3600]
        .Select(seconds => Instant.FromUtc(2010, 1, 1, 0, 0) + Duration.FromSeconds(seconds));

    [Fact]
    public void The_last_working_day_of_a_month_is_before_its_weekend_and_its_holidays()
    {
        var schedule = RecurringSchedule.LastWorkingDayAt(new TimeOnly(7, 30));

        // 31 May 2026 is a Sunday; the last days of February 2027 a weekend.
        Days(schedule, Instant.FromUtc(2026, 5, 1, 0, 0), Instant.FromUtc(2026, 7, 1, 0, 0))
            .ShouldBe(["2026-05-29T07:30", "2026-06-30T07:30"]);
        Days(schedule, Instant.FromUtc(2027, 2, 1, 0, 0), Instant.FromUtc(2027, 3, 1, 0, 0)).ShouldBe(["2027-02-26T07:30"]);
    }

    [Fact]
    public void The_first_working_day_of_a_month_is_after_its_weekend_and_its_holidays()
    {
        var schedule = RecurringSchedule.FirstWorkingDayAt(new TimeOnly(8, 0));

        // 1 May 2026 is a holiday before a weekend, 1 November 2026 a Sunday, 1 January 2027 a holiday before a weekend.
        Days(schedule, Instant.FromUtc(2026, 4, 30, 0, 0), Instant.FromUtc(2026, 6, 30, 0, 0))
            .ShouldBe(["2026-05-04T08:00", "2026-06-01T08:00"]);
        Days(schedule, Instant.FromUtc(2026, 11, 1, 0, 0), Instant.FromUtc(2027, 1, 31, 0, 0))
            .ShouldBe(["2026-11-02T08:00", "2026-12-01T08:00", "2027-01-04T08:00"]);
    }

    [Fact]
    public void A_month_without_the_day_has_its_last_one_instead() =>
        Days(RecurringSchedule.MonthlyOn(31, new TimeOnly(6, 0)), Instant.FromUtc(2026, 1, 30, 0, 0), Instant.FromUtc(2026, 4, 1, 0, 0))
            .ShouldBe(["2026-01-31T06:00", "2026-02-28T06:00", "2026-03-31T06:00"]);

    [Fact]
    public void A_week_has_one_and_holidays_are_no_working_days()
    {
        var sundays = RecurringSchedule.WeeklyOn(DayOfWeek.Sunday, new TimeOnly(4, 0));
        Days(sundays, Instant.FromUtc(2026, 11, 26, 9, 30), Instant.FromUtc(2026, 12, 7, 0, 0))
            .ShouldBe(["2026-11-29T04:00", "2026-12-06T04:00"]);
        var workingDays = RecurringSchedule.WorkingDaysAt(new TimeOnly(8, 0));
        Days(workingDays, Instant.FromUtc(2026, 12, 23, 12, 0), Instant.FromUtc(2026, 12, 29, 12, 0))
            .ShouldBe(["2026-12-24T08:00", "2026-12-28T08:00", "2026-12-29T08:00"]);
    }

    [Fact]
    public void An_hour_that_is_skipped_is_the_first_one_after_and_one_that_comes_twice_counts_once()
    {
        var schedule = RecurringSchedule.DailyAt(new TimeOnly(2, 30));

        schedule.Between(Instant.FromUtc(2026, 3, 28, 12, 0), Instant.FromUtc(2026, 3, 29, 12, 0), _paris, _days)
            .ShouldBe([new RecurringDue("2026-03-29T02:30", Instant.FromUtc(2026, 3, 29, 1, 0))]);
        schedule.Between(Instant.FromUtc(2026, 10, 24, 12, 0), Instant.FromUtc(2026, 10, 25, 12, 0), _paris, _days)
            .ShouldBe([new RecurringDue("2026-10-25T02:30", Instant.FromUtc(2026, 10, 25, 0, 30))]);
    }

    [Fact]
    public void A_day_that_no_month_has_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => RecurringSchedule.MonthlyOn(32, new TimeOnly(6, 0)));

    [Fact]
    public void Looking_twice_finds_what_looking_once_finds() =>
        Gen.Select(_schedules, _instants, Gen.Int[0, 90], Gen.Int[0, 90]).Sample((schedule, from, first, second) =>
        {
            var (middle, end) = (from + Duration.FromHours(first * 9), from + Duration.FromHours((first + second) * 9));
            var twice = schedule.Between(from, middle, _paris, _days).Concat(schedule.Between(middle, end, _paris, _days));

            twice.ShouldBe(schedule.Between(from, end, _paris, _days));
        });

    [Fact]
    public void The_next_time_is_the_first_that_is_due_after() =>
        Gen.Select(_schedules, _instants).Sample((schedule, from) =>
        {
            var next = schedule.Next(from, _paris, _days);

            next.At.ShouldBeGreaterThan(from);
            schedule.Between(from, next.At, _paris, _days).ShouldBe([next]);
        });

    [Fact]
    public void Every_hour_of_business_days_is_none_of_a_holiday_nor_of_a_weekend()
    {
        var hours = RecurringSchedule.WorkingHours(new TimeOnly(16, 0), new TimeOnly(18, 0));

        // Friday 22 May 2026; Monday 25 is Whit Monday.
        Days(hours, LocalTimes.StartOf(new(2026, 5, 22), _paris), LocalTimes.StartOf(new(2026, 5, 27), _paris)).ShouldBe(
        [
            "2026-05-22T16:00", "2026-05-22T17:00", "2026-05-22T18:00", "2026-05-26T16:00", "2026-05-26T17:00", "2026-05-26T18:00",
        ]);
        (hours.Until, RecurringSchedule.DailyAt(new TimeOnly(6, 0)).Until).ShouldBe((new TimeOnly(18, 0), new TimeOnly(6, 0)));
    }

    private static string[] Days(RecurringSchedule schedule, Instant after, Instant until) =>
        [.. schedule.Between(after, until, _paris, _days).Select(due => due.Occurrence)];

    private static RecurringSchedule Of(RecurringKind kind, TimeOnly at, int day) => kind switch
    {
        RecurringKind.Daily => RecurringSchedule.DailyAt(at),
        RecurringKind.WorkingDays => RecurringSchedule.WorkingDaysAt(at),
        RecurringKind.WorkingHours => RecurringSchedule.WorkingHours(at, new TimeOnly(Math.Max(at.Hour, 18), at.Minute)),
        RecurringKind.Weekly => RecurringSchedule.WeeklyOn((DayOfWeek)(day % 7), at),
        RecurringKind.Monthly => RecurringSchedule.MonthlyOn(day, at),
        RecurringKind.FirstWorkingDay => RecurringSchedule.FirstWorkingDayAt(at),
        _ => RecurringSchedule.LastWorkingDayAt(at),
    };
}
