using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>The term of a contract that can still be decided about, and until when.</summary>
/// <param name="LastDay">Its last day.</param>
/// <param name="NoticeBy">Last day to give notice; null where none is asked: it ends by itself.</param>
/// <param name="PostBy">Last safe posting day, which may have passed; null without notice and where holidays are not known.</param>
public sealed record DecisionTerm(DateOnly LastDay, DateOnly? NoticeBy, DateOnly? PostBy)
{
    /// <summary>The day from which reminders count back.</summary>
    public DateOnly RemindFrom => PostBy ?? NoticeBy ?? LastDay;

    /// <summary>The next day by which something has to be decided.</summary>
    public DateOnly NextDay(DateOnly today) =>
        PostBy is { } post && post >= today ? post : NoticeBy is { } notice && notice >= today ? notice : LastDay;

    /// <summary>
    /// The term of a contract; null when it has none to decide about: without a term, over, archived, or too little is known.
    /// </summary>
    /// <param name="leaving">Last days of the terms with which it was decided to leave: until then no later term asks.</param>
    public static DecisionTerm? Of(Contract contract, DateOnly today, HolidayZone zone, IEnumerable<DateOnly> leaving)
    {
        if (contract.IsArchived || ReadContracts.IsIncomplete(contract) || EngineTerms(contract) is not { } terms)
        {
            return null;
        }

        if (terms.Renewal != Renewal.Tacit)
        {
            return terms.Term(0) is { } only && only.LastDay >= today ? new DecisionTerm(only.LastDay, null, null) : null;
        }

        var left = leaving.Where(day => day >= today).Order().Select(day => (DateOnly?)day).FirstOrDefault();
        for (var number = 0; terms.Term(number) is { } term; number++)
        {
            var notice = terms.LastNoticeDay(term);
            if (term.LastDay == left || (term.LastDay >= today && notice >= today))
            {
                return new DecisionTerm(term.LastDay, notice, PostingDays.LastDay(notice, terms.NoticeRunsFrom, terms.PostingDays, zone));
            }
        }

        return null;
    }

    /// <summary>The terms as the engine reads them; where the contract asks no notice, it is given on the last day at the latest.</summary>
    internal static ContractTerms? EngineTerms(Contract contract) => contract.Terms is { } terms
        ? terms with
        {
            Start = contract.Start ?? DateOnly.MinValue,
            NoticeDays = contract.Notice == ContractNotice.None ? 0 : terms.NoticeDays,
        }
        : null;
}
