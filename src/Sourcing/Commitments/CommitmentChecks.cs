using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Edits;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Commitments;

/// <summary>
/// What must hold before a commitment is saved, whether new or changed: everything that it names exists in this company, and it does
/// not wait for itself, directly or through others.
/// </summary>
public sealed class CommitmentChecks(Db db, Tenant tenant, IClock clock)
{
    public async Task<(CommitmentPlace Place, CommitmentTerms Terms)> RunAsync(CommitmentInput input, CancellationToken token)
    {
        var process = await db.Set<Process>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ProcessId, token)
            ?? throw new Refused(Texts.Commitment_ProcessMissing, nameof(CommitmentInput.ProcessId));
        LikelyDays.Require(input.EffectiveFrom!.Value, nameof(CommitmentInput.EffectiveFrom));
        await RefuseUnknownAsync(input, token);
        var rule = input.ToRule();
        await RefuseCircleAsync(input, rule, token);
        return (
            new CommitmentPlace(process.Id, process.Domain, input.Performer, input.ProviderId, input.ContractId),
            new CommitmentTerms(input.EffectiveFrom!.Value, rule, input.CalendarId!.Value, input.Action!.Trim(), input.UnitOne!.Trim(), input.UnitMany!.Trim())
            {
                TargetPercent = input.TargetPercent,
                ObservedUntil = ObserveCommitment.Checked(input.ObservedUntil, input.EffectiveFrom.Value,
                    nameof(CommitmentInput.ObservedUntil)),
                Reason = Provider.Blank(input.Reason),
            });
    }

    private async Task RefuseUnknownAsync(CommitmentInput input, CancellationToken token)
    {
        if (!await db.Set<CompanyCalendar>().AnyAsync(row => row.Id == input.CalendarId, token))
        {
            throw new Refused(Texts.Commitment_CalendarMissing, nameof(CommitmentInput.CalendarId));
        }

        if (input.ProviderId is { } provider && !await db.Set<Provider>().AnyAsync(row => row.Id == provider, token))
        {
            throw new Refused(Texts.Contract_ProviderMissing, nameof(CommitmentInput.ProviderId));
        }

        if (input.ContractId is { } contract && !await db.Set<Contract>().AnyAsync(row => row.Id == contract, token))
        {
            throw new Refused(Texts.Commitment_ContractMissing, nameof(CommitmentInput.ContractId));
        }

        if (input.Performer == Party.Provider && input.ProviderId is null)
        {
            throw new Refused(Texts.Commitment_ProviderMissing, nameof(CommitmentInput.ProviderId));
        }
    }

    private async Task RefuseCircleAsync(CommitmentInput input, CommitmentRule rule, CancellationToken token)
    {
        if (rule.Schedule?.Prerequisite is not { } wanted)
        {
            return;
        }

        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var others = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).ToListAsync(token);
        var waits = others.ToDictionary(row => row.Id.ToString(), row => row.InForce(today).Rule.Schedule?.Prerequisite?.Commitment);
        if (!waits.ContainsKey(wanted.Commitment))
        {
            throw new Refused(Texts.Commitment_PrerequisiteMissing, nameof(CommitmentInput.PrerequisiteId));
        }

        waits[input.Id.ToString()] = wanted.Commitment;
        try
        {
            PrerequisiteOrder.Of(waits.Keys, key => waits[key]);
        }
        catch (Refused)
        {
            throw new Refused(Texts.Commitment_OwnPrerequisite, nameof(CommitmentInput.PrerequisiteId));
        }
    }
}
