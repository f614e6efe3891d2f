using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>The months that lie before both sides and to which the company has not agreed yet.</summary>
internal sealed class StatementsToday(Db db, Tenant tenant) : IToday
{
    public int Order => 25;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var rows = await (from row in db.Set<MonthStatement>().AsNoTracking()
                          join contract in db.Set<Contract>() on row.ContractId equals contract.Id
                          where row.ClosedAt == null && row.CompanyAgreedAt == null
                          orderby row.Until
                          select new { Row = row, contract.Title }).ToListAsync(token);
        return
        [
            .. rows.Select(item => new TodayLine(
                Urgency.Answer,
                (item.Row.IsCorrection ? Texts.Statement_TodayCorrection : Texts.Statement_TodayLine)
                    .With(StatementWords.Month(item.Row.Month), item.Title, Moments.Short(item.Row.Until)),
                StatementWords.Path(tenant, item.Row)[(tenant.Path().Length + 1)..],
                Day: item.Row.OpenedAt.InZone(tenant.Zone).Date.ToDateOnly())),
        ];
    }
}
