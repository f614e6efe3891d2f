using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Sample;

/// <summary>Who the sample company's providers are, whom one talks to there, and what they cost.</summary>
internal sealed class CompleteProviders(Db db, EditProvider editProvider, EditContract editContract) : ISampleChapter
{
    private const decimal AccountingPrice = 1_480m;
    private const decimal PayrollPrice = 988m;

    public int Order => 30;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        await CompleteAsync(Cast.AccountingFirm, Cast.AccountingSiren, AccountingPrice, [Contact(Cast.Accountant, "Expert-comptable"), Contact(Cast.AccountingClerk, "Collaboratrice")], token);
        await CompleteAsync(Cast.PayrollBureau, Cast.PayrollSiren, PayrollPrice, [Contact(Cast.PayrollClerk, "Gestionnaire de paie")], token);
    }

    private static ContactInput Contact(Person person, string role) => new() { Name = person.Name, Email = person.Email, Role = role };

    private async Task CompleteAsync(string name, string siren, decimal price, List<ContactInput> contacts, CancellationToken token)
    {
        var providerId = await db.Set<Provider>().Where(row => row.Name == name).Select(row => row.Id).SingleAsync(token);
        var provider = await editProvider.PrepareAsync(providerId, token);
        provider.Siren = siren;
        provider.Contacts = contacts;
        await editProvider.RunAsync(provider, token);

        var contractId = await db.Set<Contract>().Where(row => row.ProviderId == providerId).Select(row => row.Id).SingleAsync(token);
        var contract = await editContract.PrepareAsync(contractId, token);
        contract.Price = price;
        contract.PricePeriod = PricePeriod.Month;
        await editContract.RunAsync(contract, token);
    }
}
