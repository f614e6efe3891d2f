using System.Runtime.InteropServices;

namespace Pupitre.Kernel.Time;

/// <summary>How a contract goes on after its term.</summary>
public enum Renewal
{
    /// <summary>It ends.</summary>
    None,

    /// <summary>It renews by itself unless notice is given in time.</summary>
    Tacit,

    /// <summary>It renews only when both sides say so: never by itself.</summary>
    Express,
}

/// <summary>What must have happened to the letter by the last day to give notice.</summary>
public enum NoticeRunsFrom
{
    /// <summary>It was received.</summary>
    Reception,

    /// <summary>It was presented for the first time, whether or not somebody took it: the posting days are counted all the same.</summary>
    FirstPresentation,

    /// <summary>It was sent: no posting days are counted.</summary>
    Sending,
}

/// <summary>Where a contract stands on a day.</summary>
/// <param name="TermEnd">First day after the term in force; of a contract that is over, the first day after its term.</param>
/// <param name="Expired">The term is over and nothing is in force. False before the start.</param>
/// <param name="NoticeBy">Last day to give notice for the first term whose day has not passed; null without tacit renewal or without notice.</param>
/// <param name="PostBy">Last safe posting day for <paramref name="NoticeBy"/>; it may have passed already.</param>
/// <param name="LockedInUntil">End of the first later term that can still be left, when the notice for the term in force has passed; else null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TermState(DateOnly TermEnd, bool Expired, DateOnly? NoticeBy, DateOnly? PostBy, DateOnly? LockedInUntil);

/// <summary>Start, term, renewal and notice of a contract: section 6 of the business-time rules.</summary>
/// <remarks>
/// Lengths in months count from the anchor, so that they never drift: 31 January + 1 month is 28 February, + 2 months is 31 March. The
/// anchor is <see cref="Start"/>, or <see cref="End"/> when that is given. An end is always the first day after the term.
/// </remarks>
public sealed record ContractTerms
{
    /// <summary>Business days that a letter is given to arrive when nobody says otherwise.</summary>
    public const int DefaultPostingDays = 3;

    /// <summary>Longest length or notice that is accepted, in months: a hundred years.</summary>
    public const int MostMonths = 1200;

    /// <summary>Longest notice that is accepted, in days: a hundred years.</summary>
    public const int MostDays = 36525;

    /// <summary>Most posting days that are accepted.</summary>
    public const int MostPostingDays = 366;

    /// <summary>First day of the contract.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Length of the initial term in months, 1 or more; null when <see cref="End"/> is given.</summary>
    public int? Months { get; init; }

    /// <summary>First day after the initial term, after <see cref="Start"/>; null when <see cref="Months"/> is given.</summary>
    public DateOnly? End { get; init; }

    /// <summary>How it goes on.</summary>
    public Renewal Renewal { get; init; }

    /// <summary>Length of a renewal in months, 1 or more; null: the initial length again. Required for a tacit renewal with an <see cref="End"/>.</summary>
    public int? RenewalMonths { get; init; }

    /// <summary>Notice in months, or null.</summary>
    public int? NoticeMonths { get; init; }

    /// <summary>Notice in days, or null; not together with <see cref="NoticeMonths"/>.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>What the notice counts from.</summary>
    public NoticeRunsFrom NoticeRunsFrom { get; init; }

    /// <summary>Business days allowed for the letter to arrive.</summary>
    public int PostingDays { get; init; } = DefaultPostingDays;

    /// <summary>Where the contract stands on <paramref name="day"/>.</summary>
    /// <param name="day">The day; before the start, the initial term is taken.</param>
    /// <param name="zone">Zone whose holidays count for the letter.</param>
    /// <exception cref="Refused">The terms contradict each other (<see cref="Check"/>), or a date leaves the years that are known.</exception>
    public TermState On(DateOnly day, HolidayZone zone = HolidayZone.Metropole)
    {
        Check();
        if (Renewal != Renewal.Tacit)
        {
            var end = EndOfTerm(0);
            return new(end, day >= end, NoticeBy: null, PostBy: null, LockedInUntil: null);
        }

        var inForce = TermInForce(day);
        var termEnd = EndOfTerm(inForce);
        if (NoticeMonths is null && NoticeDays is null)
        {
            return new(termEnd, Expired: false, NoticeBy: null, PostBy: null, LockedInUntil: null);
        }

        var leaving = inForce;
        while (LastNoticeDay(EndOfTerm(leaving)) < day)
        {
            leaving++;
        }

        var noticeBy = LastNoticeDay(EndOfTerm(leaving));
        return new(termEnd, Expired: false, noticeBy, PostingDay(noticeBy, zone), leaving > inForce ? EndOfTerm(leaving) : null);
    }

    /// <summary>Refuses terms that contradict each other.</summary>
    /// <exception cref="Refused">Message and <see cref="Refused.Field"/> name the input.</exception>
    public void Check()
    {
        Require(Months is null != End is null, nameof(Months), Texts.Term_MonthsOrEnd);
        Require(Months is null or (>= 1 and <= MostMonths), nameof(Months), Texts.Term_Length.With("months", MostMonths));
        Require(End is null || End > Start, nameof(End), Texts.Term_EndBeforeStart);
        Require(RenewalMonths is null or (>= 1 and <= MostMonths), nameof(RenewalMonths), Texts.Term_Length.With("renewalMonths", MostMonths));
        Require(Renewal != Renewal.Tacit || End is null || RenewalMonths is not null, nameof(RenewalMonths), Texts.Term_RenewalMonthsMissing);
        Require(NoticeMonths is null || NoticeDays is null, nameof(NoticeDays), Texts.Term_NoticeTwice);
        Require(NoticeMonths is null or (>= 0 and <= MostMonths), nameof(NoticeMonths), Texts.Term_Count.With("noticeMonths", MostMonths));
        Require(NoticeDays is null or (>= 0 and <= MostDays), nameof(NoticeDays), Texts.Term_Count.With("noticeDays", MostDays));
        Require(PostingDays is >= 0 and <= MostPostingDays, nameof(PostingDays), Texts.Term_Count.With("postingDays", MostPostingDays));
    }

    /// <summary>Number of renewals, 0 for the initial term, of the term that holds <paramref name="day"/>.</summary>
    private int TermInForce(DateOnly day)
    {
        var term = 0;
        while (day >= EndOfTerm(term))
        {
            term++;
        }

        return term;
    }

    private DateOnly EndOfTerm(int renewals) => End is { } end
        ? AddMonths(end, (long)renewals * RenewalMonths.GetValueOrDefault())
        : AddMonths(Start, Months!.Value + ((long)renewals * (RenewalMonths ?? Months.Value)));

    private DateOnly LastNoticeDay(DateOnly end) => NoticeMonths is { } months ? AddMonths(end, -months) : AddDays(end, -NoticeDays!.Value);

    private DateOnly PostingDay(DateOnly noticeBy, HolidayZone zone)
    {
        var days = BusinessDays.For(zone);
        var arrival = days.PreviousBusinessDay(noticeBy);
        return days.AddDays(arrival, NoticeRunsFrom == NoticeRunsFrom.Sending ? 0 : -PostingDays, DayCount.Business);
    }

    /// <summary>Clamped to the last day of the month, as <see cref="DateOnly.AddMonths"/> does.</summary>
    private static DateOnly AddMonths(DateOnly date, long months)
    {
        var month = (date.Year * 12L) + date.Month - 1 + months;
        return month is >= 12 and < 120_000 ? date.AddMonths((int)months) : throw new Refused(Texts.Time_DateOutOfRange);
    }

    private static DateOnly AddDays(DateOnly date, int days) =>
        date.DayNumber + days >= 0 ? date.AddDays(days) : throw new Refused(Texts.Time_DateOutOfRange);

    private static void Require(bool holds, string input, string message)
    {
        if (!holds)
        {
            throw new Refused(message, input);
        }
    }
}
