using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>
/// Keeps what a contract says of credits. Saving claims nothing: it is simulated until somebody says from which month on.
/// </summary>
internal sealed class SaveCreditPlan(Db db, IClock clock)
{
    public async Task<CreditPlanForm> PrepareAsync(Guid contractId, CancellationToken token)
    {
        var (contract, plan, commitments) = await FindAsync(contractId, token);
        var input = new CreditPlanInput
        {
            ContractId = contract.Id,
            Version = plan?.Version ?? 0,
            Period = plan?.Period ?? CreditPeriod.Month,
            AtRiskPercent = plan?.AtRiskPercent,
            PoolPercent = plan?.PoolPercent ?? 100,
            Lines =
            [
                .. commitments.Select(row => CreditRuleInput.Of(row.Id, plan?.Rules.FirstOrDefault(rule => rule.CommitmentId == row.Id))),
            ],
        };
        return new CreditPlanForm(contract.Title, commitments.ToDictionary(row => row.Id, row => row.Name), input);
    }

    /// <exception cref="Refused">A figure is out of its range, or no commitment has a part; the field is named.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the plan since the form was opened.</exception>
    public async Task RunAsync(CreditPlanInput input, CancellationToken token)
    {
        var (contract, known, commitments) = await FindAsync(input.ContractId, token);
        if (contract.IsArchived)
        {
            throw new Refused(Texts.Credits_Archived);
        }

        var rules = RulesOf(input, commitments);
        var terms = new CreditTerms(input.Period, input.AtRiskPercent ?? 0, input.PoolPercent ?? 0);
        terms.Check([.. rules.Values]);
        if ((known?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException("Somebody saved the credits since the form was opened.");
        }

        var plan = known ?? CreditPlan.Create(contract.Id);
        plan.Say(terms, rules, clock.GetCurrentInstant());
        if (known is null)
        {
            db.Add(plan);
        }
        else
        {
            db.Entry(plan).State = EntityState.Modified;
        }

        var atRisk = terms.AtRiskPercent.ToString("0.####", CultureInfo.InvariantCulture);
        db.Record("CreditsPlanned", plan.Ref, new { ContractId = contract.Id, contract.Title, AtRisk = atRisk, Rules = rules.Count });
        await SaveAsync(token);
    }

    /// <summary>Claims credits from a month on, on each statement that is closed from then on.</summary>
    /// <exception cref="Refused">No month is given.</exception>
    public async Task ClaimAsync(Guid contractId, int? month, CancellationToken token)
    {
        var (contract, plan) = await PlannedAsync(contractId, token);
        var first = month ?? throw new Refused(Texts.Credits_MonthMissing, "month");
        plan.ClaimFrom(first, clock.GetCurrentInstant());
        db.Record("CreditsClaimedFrom", plan.Ref,
            new { ContractId = contract.Id, contract.Title, StatementMonth = OccurrenceKeys.OfMonth(first) });
        await SaveAsync(token);
    }

    /// <summary>Only simulates credits again. What was claimed stays.</summary>
    public async Task StopAsync(Guid contractId, CancellationToken token)
    {
        var (contract, plan) = await PlannedAsync(contractId, token);
        plan.ClaimFrom(null, clock.GetCurrentInstant());
        db.Record("CreditsStopped", plan.Ref, new { ContractId = contract.Id, contract.Title });
        await SaveAsync(token);
    }

    private async Task<(Contract Contract, CreditPlan Plan)> PlannedAsync(Guid contractId, CancellationToken token)
    {
        var (contract, plan, _) = await FindAsync(contractId, token);
        return plan is null ? throw new NotFound() : contract.IsArchived ? throw new Refused(Texts.Credits_Archived) : (contract, plan);
    }

    private async Task SaveAsync(CancellationToken token)
    {
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            throw new DbUpdateConcurrencyException("Somebody saved the credits at the same moment.", twice);
        }
    }

    private static Dictionary<Guid, CreditRule> RulesOf(CreditPlanInput input, IReadOnlyList<Commitment> commitments)
    {
        var rules = new Dictionary<Guid, CreditRule>();
        foreach (var (at, line) in input.Lines.Index().Where(line => line.Item.Allocation is not null))
        {
            var commitment = commitments.FirstOrDefault(row => row.Id == line.CommitmentId)
                ?? throw new Refused(Texts.Credits_NoSuchCommitment, $"Lines[{at}].Allocation");
            if (!rules.TryAdd(commitment.Id, RuleOf(line, commitment.Name, at)))
            {
                throw new Refused(Texts.Credits_NoSuchCommitment, $"Lines[{at}].Allocation");
            }
        }

        return rules.Count > 0 ? rules : throw new Refused(Texts.Credits_NoRule);
    }

    private static CreditRule RuleOf(CreditRuleInput line, string name, int at)
    {
        var steps = StepsText.Parse(line.Steps)
            ?? throw new Refused(Texts.Credits_Named.With(name, Texts.Credits_StepsWrong), $"Lines[{at}].Steps");
        var rule = new CreditRule
        {
            Allocation = line.Allocation!.Value,
            Steps = steps,
            NothingAt = steps.IsEmpty ? line.NothingAt : null,
            AllAt = steps.IsEmpty ? line.AllAt : null,
            EarnBackAt = line.EarnBackAt,
        };
        try
        {
            rule.Check();
        }
        catch (Refused refused)
        {
            throw new Refused(Texts.Credits_Named.With(name, refused.Message), $"Lines[{at}].{refused.Field}");
        }

        return rule;
    }

    private async Task<(Contract Contract, CreditPlan? Plan, IReadOnlyList<Commitment> Commitments)> FindAsync(Guid id,
        CancellationToken token)
    {
        var contract = await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var plan = await db.Set<CreditPlan>().Include(row => row.Rules).SingleOrDefaultAsync(row => row.ContractId == id, token);
        var commitments = await db.Set<Commitment>().AsNoTracking()
            .Where(row => row.ContractId == id && row.ArchivedAt == null && row.Performer == Party.Provider).OrderBy(row => row.Name)
            .Take(CreditPlanInput.MostLines).ToListAsync(token);
        return (contract, plan, commitments);
    }
}

/// <summary>What the form about credits is filled with.</summary>
/// <param name="Title">Title of the contract.</param>
/// <param name="Names">Names of its commitments that the provider owes.</param>
internal sealed record CreditPlanForm(string Title, IReadOnlyDictionary<Guid, string> Names, CreditPlanInput Input);
