using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Contests;

/// <summary>How long a provider's people still contest and answer once their contract is over.</summary>
public sealed class ContestWindow(Db db, Tenant tenant, IClock clock)
{
    /// <summary>Days after the last day of a contract.</summary>
    public const int DaysAfterEnd = 90;

    /// <summary>The last day of a contract that is over; null while it is in force, or has no known end.</summary>
    public DateOnly? EndedOn(Contract contract)
    {
        var today = Today;
        return contract.Terms?.On(today, HolidayZones.Parse(tenant.Company.HolidayZone)) is { } state && state.Expired
            ? state.LastDay
            : null;
    }

    /// <summary>The last day of the term in force, or of the last one; null without a known term.</summary>
    public DateOnly? LastDay(Contract contract) => contract.Terms?.On(Today, HolidayZones.Parse(tenant.Company.HolidayZone)).LastDay;

    /// <exception cref="Refused">The contract ended longer ago.</exception>
    public async Task CheckAsync(Commitment commitment, Party side, CancellationToken token)
    {
        if (side == Party.Company || commitment.ContractId is not { } id)
        {
            return;
        }

        var contract = await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token);
        if (contract is not null && EndedOn(contract) is { } last && Today > last.AddDays(DaysAfterEnd))
        {
            throw new Refused(Texts.Dispute_AfterEnd.With(Moments.Long(last), DaysAfterEnd));
        }
    }

    private DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
}
