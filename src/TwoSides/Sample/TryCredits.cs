using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;
using Pupitre.TwoSides.Credits;

namespace Pupitre.TwoSides.Sample;

/// <summary>
/// What the sample company tries before it speaks of credits with its accounting firm; and the firm's last three invoices, one of which is
/// not at the price of the contract.
/// </summary>
internal sealed class TryCredits(Db db, SaveCreditPlan save, EnterInvoice enter) : ISampleChapter
{
    private const decimal Price = 1_480m;
    private const decimal Extra = 74m;
    private const int Invoices = 3;
    private const int Rules = 3;

    public int Order => 236;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var contract = await db.Set<Contract>()
            .Join(db.Set<Provider>().Where(row => row.Name == Cast.AccountingFirm), row => row.ProviderId, row => row.Id, (row, owner) =>
                row.Id)
            .SingleAsync(token);
        var plan = (await save.PrepareAsync(contract, token)).Input;
        (plan.Period, plan.AtRiskPercent, plan.PoolPercent) = (CreditPeriod.Month, 10, 100);
        foreach (var (place, line) in plan.Lines.Take(Rules).Index())
        {
            (line.Allocation, line.EarnBackAt) = (100m / (Rules + 1), place == 0 ? 100 : null);
            line.Steps = place == 1 ? null : "95 : 25 ; 80 : 100";
            line.NothingAt = place == 1 ? 95 : null;
            line.AllAt = place == 1 ? 75 : null;
        }

        await save.RunAsync(plan, token);
        for (var back = Invoices; back > 0; back--)
        {
            var month = MonthNumber.Of(world.Today) - back;
            var last = MonthNumber.ToMonth(month + 1).OnDayOfMonth(1).ToDateOnly().AddDays(-1);
            await enter.RunAsync(
                new InvoiceInput
                {
                    ContractId = contract,
                    Month = OccurrenceKeys.OfMonth(month),
                    Number = string.Create(CultureInfo.InvariantCulture, $"FA-{OccurrenceKeys.OfMonth(month)}"),
                    Date = last,
                    Amount = back == 2 ? Price + Extra : Price,
                },
                token);
        }
    }
}
