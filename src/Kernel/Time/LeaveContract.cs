using System.Runtime.InteropServices;

namespace Pupitre.Kernel.Time;

/// <summary>Whether a contract can end on the day that somebody asks for.</summary>
public enum LeavingVerdict
{
    /// <summary>It can, when notice is given in time.</summary>
    ByNotice,

    /// <summary>It ends on that day by itself.</summary>
    ByItself,

    /// <summary>It cannot end on that very day: it lies inside a term, or no notice runs out on it.</summary>
    NotThatDay,

    /// <summary>It could have: the last day to give notice has passed.</summary>
    NoticePassed,

    /// <summary>It is over by then.</summary>
    Over,

    /// <summary>It begins later.</summary>
    BeforeStart,

    /// <summary>The day has passed.</summary>
    Passed,
}

/// <summary>A day on which a contract can end, and what that takes.</summary>
/// <param name="LastDay">Last day of the contract.</param>
/// <param name="NoticeBy">Last day to give notice; null when it ends by itself.</param>
/// <param name="PostBy">Last safe posting day, which may have passed already; null without notice, and where holidays are not
/// known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Departure(DateOnly LastDay, DateOnly? NoticeBy = null, DateOnly? PostBy = null);

/// <summary>What becomes of the wish to leave on a day.</summary>
/// <param name="Wanted">The day asked for, when it is a day on which the contract ends or could have ended; for one that is over, its
/// end.</param>
/// <param name="Before">The last day before it on which the contract can still end; null when there is none.</param>
/// <param name="Next">The first day after it on which the contract can still end; null when it is not needed or lies beyond the year
/// 9999.</param>
public sealed record LeavingAnswer(LeavingVerdict Verdict, Departure? Wanted = null, Departure? Before = null, Departure? Next = null);

/// <summary>What becomes of a letter that leaves on a day.</summary>
/// <param name="Arrival">The day that the notice counts from; null where holidays are not known.</param>
/// <param name="Leaves">When the contract ends then; null when that cannot be told.</param>
public sealed record WritingAnswer(DateOnly? Arrival, Departure? Leaves);

/// <summary>The questions "if we want to leave on that day" and "if we write on that day", asked of a contract with terms.</summary>
/// <remarks>
/// Notice can be given on every day from today to the last one (<see cref="ContractTerms.LastNoticeDay"/>): beyond the last safe posting
/// day it has to be handed over. Bounded: each question looks at the terms between the start and the year 9999 once, at most 120,000.
/// </remarks>
public static class LeaveContract
{
    /// <summary>Whether it can end on a day, and if not, when it can.</summary>
    /// <exception cref="Refused">The terms contradict each other.</exception>
    public static LeavingAnswer On(ContractTerms terms, DateOnly wanted, DateOnly today, HolidayZone zone)
    {
        terms.Check();
        if (wanted < terms.Start || wanted < today)
        {
            return new(wanted < terms.Start ? LeavingVerdict.BeforeStart : LeavingVerdict.Passed);
        }

        return terms.Renewal == Renewal.Tacit ? ByTerm(terms, wanted, today, zone) : ByItself(terms, wanted);
    }

    /// <summary>When it ends once a letter has left on a day.</summary>
    /// <exception cref="Refused">The terms contradict each other.</exception>
    public static WritingAnswer Writing(ContractTerms terms, DateOnly postedOn, HolidayZone zone)
    {
        terms.Check();
        var arrival = PostingDays.Arrival(postedOn, terms.NoticeRunsFrom, terms.PostingDays, zone);
        if (terms.Renewal != Renewal.Tacit)
        {
            return new(arrival, terms.Term(0) is { } only ? new Departure(only.LastDay) : null);
        }

        for (var number = 0; arrival is { } day && terms.Term(number) is { } term; number++)
        {
            if (terms.LastNoticeDay(term) >= day)
            {
                return new(arrival, Of(terms, term, zone));
            }
        }

        return new(arrival, null);
    }

    private static LeavingAnswer ByItself(ContractTerms terms, DateOnly wanted)
    {
        if (terms.Term(0) is not { } only)
        {
            return new(LeavingVerdict.NotThatDay);
        }

        var end = new Departure(only.LastDay);
        return wanted == only.LastDay ? new(LeavingVerdict.ByItself, end)
            : wanted > only.LastDay ? new(LeavingVerdict.Over, end)
            : new(LeavingVerdict.NotThatDay, Next: end);
    }

    private static LeavingAnswer ByTerm(ContractTerms terms, DateOnly wanted, DateOnly today, HolidayZone zone)
    {
        var (before, exact) = ((ContractTerm?)null, (ContractTerm?)null);
        for (var number = 0; terms.Term(number) is { } term; number++)
        {
            var isOpen = terms.LastNoticeDay(term) >= today;
            if (term.LastDay == wanted)
            {
                exact = term;
                if (isOpen)
                {
                    return new(LeavingVerdict.ByNotice, Of(terms, term, zone), Of(terms, before, zone));
                }
            }
            else if (isOpen && term.LastDay < wanted)
            {
                before = term;
            }
            else if (isOpen)
            {
                return new(exact is null ? LeavingVerdict.NotThatDay : LeavingVerdict.NoticePassed, Of(terms, exact, zone),
                    Of(terms, before, zone), Of(terms, term, zone));
            }
        }

        return new(exact is null ? LeavingVerdict.NotThatDay : LeavingVerdict.NoticePassed, Of(terms, exact, zone),
            Of(terms, before, zone));
    }

    private static Departure? Of(ContractTerms terms, ContractTerm? term, HolidayZone zone) => term is { } known
        ? new Departure(known.LastDay, terms.LastNoticeDay(known),
            PostingDays.LastDay(terms.LastNoticeDay(known), terms.NoticeRunsFrom, terms.PostingDays, zone))
        : null;
}
