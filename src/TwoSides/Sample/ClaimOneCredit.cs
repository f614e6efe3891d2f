using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;
using Pupitre.TwoSides.Credits;

namespace Pupitre.TwoSides.Sample;

/// <summary>
/// With its payroll bureau, which is no regulated profession, the sample company has agreed on service credits: the month of its last late
/// due date was closed with one, which waits for an answer.
/// </summary>
internal sealed class ClaimOneCredit(Db db, SaveCreditPlan save, ReadCompanyFacts readFacts, CloseMonthsOf months, IClock clock)
    : ISampleChapter
{
    private const int MonthsBack = 11;

    public int Order => 259;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var contract = await db.Set<Contract>()
            .Join(db.Set<Provider>().Where(row => row.Name == Cast.PayrollBureau), row => row.ProviderId, row => row.Id, (row, _) => row)
            .Select(row => new { row.Id, row.Title }).SingleAsync(token);
        if (await LastLateAsync(contract.Id, token) is not { } month)
        {
            return;
        }

        var plan = (await save.PrepareAsync(contract.Id, token)).Input;
        (plan.Period, plan.AtRiskPercent, plan.PoolPercent) = (CreditPeriod.Month, 10, 100);
        plan.Lines.ForEach(line => (line.Allocation, line.Steps) = (100m / plan.Lines.Count, "100 : 25 ; 50 : 100"));
        await save.RunAsync(plan, token);
        await save.ClaimAsync(contract.Id, month, token);
        await months.RunAsync(contract.Id, contract.Title, month, isTalkedAbout: false, token);
    }

    private async Task<int?> LastLateAsync(Guid contract, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var judge = new JudgeOccurrences(facts, now);
        return facts.Commitments.Where(item => !item.IsClock && item.Row.ContractId == contract && item.Row.Performer == Party.Provider)
            .SelectMany(item => judge.Run(item, current - MonthsBack, current - 1)).Where(item => item.Standing == Standing.Late)
            .Select(item => (int?)item.Month).Max();
    }
}
