using NodaTime;
using NodaTime.Text;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>
/// Due dates of the ready commitments, worked out by hand from the rules. Metropolitan holidays of 2026 near them: 1, 8, 14 and 25 May,
/// 14 July, 15 August. Pay day the 28th, VAT the 19th, closing on 31 December.
/// </summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class TemplateDatesTests
{
    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly BusinessDays _days = BusinessDays.For(HolidayZone.Metropole);

    [Theory]
    [InlineData(1, "2026-05", "2026-05-20T18:00")] // a Wednesday
    [InlineData(1, "2026-06", "2026-06-19T18:00")] // the 20th is a Saturday: the Friday before
    [InlineData(2, "2026-05", "2026-05-26T12:00")] // Thursday 28 less two business days
    [InlineData(3, "2026-05", "2026-06-15T12:00")] // a Monday
    [InlineData(3, "2026-07", "2026-08-17T12:00")] // 15 August, a Saturday and a holiday: the Monday after
    [InlineData(6, "2026-04", "2026-05-11T18:00")] // 4, 5, 6, 7 May, then Monday 11: the 1st and the 8th are holidays
    [InlineData(6, "2026-05", "2026-06-05T18:00")]
    [InlineData(7, "2026-04", "2026-05-19T18:00")] // 11, 12, 13, 15, 18, 19: Thursday 14 is Ascension
    [InlineData(8, "2026-05", "2026-06-13T00:00")] // by the end of Friday 12 June
    [InlineData(9, "2026-05", "2026-06-16T12:00")] // Friday 19 June less three business days
    [InlineData(21, "2026-05", "2026-06-17T12:00")]
    [InlineData(10, "2026-05", "2026-06-19T00:00")] // by the end of Thursday 18 June
    [InlineData(24, "2026-05", "2026-07-01T00:00")] // 31 May and 30 days: by the end of 30 June
    [InlineData(13, "2026-07", "2026-08-17T18:00")]
    [InlineData(14, "2025", "2026-05-21T00:00")] // 4 and 5 May are the two business days after 1 May; 15 days later, by the end of 20 May
    [InlineData(22, "2025", "2026-02-16T18:00")] // 31 December and 45 days is Saturday 14 February
    public void A_schedule_is_due_when_the_rules_say(int number, string period, string due)
    {
        var profile = Profile(employees: 42);
        var schedule = new Schedule(CommitmentTemplates.Find(number)!.Rule(profile).Schedule!, _paris, _days, profile.Dates);
        var first = period.Length == 4 ? new DateOnly(int.Parse(period), 1, 1) : DateOnly.Parse(period + "-01");

        var occurrence = schedule.Of(SchedulePeriod.Of(schedule.Rule.Every, first))!;

        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(occurrence.Due.InZone(_paris).LocalDateTime).ShouldBe(due);
    }

    [Fact]
    public void The_payroll_return_is_due_on_the_5th_from_fifty_employees_paid_within_the_month()
    {
        var profile = Profile(employees: 50);
        var schedule = new Schedule(CommitmentTemplates.Find(3)!.Rule(profile).Schedule!, _paris, _days, profile.Dates);

        schedule.Of(SchedulePeriod.Of(PeriodLength.Month, new DateOnly(2026, 5, 1)))!.DueDate.ShouldBe(new DateOnly(2026, 6, 5));
    }

    [Fact]
    public void The_tax_return_of_a_June_closing_is_due_three_months_and_fifteen_days_later()
    {
        var profile = Profile(employees: 42, closingMonth: 6, closingDay: 30);
        var schedule = new Schedule(CommitmentTemplates.Find(14)!.Rule(profile).Schedule!, _paris, _days, profile.Dates);

        schedule.Of(SchedulePeriod.Of(PeriodLength.Year, new DateOnly(2026, 1, 1)))!.DueDate.ShouldBe(new DateOnly(2026, 10, 15));
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(11, 5)]
    [InlineData(12, 1)]
    [InlineData(16, 2)]
    [InlineData(19, 2)]
    [InlineData(20, 10)]
    [InlineData(23, 2)]
    public void A_clock_counts_business_days_at_the_same_hour(int number, int days) =>
        CommitmentTemplates.Find(number)!.Rule(Profile(employees: 42)).Clock!.Target.ShouldBe(new DayTarget(days));

    [Fact]
    public void The_catalogue_has_the_twenty_and_each_is_whole()
    {
        CommitmentTemplates.All.Select(template => template.Number).ShouldBe(Enumerable.Range(1, 24));
        foreach (var template in CommitmentTemplates.All)
        {
            Words[] words = [template.Name, template.WeDo, template.TheyDo, template.Proof, template.UnitOne, template.UnitMany];
            words.ShouldAllBe(word => !string.IsNullOrWhiteSpace(word.French) && !string.IsNullOrWhiteSpace(word.English));
            (template.Prerequisite is null || CommitmentTemplates.Find(template.Prerequisite)!.WeHaveDone.French is not null).ShouldBeTrue();
            CommitmentRule.Parse(template.Rule(Profile(employees: 42)).ToString()).ShouldNotBeNull();
        }
    }

    private static CompanyProfile Profile(int employees, int closingMonth = 12, int closingDay = 31)
    {
        var profile = CompanyProfile.Unknown();
        profile.Describe(new ProfileInput { Employees = employees, PayDay = 28, VatDay = 19, ClosingMonth = closingMonth, ClosingDay = closingDay });
        return profile;
    }
}
