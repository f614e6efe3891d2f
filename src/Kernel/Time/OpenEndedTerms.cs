namespace Pupitre.Kernel.Time;

/// <summary>
/// A contract without a term (durée indéterminée), which ends by notice: the same questions as <see cref="LeaveContract"/> answers.
/// </summary>
/// <remarks>
/// The notice counts from the day that the letter arrives (art. 641 CPC): it ends on the day of the same number, else on the last of the
/// month. So some days are never an end (six months' notice ends on no 29 to 31 August but in leap years), and none before the start.
/// </remarks>
/// <param name="Start">First day; null while nobody has typed it.</param>
/// <param name="NoticeMonths">Notice in months, or null.</param>
/// <param name="NoticeDays">Notice in days, or null; without either it ends on the day of arrival.</param>
/// <param name="NoticeRunsFrom">What the notice counts from.</param>
/// <param name="PostingDays">Business days allowed for the letter to arrive.</param>
public sealed record OpenEndedTerms(DateOnly? Start, int? NoticeMonths, int? NoticeDays, NoticeRunsFrom NoticeRunsFrom, int PostingDays)
{
    /// <summary>Whether it can end on a day, and if not, when it can.</summary>
    public LeavingAnswer LeaveOn(DateOnly wanted, DateOnly today, HolidayZone zone)
    {
        if (wanted < Start || wanted < today)
        {
            return new(wanted < Start ? LeavingVerdict.BeforeStart : LeavingVerdict.Passed);
        }

        if (LatestArrival(wanted) is not { } arrival || arrival < today)
        {
            return new(LeavingVerdict.NoticePassed, Next: Write(today, zone).Leaves);
        }

        var last = Of(arrival, zone);
        return last?.LastDay == wanted ? new(LeavingVerdict.ByNotice, last)
            : new(LeavingVerdict.NotThatDay, Before: last, Next: Of(arrival.AddDays(1), zone));
    }

    /// <summary>When it ends once a letter has left on a day.</summary>
    public WritingAnswer Write(DateOnly postedOn, HolidayZone zone)
    {
        var arrival = Time.PostingDays.Arrival(postedOn, NoticeRunsFrom, PostingDays, zone);
        return new(arrival, arrival is { } day ? Of(day, zone) : null);
    }

    private Departure? Of(DateOnly arrival, HolidayZone zone) => LastDay(arrival) is { } last
        ? new Departure(last, arrival, Time.PostingDays.LastDay(arrival, NoticeRunsFrom, PostingDays, zone))
        : null;

    private DateOnly? LastDay(DateOnly arrival) => ContractTerms.OpenEndedLastDay(arrival, NoticeMonths, NoticeDays);

    /// <summary>The last day of arrival with which it ends on <paramref name="wanted"/> at the latest; null before the year 1.</summary>
    private DateOnly? LatestArrival(DateOnly wanted)
    {
        if (ContractTerms.OpenEndedLastDay(wanted, -NoticeMonths, -NoticeDays) is not { } day)
        {
            return null;
        }

        // Counting back clamps to the end of a shorter month, counting forth again does too: the two are at most three days apart.
        while (day < DateOnly.MaxValue && LastDay(day.AddDays(1)) <= wanted)
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
