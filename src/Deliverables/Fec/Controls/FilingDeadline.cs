using Pupitre.Kernel.Time;

namespace Pupitre.Deliverables.Fec;

/// <summary>The last day to file the accounts of a year.</summary>
/// <remarks>
/// CGI art. 175 and 223: the second business day after 1 May for a year that closes on 31 December, else three months after the closing; and the
/// fifteen days that the tax office leaves to those who file online (BOI-BIC-DECLA-30-60-30-20).
/// </remarks>
internal static class FilingDeadline
{
    private const int OnlineDays = 15;
    private const int Months = 3;

    public static DateOnly Of(DateOnly closing, HolidayZone zone)
    {
        if (closing is not { Month: 12, Day: 31 })
        {
            var month = closing.AddDays(1).AddMonths(Months).AddDays(-1);
            return month.AddDays(OnlineDays);
        }

        var day = new DateOnly(closing.Year + 1, 5, 1);
        for (var business = 0; business < 2;)
        {
            day = day.AddDays(1);
            business += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || FrenchHolidays.IsHoliday(zone, day) ? 0 : 1;
        }

        return day.AddDays(OnlineDays);
    }
}
