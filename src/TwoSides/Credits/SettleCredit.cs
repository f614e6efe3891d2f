using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>
/// What becomes of a claim: the provider agrees, the contract's procedure has run, or the company gives it up. Once, and for good.
/// </summary>
internal sealed class SettleCredit(Db db, Tenant tenant, IClock clock)
{
    /// <summary>The provider agrees, in the name of one of its people.</summary>
    /// <param name="providerId">Whose person it is: another provider's claim does not exist for them.</param>
    /// <param name="name">Who agrees; null for whoever only looks at the provider's side, and is refused.</param>
    public async Task AgreeAsync(Guid id, Guid providerId, string? name, CancellationToken token)
    {
        var claim = await db.Set<CreditClaim>().SingleOrDefaultAsync(row => row.Id == id && db.Set<Contract>()
            .Any(contract => contract.Id == row.ContractId && contract.ProviderId == providerId), token) ?? throw new NotFound();
        var signed = name ?? throw new Refused(Texts.Side_OnlyTheirs);
        if (!claim.IsOpen)
        {
            throw new Refused(Texts.Claim_Settled);
        }

        claim.Agree(clock.GetCurrentInstant(), signed);
        db.Record("CreditAgreed", claim.Ref, Said(claim));
        await db.SaveChangesAsync(token);
    }

    /// <summary>The company records that the contract's own procedure has run, or gives the claim up.</summary>
    /// <exception cref="Refused">The day is to come or lies before the claim, or nothing is said of why; the field is named.</exception>
    public async Task RunAsync(SettlementInput input, CancellationToken token)
    {
        var claim = await OpenAsync(input.ClaimId, token);
        var reason = input.Reason?.Trim() is { Length: > 0 and <= CreditClaim.MaxReasonLength } said ? said
            : throw new Refused(Texts.Claim_ReasonMissing, nameof(SettlementInput.Reason));
        if (input.Way == Settlement.GivenUp)
        {
            claim.GiveUp(clock.GetCurrentInstant(), reason, tenant.AccountId);
            db.Record("CreditGivenUp", claim.Ref, Said(claim));
        }
        else
        {
            claim.Settle(DayOf(input, claim), reason, tenant.AccountId);
            db.Record("CreditSettled", claim.Ref, Said(claim));
        }

        await db.SaveChangesAsync(token);
    }

    private DateOnly DayOf(SettlementInput input, CreditClaim claim) =>
        input.On is { } day && day <= Day(clock.GetCurrentInstant()) && day >= Day(claim.AskedAt) ? day
            : throw new Refused(Texts.Claim_DayWrong, nameof(SettlementInput.On));

    private DateOnly Day(Instant at) => at.InZone(tenant.Zone).Date.ToDateOnly();

    internal static object Said(CreditClaim claim) => new
    {
        claim.ContractId,
        StatementMonth = OccurrenceKeys.OfMonth(claim.Month),
        Amount = claim.Amount.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private async Task<CreditClaim> OpenAsync(Guid? id, CancellationToken token)
    {
        var claim = await db.Set<CreditClaim>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return claim.IsOpen ? claim : throw new Refused(Texts.Claim_Settled);
    }
}

/// <summary>How the company settles a claim.</summary>
public enum Settlement
{
    /// <summary>The contract's own procedure has run.</summary>
    Procedure,

    GivenUp,
}

/// <summary>What is said when a claim is settled.</summary>
public sealed class SettlementInput
{
    public Guid? ClaimId { get; set; }

    public Settlement Way { get; set; }

    /// <summary>The day on which the procedure was over.</summary>
    public DateOnly? On { get; set; }

    public string? Reason { get; set; }
}
