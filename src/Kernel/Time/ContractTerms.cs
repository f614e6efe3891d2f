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
/// <param name="TermEnd">
/// First day after the term in force; of a contract that is over, the first day after its term. Null when it lies beyond the year 9999.
/// </param>
/// <param name="Expired">The term is over and nothing is in force. False before the start.</param>
/// <param name="NoticeBy">Last day to give notice for the first term whose day has not passed; null without tacit renewal or without notice.</param>
/// <param name="PostBy">
/// Last safe posting day for <paramref name="NoticeBy"/>; it may have passed already. Null too when the holidays of its years are not known.
/// </param>
/// <param name="LockedInUntil">End of the first later term that can still be left, when the notice for the term in force has passed; else null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TermState(DateOnly? TermEnd, bool Expired, DateOnly? NoticeBy, DateOnly? PostBy, DateOnly? LockedInUntil)
{
    /// <summary>Last day of the term in force, the day that contracts write ("finit le 31 mars 2027"); null when it lies beyond the year 9999.</summary>
    public DateOnly? LastDay => TermEnd?.AddDays(-1);

    /// <summary>Last day of the term that <see cref="NoticeBy"/> would end; null without a notice day.</summary>
    public DateOnly? LeavesOn => NoticeBy is null ? null : (LockedInUntil ?? TermEnd)?.AddDays(-1);
}

/// <summary>A stretch for which a contract binds.</summary>
/// <param name="Number">0 for the initial term, then each tacit renewal.</param>
/// <param name="From">First day.</param>
/// <param name="LastDay">Last day, the one that contracts write.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContractTerm(int Number, DateOnly From, DateOnly LastDay);

/// <summary>Start, term, renewal and notice of a contract: section 6 of the business-time rules.</summary>
/// <remarks>
/// Lengths in months count from the anchor, so that they never drift: 31 January + 1 month is 28 February, + 2 months is 31 March. The
/// anchor is <see cref="Start"/>, or <see cref="End"/> when that is given. An end is always the first day after the term; what is shown
/// and typed is the day before it, <see cref="TermState.LastDay"/>.
/// <para>
/// Notice counts back from the last day and not from the end. Art. 641 CPC: a delay in months ends on the day of the same number, else on
/// the last of the month, so a notice that is received on 1 October runs to 1 April, a day after a term that ends on 31 March; 30 September
/// is the last safe day. The postponement of art. 642 to the next working day does not apply to a notice that is counted backwards
/// (Cass. 3e civ., 8 March 2018, 17-11.312).
/// </para>
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
    /// <exception cref="Refused">The terms contradict each other (<see cref="Check"/>).</exception>
    public TermState On(DateOnly day, HolidayZone zone = HolidayZone.Metropole)
    {
        Check();
        if (Renewal != Renewal.Tacit)
        {
            var end = EndOfTerm(0);
            return new(end, end <= day, NoticeBy: null, PostBy: null, LockedInUntil: null);
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

    /// <summary>One term.</summary>
    /// <param name="number">0 for the initial term, then each tacit renewal.</param>
    /// <returns>Null for a renewal where none comes by itself, and for a term that ends beyond the year 9999.</returns>
    public ContractTerm? Term(int number) => (number == 0 || Renewal == Renewal.Tacit) && EndOfTerm(number) is { } end
        ? new ContractTerm(number, number == 0 ? Start : EndOfTerm(number - 1)!.Value, end.AddDays(-1))
        : null;

    /// <summary>Last day to give notice for the end of a term; without a notice, that end itself.</summary>
    public DateOnly LastNoticeDay(ContractTerm term) => LastNoticeDay(term.LastDay.AddDays(1))!.Value;

    /// <summary>Last day of a contract without a term (durée indéterminée) when its notice counts from <paramref name="arrival"/>: art. 641 CPC.</summary>
    /// <param name="arrival">The day from which the notice counts.</param>
    /// <param name="noticeMonths">Notice in months, or null.</param>
    /// <param name="noticeDays">Notice in days, or null; without either the contract ends on that very day.</param>
    /// <returns>Null when the day lies beyond the year 9999.</returns>
    public static DateOnly? OpenEndedLastDay(DateOnly arrival, int? noticeMonths, int? noticeDays) =>
        noticeMonths is { } months ? MonthsLater(arrival, months) : DaysLater(arrival, noticeDays ?? 0);

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

    private DateOnly? EndOfTerm(int renewals) => End is { } end
        ? MonthsLater(end, (long)renewals * RenewalMonths.GetValueOrDefault())
        : MonthsLater(Start, Months!.Value + ((long)renewals * (RenewalMonths ?? Months.Value)));

    /// <summary>Null for a term that ends beyond the year 9999; a day before the year 1 has passed for ever.</summary>
    private DateOnly? LastNoticeDay(DateOnly? end)
    {
        if (end is not { } after)
        {
            return null;
        }

        var lastDay = after.AddDays(-1);
        return (NoticeMonths is { } months ? MonthsLater(lastDay, -months) : DaysLater(lastDay, -(NoticeDays ?? 0))) ?? DateOnly.MinValue;
    }

    /// <summary>Null where a holiday would have to be known that is not: a date without a posting day is better than no date.</summary>
    private DateOnly? PostingDay(DateOnly? noticeBy, HolidayZone zone) =>
        noticeBy is { } day ? Time.PostingDays.LastDay(day, NoticeRunsFrom, PostingDays, zone) : null;

    /// <summary>Clamped to the last day of the month, as <see cref="DateOnly.AddMonths"/> does; null outside the years 1 to 9999.</summary>
    private static DateOnly? MonthsLater(DateOnly date, long months)
    {
        var month = (date.Year * 12L) + date.Month - 1 + months;
        return month is >= 12 and < 120_000 ? date.AddMonths((int)months) : null;
    }

    private static DateOnly? DaysLater(DateOnly date, int days)
    {
        var number = (long)date.DayNumber + days;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    private static void Require(bool holds, string input, string message)
    {
        if (!holds)
        {
            throw new Refused(message, input);
        }
    }
}
