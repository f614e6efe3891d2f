using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Contracts;

/// <summary>What both sides agreed when they renewed a contract.</summary>
public sealed class RenewalInput
{
    public Guid ContractId { get; set; }

    /// <summary>Version of the contract that the form was filled from: a form sent twice renews once.</summary>
    public long Version { get; set; }

    /// <summary>The new last day.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>The day on which both agreed.</summary>
    public DateOnly? AgreedOn { get; set; }
}

/// <summary>
/// Renews a contract that goes on only when both sides say so (reconduction expresse): it now ends on a later day. One that renews by
/// itself needs nothing, and one that stops is changed by editing it.
/// </summary>
public sealed class RenewContract(Db db, Tenant tenant, IClock clock)
{
    public const string Verb = "ContractRenewed";

    /// <summary>Proposes the renewal length, or the first one again, from the day after the term in force.</summary>
    public async Task<RenewalInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var contract = await FindAsync(id, token);
        var months = contract.RenewalMonths ?? contract.Months;
        var end = EndOf(contract);
        return new RenewalInput
        {
            ContractId = id,
            Version = contract.Version,
            LastDay = months is null ? null : new ContractTerms { Start = end, Months = months }.On(end).LastDay,
            AgreedOn = Today,
        };
    }

    /// <exception cref="Refused">The contract does not renew expressly, its term is not known, or the days contradict each other.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the contract since the form was opened.</exception>
    public async Task RunAsync(RenewalInput input, CancellationToken token)
    {
        var contract = await FindAsync(input.ContractId, token);
        if (contract.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException("The contract was saved since the form was opened.");
        }

        var end = EndOf(contract);
        var lastDay = input.LastDay ?? throw new Refused(Texts.Renewal_LastDayMissing, nameof(RenewalInput.LastDay));
        var agreedOn = input.AgreedOn ?? throw new Refused(Texts.Renewal_AgreedOnMissing, nameof(RenewalInput.AgreedOn));
        if (lastDay < end || !LikelyDays.Contains(lastDay))
        {
            throw new Refused(Texts.Renewal_LastDayTooEarly.With(Platform.Words.Moments.Long(end.AddDays(-1)), LikelyDays.LastYear), nameof(RenewalInput.LastDay));
        }

        if (agreedOn > Today || !LikelyDays.Contains(agreedOn))
        {
            throw new Refused(Texts.Renewal_AgreedOnFuture, nameof(RenewalInput.AgreedOn));
        }

        var renewal = contract.Renew(lastDay, agreedOn, clock.GetCurrentInstant(), tenant.AccountId);
        db.Entry(contract).State = EntityState.Modified;
        db.Record(Verb, contract.Ref, new { contract.Title, From = Text(renewal.From), LastDay = Text(renewal.LastDay), AgreedOn = Text(agreedOn) });
        await db.SaveChangesAsync(token);
    }

    /// <summary>First day after the term in force.</summary>
    private static DateOnly EndOf(Contract contract)
    {
        if (contract.IsArchived)
        {
            throw new Refused(Texts.Renewal_Archived);
        }

        if (contract.Renewal != Renewal.Express)
        {
            throw new Refused(Texts.Renewal_NotExpress);
        }

        return contract.Terms?.On(contract.Terms.Start).TermEnd ?? throw new Refused(Texts.Renewal_TermUnknown);
    }

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private async Task<Contract> FindAsync(Guid id, CancellationToken token) =>
        await db.Set<Contract>().Include(row => row.Renewals).SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
}

/// <summary>Takes back the last express renewal, which was entered by mistake. The history keeps both.</summary>
public sealed class WithdrawRenewal(Db db)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var contract = await db.Set<Contract>().Include(row => row.Renewals).SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (contract.WithdrawRenewal() is not { } withdrawn)
        {
            return;
        }

        db.Entry(contract).State = EntityState.Modified;
        db.Record("ContractRenewalWithdrawn", contract.Ref, new { contract.Title, LastDay = RenewContract.Text(withdrawn.LastDay) });
        await db.SaveChangesAsync(token);
    }
}
