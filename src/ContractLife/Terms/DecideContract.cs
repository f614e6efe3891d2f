using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>What is decided about the term of a contract, and why.</summary>
public sealed class DecisionInput
{
    public Guid ContractId { get; set; }

    /// <summary>The term that the form asked about: a form left open over its end decides nothing about the next one.</summary>
    public DateOnly? TermLastDay { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Term_ChoiceMissing))]
    public TermChoice? Choice { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Term_ReasonMissing))]
    [StringLength(ContractDecision.MaxReasonLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Reason { get; set; }

    /// <summary>Version of the decision that the form was filled from; 0 for the first one.</summary>
    public long Version { get; set; }
}

/// <summary>Records what the company means to do when the term ends, or changes it: its reminders stop.</summary>
public sealed class DecideContract(Db db, Tenant tenant, IClock clock)
{
    public async Task<DecisionInput> PrepareAsync(Guid contractId, CancellationToken token)
    {
        var (_, term, decision) = await FindAsync(contractId, token);
        return new DecisionInput
        {
            ContractId = contractId,
            TermLastDay = term?.LastDay,
            Choice = decision?.Choice,
            Reason = decision?.Reason,
            Version = decision?.Version ?? 0,
        };
    }

    /// <exception cref="Refused">There is no term to decide about, or it is another one by now.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody decided since the form was opened.</exception>
    public async Task RunAsync(DecisionInput input, CancellationToken token)
    {
        var (contract, term, decision) = await FindAsync(input.ContractId, token);
        if (term is null || term.LastDay != input.TermLastDay)
        {
            throw new Refused(term is null ? Texts.Term_NothingToDecide
                : Texts.Term_OtherTerm.With(Platform.Words.Moments.Long(term.LastDay)));
        }

        if ((decision?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException("Somebody decided since the form was opened.");
        }

        if (decision is null)
        {
            db.Add(decision = ContractDecision.Create(contract, term.LastDay));
        }

        decision.Decide(input.Choice!.Value, input.Reason!.Trim(), clock.GetCurrentInstant(), tenant.AccountId);
        var (made, last) = (decision.Choice.ToString(), Text(term.LastDay));
        db.Record(
            "ContractDecided", decision.Ref,
            new { ContractId = contract.Id, contract.Title, Choice = made, TermLastDay = last, decision.Reason });
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            throw new DbUpdateConcurrencyException("Somebody decided at the same moment.", twice);
        }
    }

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(Contract Contract, DecisionTerm? Term, ContractDecision? Decision)> FindAsync(Guid id, CancellationToken token)
    {
        var contract = await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var decisions = await db.Set<ContractDecision>().Where(row => row.ContractId == id).ToListAsync(token);
        var leaving = decisions.Where(row => row.Choice == TermChoice.Leave).Select(row => row.TermLastDay);
        var term = DecisionTerm.Of(contract, clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly(),
            HolidayZones.Parse(tenant.Company.HolidayZone), leaving);
        return (contract, term, decisions.Find(row => row.TermLastDay == term?.LastDay));
    }
}

/// <summary>Takes a decision back: the term is open again, and so are its reminders. The history keeps both.</summary>
public sealed class TakeBackDecision(Db db)
{
    /// <returns>The contract.</returns>
    public async Task<Guid> RunAsync(Guid id, CancellationToken token)
    {
        var decision = await db.Set<ContractDecision>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var title = await db.Set<Contract>().Where(row => row.Id == decision.ContractId).Select(row => row.Title).SingleAsync(token);
        db.Remove(decision);
        var (made, last) = (decision.Choice.ToString(), DecideContract.Text(decision.TermLastDay));
        db.Record(
            "ContractDecisionTakenBack", decision.Ref, new { decision.ContractId, Title = title, Choice = made, TermLastDay = last });
        await db.SaveChangesAsync(token);
        return decision.ContractId;
    }
}
