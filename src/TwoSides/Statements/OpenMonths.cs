using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// Lays the months whose day has come before both sides: they have five business days. Each is made once, on however many nodes: contract,
/// month and number are unique.
/// </summary>
internal sealed class OpenMonths(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts, StatementMail mail)
{
    public async Task RunAsync(CancellationToken token)
    {
        var plans = await db.Set<StatementPlan>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(token);
        if (plans.Count == 0)
        {
            return;
        }

        var facts = await readFacts.RunAsync(token);
        var last = (await db.Set<MonthStatement>().AsNoTracking().Where(row => row.Number == 0)
            .Select(row => new { row.ContractId, row.Month }).ToListAsync(token))
            .GroupBy(row => row.ContractId).ToDictionary(group => group.Key, group => group.Max(row => row.Month));
        foreach (var plan in plans)
        {
            var month = last.TryGetValue(plan.ContractId, out var known) ? known + 1 : plan.FirstMonth;
            for (var today = Today; OpensOn(facts, plan.ContractId, month) <= today; month++)
            {
                await OpenAsync(plan.ContractId, month, today, token);
            }
        }
    }

    /// <summary>The day on which a month of a contract is laid before both sides.</summary>
    public DateOnly OpensOn(CompanyFacts facts, Guid contractId, int month)
    {
        var judge = new JudgeOccurrences(facts, clock.GetCurrentInstant());
        var due = facts.Commitments.Where(item => item.Row.ContractId == contractId).SelectMany(item => judge.Run(item, month, month))
            .Where(item => item.Occurrence.Period.Length == PeriodLength.Month)
            .Select(item =>
                (Instant?)(item.Declared.Due + Duration.FromDays(item.Commitment.Terms.Versions[item.Version].Rule.Schedule!.GraceDays)))
                    .Max();
        return StatementDays.OpensOn(month, due, facts.Zone, BusinessDays.For(facts.HolidayZone));
    }

    private DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private async Task OpenAsync(Guid contractId, int month, DateOnly today, CancellationToken token)
    {
        var until = StatementDays.Until(today, BusinessDays.For(HolidayZones.Parse(tenant.Company.HolidayZone)));
        var statement = MonthStatement.Open(contractId, month, number: 0, previous: null, clock.GetCurrentInstant(), until);
        db.Add(statement);
        await mail.OpenedAsync(statement, token);
        db.Record("MonthOpened", statement.Ref,
            new { StatementMonth = OccurrenceKeys.OfMonth(month), Until = StatementWords.Iso(until), ContractId = contractId });
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            // Another node has laid it before both sides, mails and all.
            db.StartOver();
        }
    }
}
