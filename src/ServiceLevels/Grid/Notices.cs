using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>The last days to give notice that come soon, and the contracts of which too little is known to tell one.</summary>
public sealed record Notices(IReadOnlyList<NoticeView> Soon, NoticeView? Next, int Incomplete)
{
    /// <summary>Whether there is anything to say.</summary>
    public bool IsEmpty => Next is null && Incomplete == 0;

    /// <param name="facts">The company's contracts.</param>
    /// <param name="now">The days are counted from it.</param>
    /// <param name="providerId">Only this provider's; null means all.</param>
    public static Notices Of(CompanyFacts facts, Instant now, Guid? providerId)
    {
        var today = now.InZone(facts.Zone).Date.ToDateOnly();
        var contracts = facts.Contracts.Where(contract => !contract.IsArchived && (providerId is null || contract.ProviderId == providerId)).ToList();
        var all = contracts.Select(contract => ToView(facts, contract, today)).OfType<NoticeView>().OrderBy(notice => notice.NoticeBy).ThenBy(notice => notice.PostBy).ToList();
        return new Notices([.. all.Where(notice => ReadContracts.HasNoticeSoon(notice.State, today))], all.FirstOrDefault(), contracts.Count(ReadContracts.IsIncomplete));
    }

    private static NoticeView? ToView(CompanyFacts facts, Contract contract, DateOnly today) =>
        contract.Terms?.On(today, facts.HolidayZone) is { NoticeBy: { } noticeBy, LeavesOn: { } leavesOn } state
            ? new NoticeView(contract.Id, contract.Title, facts.Providers.FirstOrDefault(row => row.Id == contract.ProviderId)?.Name ?? "", noticeBy, state.PostBy, leavesOn, state.PostBy < today, state)
            : null;
}

/// <summary>A day by which notice has to be given.</summary>
/// <param name="NoticeBy">Last day to give notice.</param>
/// <param name="PostBy">Last safe posting day; null when the holidays of its year are not known.</param>
/// <param name="LeavesOn">Last day of the term that the notice is for.</param>
public sealed record NoticeView(Guid ContractId, string Contract, string Provider, DateOnly NoticeBy, DateOnly? PostBy, DateOnly LeavesOn, bool IsPostPassed, TermState State);
