using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Measure;
using Pupitre.TwoSides.Sides;

namespace Pupitre.Notices.Deposits;

/// <summary>Something that is expected of the provider.</summary>
/// <param name="ReceivedAt">When a file came by a link that nobody here has placed yet; null when none did.</param>
internal sealed record Expected(JudgedOccurrence Item, Instant? ReceivedAt)
{
    public bool IsLate => Item.Standing != Standing.Open;
}

/// <summary>A file as its receipt names it.</summary>
internal sealed record Receipted(Guid Deposit, string Name, string Hash, long SizeBytes, Instant At);

/// <summary>What the page behind a deposit link shows.</summary>
/// <param name="Expected">What is late first, then by its day.</param>
/// <param name="Receipts">What came by this link lately, the newest first.</param>
internal sealed record DepositView(IReadOnlyList<Expected> Expected, IReadOnlyList<Receipted> Receipts, DateTimeZone Zone, Instant Now);

/// <summary>Reads what is expected of a provider under one contract, and what one link has brought.</summary>
internal sealed class ReadDepositPage(Db db, ReadCompanyFacts readFacts, IClock clock)
{
    public const int MostReceipts = 50;
    private const int MonthsBack = 12;
    private const int MonthsAhead = 2;

    public async Task<DepositView> RunAsync(DepositPlace place, CancellationToken token)
    {
        var (facts, now) = (await readFacts.RunAsync(token), clock.GetCurrentInstant());
        var receipts = await (from file in db.Set<DepositedFile>().AsNoTracking()
                              join deposit in db.Set<Deposit>() on file.DepositId equals deposit.Id
                              where deposit.LinkId == place.Link.Id
                              orderby file.At descending, file.Id
                              select new Receipted(deposit.Id, file.Name, file.Hash, file.SizeBytes, file.At))
            .Take(MostReceipts).ToListAsync(token);
        return new DepositView(await ExpectedAsync(facts, place.Contract.Id, now, token), receipts, facts.Zone, now);
    }

    /// <summary>The commitments of a contract that its provider performs: what alone a deposit may be about.</summary>
    public static IEnumerable<CommitmentFacts> OwnOf(CompanyFacts facts, Guid contractId) =>
        facts.Commitments.Where(item => item.Row.ContractId == contractId && item.Row.Performer == Party.Provider);

    /// <summary>What is expected, late or by the coming weeks.</summary>
    public static IEnumerable<JudgedOccurrence> DueOf(CompanyFacts facts, Guid contractId, Instant now)
    {
        var today = now.InZone(facts.Zone).Date.ToDateOnly();
        var (current, judge) = (MonthNumber.Of(today), new JudgeOccurrences(facts, now));
        return OwnOf(facts, contractId).Where(item => !item.IsClock)
            .SelectMany(item => judge.Run(item, current - MonthsBack, current + MonthsAhead))
            .Where(item => item is { Standing: Standing.NoTrace, IsGivenUp: false, Disputed: null }
                || (item.Standing == Standing.Open && item.DueDay(facts.Zone) is var day && day >= today
                    && day <= today.AddDays(ReadSide.DaysAhead)))
            .OrderBy(item => item.Declared.Due).ThenBy(item => item.Commitment.Name, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<Expected>> ExpectedAsync(CompanyFacts facts, Guid contractId, Instant now, CancellationToken token)
    {
        var came = await (from proposal in db.Set<CellProposal>().AsNoTracking()
                          join file in db.Set<DepositedFile>() on proposal.FileId equals file.FileId
                          join deposit in db.Set<Deposit>() on file.DepositId equals deposit.Id
                          where deposit.ContractId == contractId && proposal.State == ProposalState.Open
                          select new { proposal.CommitmentId, proposal.OccurrenceKey, file.At }).ToListAsync(token);
        var waiting = came.GroupBy(row => (row.CommitmentId, row.OccurrenceKey))
            .ToDictionary(group => group.Key, group => group.Min(row => row.At));
        return
        [
            .. DueOf(facts, contractId, now).Select(item =>
                new Expected(item, waiting.TryGetValue((item.Commitment.Id, item.Key), out var at) ? at : null))
                .OrderByDescending(item => item.IsLate),
        ];
    }
}
