using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Sample.World;

/// <summary>Days and hours of the sample company: business days of mainland France, hours of Paris.</summary>
internal static class SampleDays
{
    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static readonly BusinessDays _business = BusinessDays.For(HolidayZone.Metropole);

    /// <summary>The business day that lies <paramref name="days"/> after <paramref name="from"/>, before it when negative.</summary>
    public static DateOnly Business(DateOnly from, int days) => _business.AddDays(from, days, DayCount.Business);

    /// <summary>The day itself when it is a business day, else the one before.</summary>
    public static DateOnly OnOrBefore(DateOnly day) => _business.PreviousBusinessDay(day);

    /// <summary>The day itself when it is a business day, else the one after.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => _business.NextBusinessDay(day);

    /// <summary>The n-th business day of the month of <paramref name="month"/>.</summary>
    public static DateOnly OfMonth(DateOnly month, int number) => Business(First(month).AddDays(-1), number);

    public static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly Today(Instant now) => now.InZone(_paris).Date.ToDateOnly();

    public static Instant At(DateOnly day, int hour, int minute) => LocalTimes.First(LocalDate.FromDateOnly(day).At(new LocalTime(hour, minute)), _paris);

    public static DateOnly DayOf(Instant instant) => Today(instant);

    /// <summary>The instant as a mail or a certificate writes it, with the offset of Paris on that day.</summary>
    public static DateTimeOffset Written(Instant instant) => instant.InZone(_paris).ToDateTimeOffset();
}
