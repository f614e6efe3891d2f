namespace Pupitre.Kernel.Time;

/// <summary>The business days of a French zone: which days are counted, and counting them.</summary>
/// <remarks>
/// It knows no opening hours (see <see cref="BusinessCalendar.AddDays"/> for the days of a calendar). Holidays are known for the years
/// 1950 to 2100; <see cref="DayCount.Calendar"/> needs none. Immutable, safe to share between threads.
/// </remarks>
public sealed class BusinessDays
{
    private static readonly BusinessDays[] ByZone = [.. HolidayZones.All.Select(zone => new BusinessDays(zone))];

    private BusinessDays(HolidayZone zone) => Zone = zone;

    /// <summary>The zone whose holidays are left out.</summary>
    public HolidayZone Zone { get; }

    /// <summary>The business days of <paramref name="zone"/>.</summary>
    public static BusinessDays For(HolidayZone zone) => ByZone[(int)zone];

    /// <summary>Whether <paramref name="date"/> is one of the days that <paramref name="count"/> counts.</summary>
    /// <exception cref="Refused">A holiday would have to be known outside 1950 to 2100.</exception>
    public bool IsCounted(DateOnly date, DayCount count) => count switch
    {
        DayCount.Calendar => true,
        DayCount.Working => date.DayOfWeek != DayOfWeek.Sunday && !FrenchHolidays.IsHoliday(Zone, date),
        _ => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FrenchHolidays.IsHoliday(Zone, date),
    };

    /// <summary>The <paramref name="days"/>-th counted day after <paramref name="date"/>, before it when negative; zero gives the date itself.</summary>
    /// <remarks><paramref name="date"/> need not be a counted day, and is never counted itself.</remarks>
    /// <exception cref="Refused">The search leaves the years that are known.</exception>
    public DateOnly AddDays(DateOnly date, int days, DayCount count)
    {
        if (count == DayCount.Calendar)
        {
            return Moved(date, days);
        }

        var step = Math.Sign(days);
        for (var left = Math.Abs((long)days); left > 0;)
        {
            date = Moved(date, step);
            left -= IsCounted(date, count) ? 1 : 0;
        }

        return date;
    }

    /// <summary><paramref name="date"/> when it is neither a Saturday, a Sunday nor a holiday, else the next day that is none of them.</summary>
    /// <remarks>That is how a tax or social date moves.</remarks>
    /// <exception cref="Refused">The search leaves the years 1950 to 2100.</exception>
    public DateOnly NextBusinessDay(DateOnly date) => IsCounted(date, DayCount.Business) ? date : AddDays(date, 1, DayCount.Business);

    /// <summary><paramref name="date"/> when it is neither a Saturday, a Sunday nor a holiday, else the last day before it that is none of them.</summary>
    /// <exception cref="Refused">The search leaves the years 1950 to 2100.</exception>
    public DateOnly PreviousBusinessDay(DateOnly date) => IsCounted(date, DayCount.Business) ? date : AddDays(date, -1, DayCount.Business);

    private static DateOnly Moved(DateOnly date, int days)
    {
        var number = (long)date.DayNumber + days;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)number)
            : throw new Refused(Texts.Time_DateOutOfRange);
    }
}
