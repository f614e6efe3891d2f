using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using static Pupitre.Kernel.Tests.Commitments.Given;

namespace Pupitre.Kernel.Tests.Commitments;

public class ScheduleTests
{
    private static readonly CompanyDates Company = new(PayDay: 31, VatDay: 21, ClosingMonth: 12, ClosingDay: 31);
    private static readonly LocalTime Noon = new(12, 0);
    private static readonly LocalTime Evening = new(18, 0);

    public static TheoryData<string, ScheduleRule, string, string> Templates => new()
    {
        { "the 20th 18:00 else the business day before", new() { Anchor = ScheduleAnchor.DayOfMonth(20), Roll = RollConvention.Preceding, At = Evening }, "2026-06-01", "2026-06-19 18:00" },
        { "two business days before pay day at noon", new() { Anchor = PayDay, Days = -2, At = Noon }, "2026-05-01", "2026-05-27 12:00" },
        { "the 15th of the following month at noon, legal roll", new() { Anchor = ScheduleAnchor.DayOfMonth(15) with { MonthsAfter = 1 }, Roll = RollConvention.Following, At = Noon }, "2026-07-01", "2026-08-17 12:00" },
        { "fifth business day of the following month", new() { Days = 5, At = Evening }, "2026-04-01", "2026-05-11 18:00" },
        { "tenth business day of the following month", new() { Days = 10, At = Evening }, "2026-04-01", "2026-05-19 18:00" },
        { "three business days before the VAT date at noon", new() { Anchor = Vat, Days = -3, At = Noon }, "2026-05-01", "2026-06-17 12:00" },
        { "the VAT date less one business day", new() { Anchor = Vat, Days = -1 }, "2026-05-01", "2026-06-20 00:00" },
        { "closing + 3 months + 15 days, for 31 December the second business day after 1 May", new() { Every = PeriodLength.Year, Anchor = ScheduleAnchor.DateOfCompany(CompanyDates.TaxReturnName), Days = 15, Count = DayCount.Calendar, Roll = RollConvention.Following }, "2025-01-01", "2026-05-21 00:00" },
        { "last business day", new() { Roll = RollConvention.Preceding }, "2026-05-01", "2026-05-30 00:00" },
        { "last working day, which may be a Saturday", new() { Roll = RollConvention.Preceding, Count = DayCount.Working }, "2026-05-01", "2026-05-31 00:00" },
        { "every quarter, the end of the month after", new() { Every = PeriodLength.Quarter, Anchor = ScheduleAnchor.EndOfMonth() with { MonthsAfter = 1 }, Roll = RollConvention.Following }, "2026-01-01", "2026-05-01 00:00" },
        { "every week on Friday at noon", new() { Every = PeriodLength.Week, Anchor = ScheduleAnchor.DayOfMonth(5), At = Noon }, "2026-06-01", "2026-06-05 12:00" },
    };

    private static ScheduleAnchor PayDay => ScheduleAnchor.DateOfCompany(CompanyDates.PayDayName) with { Roll = RollConvention.Preceding };

    private static ScheduleAnchor Vat => ScheduleAnchor.DateOfCompany(CompanyDates.VatDayName) with { MonthsAfter = 1, Roll = RollConvention.Following };

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_template_is_expressible(string name, ScheduleRule rule, string period, string due)
    {
        var occurrence = Of(rule).Occurrences(Date(period), Date(period)).ShouldHaveSingleItem(name);

        occurrence.Due.ShouldBe(At(due));
    }

    [Fact]
    public void A_closing_on_the_last_day_of_february_gives_the_last_day_of_may() =>
        new CompanyDates(null, null, 2, 28).DateOf(CompanyDates.TaxReturnName, Date("2026-06-01"), Days).ShouldBe(Date("2026-05-31"));

    [Fact]
    public void A_month_without_that_day_takes_its_last_and_never_drifts() =>
        Of(new() { Anchor = ScheduleAnchor.DayOfMonth(31) }).Occurrences(Date("2026-01-01"), Date("2026-04-30")).Select(occurrence => occurrence.DueDate)
            .ShouldBe([Date("2026-01-31"), Date("2026-02-28"), Date("2026-03-31"), Date("2026-04-30")]);

    [Fact]
    public void An_occurrence_has_one_key_for_its_period_whoever_asks()
    {
        var schedule = Of(new() { Anchor = ScheduleAnchor.DayOfMonth(20) });

        schedule.Occurrences(Date("2026-01-01"), Date("2026-12-31")).Select(occurrence => occurrence.Key).ShouldBeUnique();
        schedule.Occurrences(Date("2026-03-01"), Date("2026-03-31")).ShouldHaveSingleItem().Key.ShouldBe("2026-03");
    }

    [Fact]
    public void A_period_without_its_company_date_has_no_occurrence() =>
        new Schedule(new() { Anchor = Vat }, Paris, Days, Company with { VatDay = null }).Occurrences(Date("2026-01-01"), Date("2026-12-31")).ShouldBeEmpty();

    [Fact]
    public void The_occurrence_says_step_by_step_why_it_is_due_then()
    {
        var occurrence = Of(new() { Anchor = PayDay, Days = -2, At = Noon }).Occurrences(Date("2026-05-01"), Date("2026-05-01")).Single();

        occurrence.Explanation.ShouldBe(
        [
            Explanation.Of(ExplanationCode.NamedDate, CompanyDates.PayDayName, Date("2026-05-31")),
            Explanation.Of(ExplanationCode.Rolled, RollConvention.Preceding, Date("2026-05-29")),
            Explanation.Of(ExplanationCode.DaysAdded, -2, DayCount.Business, Date("2026-05-27")),
            Explanation.Of(ExplanationCode.AtHour, Noon),
        ]);
    }

    [Fact]
    public void Too_many_occurrences_are_refused() =>
        Should.Throw<Refused>(() => Of(new() { Every = PeriodLength.Week }).Occurrences(Date("1951-01-01"), Date("2500-01-01")));

    private static Schedule Of(ScheduleRule rule) => new(rule, Paris, Days, Company);
}
