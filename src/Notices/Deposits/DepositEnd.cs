using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ContractLife.Terms;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;
using Pupitre.TwoSides.Contests;

namespace Pupitre.Notices.Deposits;

/// <summary>
/// Until when files of a contract are taken by a link: its people hand back what they still have for as long as they may contest. Of a
/// contract that renews by itself an end is known once it was decided to leave.
/// </summary>
internal sealed class DepositEnd(Db db, Tenant tenant, IClock clock)
{
    public DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    /// <summary>The last day; null while no end of the contract is known. One query at most.</summary>
    public async Task<DateOnly?> LastDayAsync(Contract contract, CancellationToken token)
    {
        var leaving = contract.Renewal != Renewal.Tacit ? []
            : await db.Set<ContractDecision>().AsNoTracking()
                .Where(row => row.ContractId == contract.Id && row.Choice == TermChoice.Leave).Select(row => row.TermLastDay)
                .ToListAsync(token);
        return Of(contract, leaving);
    }

    /// <summary>The same where it is known with which terms it was decided to leave.</summary>
    public DateOnly? Of(Contract contract, IReadOnlyList<DateOnly> leaving) => contract.Renewal == Renewal.Tacit
        ? leaving.Count == 0 ? null : leaving.Min().AddDays(ContestWindow.DaysAfterEnd)
        : contract.Terms?.On(Today, HolidayZones.Parse(tenant.Company.HolidayZone)).LastDay?.AddDays(ContestWindow.DaysAfterEnd);

    /// <summary>The end that a link is given where nobody says otherwise.</summary>
    public DateOnly Usual(DateOnly? last) =>
        Today.AddMonths(DepositLink.UsualMonths) is var usual && last < usual ? last.Value : usual;
}
