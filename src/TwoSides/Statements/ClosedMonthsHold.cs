using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.TwoSides.Statements;

/// <summary>A closed month was measured by the rules of its time: nothing changes them before the first day that is not closed.</summary>
internal sealed class ClosedMonthsHold(Db db) : IHoldsRules
{
    public async Task<DateOnly?> FirstFreeDayOfContractAsync(Guid contractId, CancellationToken token) =>
        FirstDay(await Closed().Where(row => row.ContractId == contractId).MaxAsync(row => (int?)row.Month, token));

    public async Task<DateOnly?> FirstFreeDayOfCalendarAsync(Guid calendarId, CancellationToken token)
    {
        var contracts = db.Set<Commitment>().Where(row => row.Versions.Any(version => version.CalendarId == calendarId))
            .Select(row => row.ContractId);
        return FirstDay(await Closed().Where(row => contracts.Contains(row.ContractId)).MaxAsync(row => (int?)row.Month, token));
    }

    private IQueryable<MonthStatement> Closed() => db.Set<MonthStatement>().AsNoTracking().Where(row => row.Hash != null);

    private static DateOnly? FirstDay(int? month) => month is { } closed ? StatementDays.FirstDay(closed + 1) : null;
}
