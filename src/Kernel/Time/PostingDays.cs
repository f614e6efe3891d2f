namespace Pupitre.Kernel.Time;

/// <summary>How long a letter that gives notice takes: forth to its arrival, and back to the last day on which it can leave.</summary>
/// <remarks>
/// It leaves and arrives on business days. A notice that runs from the sending counts no days at all. The two directions agree:
/// a letter posted on <c>p</c> is in time for <c>n</c> (<c>Arrival(p) &lt;= n</c>) exactly when <c>p &lt;= LastDay(n)</c>. Both take time
/// in proportion to the posting days, which <see cref="ContractTerms.MostPostingDays"/> bounds.
/// </remarks>
public static class PostingDays
{
    /// <summary>The last business day on which a letter can leave and still be in time.</summary>
    /// <param name="noticeBy">Last day to give notice.</param>
    /// <param name="from">What the notice counts from.</param>
    /// <param name="days">Business days allowed for the letter to arrive, 0 or more.</param>
    /// <param name="zone">Zone whose holidays count.</param>
    /// <returns>Null where a holiday would have to be known that is not (outside 1950 to 2100).</returns>
    public static DateOnly? LastDay(DateOnly noticeBy, NoticeRunsFrom from, int days, HolidayZone zone) =>
        Walk(noticeBy, -1, Counted(from, days), zone);

    /// <summary>The day on which a letter is there that leaves on a day; it leaves on the next business day when that is none.</summary>
    /// <param name="postedOn">The day on which it is posted.</param>
    /// <param name="from">What the notice counts from: from the sending, that day is the day that counts.</param>
    /// <param name="days">Business days allowed for the letter to arrive, 0 or more.</param>
    /// <param name="zone">Zone whose holidays count.</param>
    /// <returns>Null where a holiday would have to be known that is not (outside 1950 to 2100).</returns>
    public static DateOnly? Arrival(DateOnly postedOn, NoticeRunsFrom from, int days, HolidayZone zone) =>
        Walk(postedOn, 1, Counted(from, days), zone);

    private static int Counted(NoticeRunsFrom from, int days) => from == NoticeRunsFrom.Sending ? 0 : days;

    private static DateOnly? Walk(DateOnly start, int step, int days, HolidayZone zone)
    {
        var (business, left) = (BusinessDays.For(zone), days);
        for (var day = start; day.Year is >= FrenchHolidays.FirstYear and <= FrenchHolidays.LastYear; day = day.AddDays(step))
        {
            if (!business.IsCounted(day, DayCount.Business))
            {
                continue;
            }

            if (left == 0)
            {
                return day;
            }

            left--;
        }

        return null;
    }
}
