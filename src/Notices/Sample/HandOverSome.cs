using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pupitre.Intake.Files;
using Pupitre.Notices.Deposits;
using Pupitre.Notices.MonthMails;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Notices.Sample;

/// <summary>
/// The clerk of the sample's accounting firm has a deposit link and handed two files over by it; the month is summed up for her. Nobody is
/// written to: she does not exist.
/// </summary>
internal sealed class HandOverSome(Db db, Tenant tenant, TakeDeposit take, SendMonthMails send, ReadDepositPage read) : ISampleChapter
{
    public int Order => 239;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var found = await (from contract in db.Set<Contract>()
                           join provider in db.Set<Provider>() on contract.ProviderId equals provider.Id
                           join person in db.Set<Pupitre.Platform.People.Person>() on provider.Id equals person.SideId
                           where provider.Name == Cast.AccountingFirm && person.Email == Cast.AccountingClerk.Email
                           select new { contract, provider, person }).FirstAsync(token);
        var until = world.Today.AddMonths(DepositLink.UsualMonths);
        var link = DepositLink.Make(found.contract, found.person, until, world.Now, tenant.AccountId);
        db.Add(link);
        db.Record("DepositLinkMade", link.Ref, new
        {
            link.ContractId,
            found.contract.Title,
            By = link.PersonName,
            Until = link.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        await db.SaveChangesAsync(token);
        var place = new DepositPlace(link, found.contract, found.provider);
        await take.BeginAsync(place, "La balance suit la révision de la semaine dernière.", await CellAsync(place, world, token), token);
        await AddAsync($"balance-generale-{world.Today:yyyy-MM}.csv", $"""
            Compte;Libellé;Débit;Crédit
            401000;Fournisseurs;0,00;48 214,77
            411000;Clients;92 640,10;0,00
            512000;Banque;37 918,42;0,00
            Édité le;{world.Today:dd/MM/yyyy};;
            """, token);
        await AddAsync($"note-de-synthese-{world.Today:yyyy-MM}.txt", "Deux factures de sous-traitance restent à justifier.", token);
        await take.EndAsync();
        db.ChangeTracker.Clear();
        await send.RunAsync(token);
    }

    // A due date whose period has begun, of those to come.
    private async Task<string?> CellAsync(DepositPlace place, SampleWorld world, CancellationToken token) =>
        (await read.RunAsync(place, token)).Expected.Where(row => !row.IsLate && row.Item.Occurrence.Period.First <= world.Today)
            .Select(row => row.Item.Cell.ToString()).FirstOrDefault();

    private async Task AddAsync(string name, string text, CancellationToken token)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await take.AddAsync(new StreamedFile("files", name, null, content), token);
    }
}
