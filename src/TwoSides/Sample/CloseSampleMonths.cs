using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;
using Pupitre.TwoSides.Statements;

namespace Pupitre.TwoSides.Sample;

/// <summary>
/// Tells how the months of the accounting contract were closed, each on its day; the first with both sides' agreement, the second with
/// a word of the provider.
/// </summary>
internal sealed class CloseSampleMonths(Db db, CloseMonthsOf months, StatementTime time) : ISampleChapter
{
    private const int MonthsBack = 5;

    public int Order => 257;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var contract = await (from row in db.Set<Contract>()
                              join provider in db.Set<Provider>() on row.ProviderId equals provider.Id
                              where provider.Name == Cast.AccountingFirm
                              orderby row.Start descending
                              select new { row.Id, row.Title }).FirstAsync(token);
        var first = time.CurrentMonth - MonthsBack;
        await months.RunAsync(contract.Id, contract.Title, first, isTalkedAbout: true, token);
    }
}

/// <summary>Closes the sample's months of one contract, each on its day, and opens what has to be open today.</summary>
internal sealed class CloseMonthsOf(Db db, ReadCompanyFacts readFacts, OpenMonths open, CloseMonth close, StatementTime time)
{
    private const int MorningHour = 6;

    /// <param name="isTalkedAbout">Whether both sides say something of the first ones.</param>
    public async Task RunAsync(Guid contract, string title, int first, bool isTalkedAbout, CancellationToken token)
    {
        db.Add(StatementPlan.Create(contract, first, Morning(StatementDays.FirstDay(first)), null));
        db.Record("StatementsStarted", new SubjectRef(StatementPlan.Kind, contract),
            new { Title = title, StatementMonth = OccurrenceKeys.OfMonth(first), ContractId = contract });
        await db.SaveChangesAsync(token);
        var facts = await readFacts.RunAsync(token);
        for (var month = first; month < time.CurrentMonth; month++)
        {
            var opened = open.OpensOn(facts, contract, month);
            var until = StatementDays.Until(opened, BusinessDays.For(facts.HolidayZone));
            if (Morning(until.AddDays(1)) > time.Now)
            {
                break;
            }

            await CloseAsync(
                MonthStatement.Open(contract, month, number: 0, previous: null, Morning(opened), until),
                isTalkedAbout ? month - first : int.MaxValue, token);
        }

        await open.RunAsync(token);
    }

    private async Task CloseAsync(MonthStatement row, int place, CancellationToken token)
    {
        db.Add(row);
        db.Record("MonthOpened", row.Ref,
            new { StatementMonth = OccurrenceKeys.OfMonth(row.Month), Until = StatementWords.Iso(row.Until), row.ContractId });
        if (place == 0)
        {
            row.AgreeForCompany(row.OpenedAt + Duration.FromHours(28), null);
            row.AgreeForProvider(row.OpenedAt + Duration.FromHours(51), Cast.Accountant.Name);
        }
        else if (place == 1)
        {
            db.Add(StatementComment.Create(
                row.Id, Party.Provider, "contact", Cast.Accountant.Name, null,
                "Les relevés bancaires nous sont arrivés après le 10 : le rapprochement ne pouvait pas être fait plus tôt.",
                    row.OpenedAt + Duration.FromHours(30)));
        }

        await db.SaveChangesAsync(token);
        await close.RunAsync(row, row.IsAgreed ? row.ProviderAgreedAt!.Value : Morning(row.Until.AddDays(1)), token);
    }

    private Instant Morning(DateOnly day) => time.At(day, MorningHour);
}
