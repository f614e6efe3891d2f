using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Notices.Waits;

namespace Pupitre.Product.Tests.Service;

/// <summary>When silence has lasted long enough, in May 2026 with its holidays: two whole business days after that of the mail.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class SilenceDaysTests
{
    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("2026-05-18T09:00", "2026-05-21T00:00")]
    [InlineData("2026-05-18T23:59", "2026-05-21T00:00")]
    [InlineData("2026-05-21T09:00", "2026-05-27T00:00")]
    [InlineData("2026-05-23T09:00", "2026-05-28T00:00")]
    public void Ends_with_the_second_business_day_that_follows(string taken, string ends) =>
        SilenceDays.EndOf(WireTime.Parse(taken, _paris, "taken"), BusinessDays.For(HolidayZone.Metropole), _paris)
            .ShouldBe(WireTime.Parse(ends, _paris, "ends"));
}
