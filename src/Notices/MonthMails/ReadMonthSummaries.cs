using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ContractLife.Terms;
using Pupitre.Kernel.Commitments;
using Pupitre.Notices.Deposits;
using Pupitre.Notices.Waits;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;
using Pupitre.TwoSides.Contests;
using Pupitre.TwoSides.Statements;

namespace Pupitre.Notices.MonthMails;

/// <summary>
/// Sums up for each contract what is open with its provider. Of due dates only what the provider accepted and what is no longer observed:
/// of the company's own targets it never hears by mail.
/// </summary>
internal sealed class ReadMonthSummaries(Db db, ReadCompanyFacts readFacts, ReadDisputes readDisputes, ReadDisputeList list, DepositEnd end)
{
    public async Task<IReadOnlyList<MonthSummary>> RunAsync(Instant now, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var leaving = (await db.Set<ContractDecision>().AsNoTracking().Where(row => row.Choice == TermChoice.Leave)
            .Select(row => new { row.ContractId, row.TermLastDay }).ToListAsync(token))
            .ToLookup(row => row.ContractId, row => row.TermLastDay);
        var contracts = facts.Contracts.Where(row => !row.IsArchived && IsServed(row, facts))
            .Where(row => !(end.Of(row, [.. leaving[row.Id]]) < end.Today))
            .OrderBy(row => row.Id).ToList();
        var waits = (await db.Set<WaitQuestion>().AsNoTracking()
            .Where(row => row.AskedOf == Party.Provider && row.Answer == null && row.DroppedAt == null).OrderBy(row => row.Since)
            .ToListAsync(token)).ToLookup(row => facts.Find(row.CommitmentId)?.Row.ContractId);
        var disputes = (await list.RowsAsync(await readDisputes.RunAsync(null, token), facts, token))
            .Where(row => row.Record.WaitsOn == Party.Provider).ToLookup(row => row.Contract?.Id);
        var months = (await db.Set<MonthStatement>().AsNoTracking().Where(row => row.ClosedAt == null).OrderBy(row => row.Month)
            .ThenBy(row => row.Number).ToListAsync(token)).ToLookup(row => row.ContractId);
        return [.. contracts.Select(contract =>
        {
            var due = ReadDepositPage.DueOf(facts, contract.Id, now).Where(item => IsAgreed(item, end.Today)).ToList();
            return new MonthSummary(
                contract, due.FindAll(item => item.Standing != Standing.Open), due.FindAll(item => item.Standing == Standing.Open),
                [.. waits[contract.Id]], [.. disputes[contract.Id]], [.. months[contract.Id]], facts, now);
        })];
    }

    private static bool IsServed(Contract contract, CompanyFacts facts) =>
        facts.Providers.Any(row => row.Id == contract.ProviderId && !row.IsArchived);

    private static bool IsAgreed(JudgedOccurrence item, DateOnly today) => item.Commitment.Row.Versions
        .First(version => version.Id == item.Commitment.Terms.Versions[item.Version].Id).HasConsequencesOn(today);
}
