using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

public class LocalTimesTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Fact]
    public void A_skipped_hour_is_the_first_instant_after_the_gap() =>
        LocalTimes.First(new LocalDateTime(2026, 3, 29, 2, 30), Paris).ShouldBe(Instant.FromUtc(2026, 3, 29, 1, 0));

    [Fact]
    public void A_repeated_hour_is_its_first() => LocalTimes.First(new LocalDateTime(2026, 10, 25, 2, 30), Paris).ShouldBe(Instant.FromUtc(2026, 10, 25, 0, 30));

    [Fact]
    public void A_day_whose_midnight_is_skipped_begins_after_the_gap() =>
        LocalTimes.StartOf(new DateOnly(2018, 11, 4), DateTimeZoneProviders.Tzdb["America/Sao_Paulo"]).ShouldBe(Instant.FromUtc(2018, 11, 4, 3, 0));
}
