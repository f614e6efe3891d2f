using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Targets;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Clauses;

/// <summary>
/// What is known already of what a clause should say, in a sentence: from the contract's own fields, its commitments, its processes. It
/// is proposed and never taken for a clause: what was typed here is not what was signed. Two queries.
/// </summary>
internal sealed class ReadKnownClauses(Db db, Tenant tenant, IClock clock)
{
    public async Task<IReadOnlyDictionary<ClauseTopic, string>> RunAsync(Contract contract, CancellationToken token)
    {
        var targets = await db.Set<ContractProcess>().Where(row => row.ContractId == contract.Id)
            .Select(row => db.Set<ProcessTarget>().Any(target =>
                target.ProcessId == row.ProcessId && target.State == TargetState.Published))
            .ToListAsync(token);
        var commitments = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions)
            .Where(row => row.ContractId == contract.Id && row.ArchivedAt == null).ToListAsync(token);
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var agreed = commitments.Count(row => !row.InForce(today).IsInternalTarget);
        var known = new Dictionary<ClauseTopic, string?>
        {
            [ClauseTopic.Scope] = targets.Count == 0 ? null : Texts.Clause_KnownScope.With(targets.Count, targets.Count(has => has)),
            [ClauseTopic.Commitments] = commitments.Count == 0 ? null : Texts.Clause_KnownCommitments.With(commitments.Count, agreed),
            [ClauseTopic.Price] = ContractWords.Price(contract.Price, contract.PricePeriod) is { } price
                ? Texts.Clause_KnownPrice.With(price) : null,
            [ClauseTopic.Term] = TermOf(contract),
        };
        return known.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);
    }

    private static string? TermOf(Contract contract) =>
        contract.Length == ContractLength.Unknown && contract.Notice == ContractNotice.Unknown
        ? null
        : Texts.Clause_KnownTerm.With(ContractWords.Length(contract), ContractWords.RenewalOf(contract), ContractWords.Notice(contract));
}
