using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.TwoSides.Statements;

namespace Pupitre.Product.Tests.Service;

/// <summary>The days of a month's closing, in May 2026 with its holidays.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class StatementDaysTests
{
    private const int April = (2026 * 12) + 3;

    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly BusinessDays _days = BusinessDays.For(HolidayZone.Metropole);

    [Theory]
    [InlineData("2026-05-12T18:00", "2026-05-13")]
    [InlineData("2026-05-13T18:00", "2026-05-15")]
    [InlineData("2026-05-16T00:00", "2026-05-18")]
    [InlineData("2026-04-20T18:00", "2026-05-04")]
    [InlineData(null, "2026-05-04")]
    [InlineData("2026-06-10T18:00", "2026-05-31")]
    public void Opens_on_the_first_business_day_after_the_last_monthly_due_date(string? due, string opens)
    {
        var at = due is null ? (Instant?)null : WireTime.Parse(due, _paris, "due");

        StatementDays.OpensOn(April, at, _paris, _days).ShouldBe(DateOnly.Parse(opens, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Lasts_five_business_days_after_that_of_the_opening() =>
        StatementDays.Until(new DateOnly(2026, 5, 13), _days).ShouldBe(new DateOnly(2026, 5, 21));
}
