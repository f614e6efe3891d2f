using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

public class RecurrenceTests
{
    private static readonly BusinessDays Days = BusinessDays.For(HolidayZone.Metropole);

    [Fact]
    public void The_31st_monthly_never_drifts() => Dates("FREQ=MONTHLY", new(2026, 1, 31), 5).ShouldBe(
        [new(2026, 1, 31), new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30), new(2026, 5, 31)]);

    [Fact]
    public void The_30th_monthly_takes_the_29th_of_February_in_a_leap_year() => Dates("FREQ=MONTHLY", new(2028, 1, 30), 3).ShouldBe(
        [new(2028, 1, 30), new(2028, 2, 29), new(2028, 3, 30)]);

    [Fact]
    public void A_leap_day_yearly_takes_the_28th_in_other_years() => Dates("FREQ=YEARLY", new(2024, 2, 29), 5).ShouldBe(
        [new(2024, 2, 29), new(2025, 2, 28), new(2026, 2, 28), new(2027, 2, 28), new(2028, 2, 29)]);

    [Fact]
    public void Every_three_months_counts_from_the_anchor() => Dates("RRULE:FREQ=MONTHLY;INTERVAL=3", new(2026, 1, 31), 4).ShouldBe(
        [new(2026, 1, 31), new(2026, 4, 30), new(2026, 7, 31), new(2026, 10, 31)]);

    [Fact]
    public void Several_months_of_each_year_keep_the_day_of_the_anchor() => Dates("FREQ=YEARLY;BYMONTH=2,6", new(2026, 1, 31), 3).ShouldBe(
        [new(2026, 2, 28), new(2026, 6, 30), new(2027, 2, 28)]);

    [Fact]
    public void Days_that_the_rule_names_are_those_of_the_standard() => Dates("FREQ=MONTHLY;BYMONTHDAY=31", new(2026, 1, 1), 3).ShouldBe(
        [new(2026, 1, 31), new(2026, 3, 31), new(2026, 5, 31)]);

    [Fact]
    public void An_anchor_that_the_rule_does_not_give_is_no_occurrence() => Dates("FREQ=MONTHLY;BYMONTHDAY=15", new(2026, 1, 20), 2).ShouldBe(
        [new(2026, 2, 15), new(2026, 3, 15)]);

    [Fact]
    public void A_count_ends_it() => Dates("FREQ=WEEKLY;COUNT=2", new(2026, 1, 5), 10).ShouldBe([new(2026, 1, 5), new(2026, 1, 12)]);

    [Fact]
    public void A_rule_that_gives_nothing_ends() => Dates("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", new(2026, 1, 1), 3).ShouldBeEmpty();

    [Fact]
    public void The_last_working_day_of_the_month_can_be_said()
    {
        var rule = Recurrence.Parse("FREQ=MONTHLY;BYMONTHDAY=-1", new(2026, 1, 1), RollConvention.Preceding);

        var dates = rule.Occurrences(new(2026, 4, 1), new(2026, 5, 31), Days);

        dates.ShouldBe([new("2026-04-30", new(2026, 4, 30), new(2026, 4, 30)), new("2026-05-31", new(2026, 5, 31), new(2026, 5, 29))]);
    }

    [Theory]
    [InlineData(RollConvention.None, "2026-05-31")]
    [InlineData(RollConvention.Following, "2026-06-01")]
    [InlineData(RollConvention.Preceding, "2026-05-29")]
    [InlineData(RollConvention.ModifiedFollowing, "2026-05-29")]
    public void A_Sunday_at_the_end_of_a_month_rolls(RollConvention roll, string rolled) =>
        roll.Roll(new DateOnly(2026, 5, 31), Days).ShouldBe(DateOnly.Parse(rolled));

    [Fact]
    public void A_roll_against_a_calendar_passes_over_its_closures()
    {
        var calendar = Calendars.Weekdays(Calendars.OfficeHours, ""","closures":[{"from":"2026-08-03","to":"2026-08-21"}]""");

        RollConvention.Following.Roll(new DateOnly(2026, 8, 15), calendar).ShouldBe(new(2026, 8, 24));
    }

    [Fact]
    public void Two_dates_that_roll_to_one_day_keep_their_own_keys()
    {
        var rule = Recurrence.Parse("FREQ=DAILY", new(2026, 5, 1), RollConvention.Following);

        var dates = rule.Occurrences(new(2026, 5, 9), new(2026, 5, 11), Days);

        dates.Select(date => date.Rolled).Distinct().ShouldBe([new(2026, 5, 11)]);
        dates.Select(date => date.Key).ShouldBe(["2026-05-09", "2026-05-10", "2026-05-11"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("every month")]
    [InlineData("FREQ=SOMETIMES")]
    [InlineData("FREQ=MONTHLY;INTERVAL=0")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=99")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=abc")]
    [InlineData("FREQ=MONTHLY;WHAT=1")]
    [InlineData("FREQ=MONTHLY;INTERVAL=99999999999999")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=DAILY;BYHOUR=1,2")]
    public void Refuses_what_is_no_rule_of_days(string rule) => Should.Throw<Refused>(() => Recurrence.Parse(rule, new(2026, 1, 1))).Field.ShouldBe("rrule");

    private static DateOnly[] Dates(string rule, DateOnly anchor, int count) =>
        [.. Recurrence.Parse(rule, anchor).Dates(anchor, new(2100, 12, 31)).Take(count)];
}
