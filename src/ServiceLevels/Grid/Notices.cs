using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>Finds the notice that is due first.</summary>
internal static class Notices
{
    public static NoticeView? Next(CompanyFacts facts, Instant now, Guid? providerId)
    {
        var today = now.InZone(facts.Zone).Date.ToDateOnly();
        return facts.Contracts
            .Where(contract => contract.HasTerm && !contract.IsArchived && (providerId is null || contract.ProviderId == providerId))
            .Select(contract => ToView(facts, contract, today))
            .OfType<NoticeView>()
            .OrderBy(notice => notice.PostBy ?? notice.NoticeBy)
            .FirstOrDefault();
    }

    private static NoticeView? ToView(CompanyFacts facts, Contract contract, DateOnly today)
    {
        var state = Terms(contract).On(today, facts.HolidayZone);
        return state.NoticeBy is not { } noticeBy ? null : new NoticeView(
            contract.Id, contract.Title, facts.Providers.FirstOrDefault(row => row.Id == contract.ProviderId)?.Name ?? "", noticeBy, state.PostBy, state.TermEnd, state.PostBy < today);
    }

    private static ContractTerms Terms(Contract contract) => new()
    {
        Start = contract.Start,
        Months = contract.Months,
        End = contract.End,
        Renewal = Enum.Parse<Renewal>(contract.Renewal.ToString()),
        RenewalMonths = contract.RenewalMonths,
        NoticeMonths = contract.NoticeMonths,
        NoticeDays = contract.NoticeDays,
        NoticeRunsFrom = Enum.Parse<Kernel.Time.NoticeRunsFrom>(contract.NoticeRunsFrom.ToString()),
        PostingDays = contract.PostingDays,
    };
}
