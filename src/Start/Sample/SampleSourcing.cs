using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;
using Pupitre.Start.Sample.World;

namespace Pupitre.Start.Sample;

/// <summary>Tells the program what the sample company has handed over to whom, by the operations that its own people would use.</summary>
public sealed class SampleSourcing(Db db, SetUpOutsourcing setUp, EditProcess editProcess, EditProvider editProvider, EditContract editContract, SampleAcceptance acceptance)
{
    private const int TermMonths = 12;
    private const int NoticeMonths = 3;

    /// <summary>The accounting firm's term ends so many months ahead: its last day to give notice is near.</summary>
    private const int AccountingEndsInMonths = 5;

    /// <summary>The payroll bureau's term ends so soon that the notice has passed: the company is bound for another term.</summary>
    private const int PayrollEndsInMonths = 2;

    public async Task RunAsync(DateOnly today, CancellationToken token)
    {
        await setUp.RunAsync(InputFor(today), token);
        await CompleteAsync(Cast.AccountingFirm, Cast.AccountingSiren, 1_480m, [Contact(Cast.Accountant, "Expert-comptable"), Contact(Cast.AccountingClerk, "Collaboratrice")], token);
        await CompleteAsync(Cast.PayrollBureau, Cast.PayrollSiren, 988m, [Contact(Cast.PayrollClerk, "Gestionnaire de paie")], token);
        await DescribeProcessesAsync(token);
        await acceptance.RunAsync(token);
    }

    /// <summary>What the company's owner would fill in on the first page.</summary>
    internal static FirstRunInput InputFor(DateOnly today) => new()
    {
        Profile = new ProfileInput { Employees = Cast.Employees, VatRegime = VatRegime.Monthly, VatDay = Cast.VatDay, PayDay = Cast.PayDay },
        Tiles =
        [
            TileFor(Tile.Accounting, Cast.AccountingFirm, Cast.AccountingClerk, StartOf(today, AccountingEndsInMonths), [ReadyCommitments.DocumentsDeposited, ReadyCommitments.StatementDelivered, ReadyCommitments.BankReconciled, ReadyCommitments.VatDraftSubmitted, ReadyCommitments.VatDraftApproved, ReadyCommitments.VatFiled, ReadyCommitments.AccountingFileDelivered, ReadyCommitments.SupplierInvoiceRecorded, ReadyCommitments.QuestionAnswered, ReadyCommitments.TaxReturnAccepted, ReadyCommitments.ClosingDocumentsDelivered]),
            TileFor(Tile.Payroll, Cast.PayrollBureau, Cast.PayrollClerk, StartOf(today, PayrollEndsInMonths), [ReadyCommitments.VariablesSent, ReadyCommitments.PayslipsDelivered, ReadyCommitments.PayrollReturnAccepted]),
            TileFor(Tile.Invoicing, Cast.AccountingFirm, Cast.AccountingClerk, null, [ReadyCommitments.ReminderSent, ReadyCommitments.FormalNoticeSent]),
        ],
    };

    // Three whole terms have passed when the one in force ends.
    private static DateOnly StartOf(DateOnly today, int endsInMonths) => SampleDays.First(today).AddMonths(endsInMonths - (3 * TermMonths));

    private static TileInput TileFor(Tile tile, string provider, Person contact, DateOnly? start, int[] templates) => new()
    {
        Tile = tile,
        HandedOver = true,
        ProviderName = provider,
        ProviderEmail = contact.Email,
        ContractStart = start,
        ContractMonths = start is null ? null : TermMonths,
        NoticeMonths = start is null ? null : NoticeMonths,
        Templates = [.. templates.Select(number => new TemplateChoice { Number = number, Wanted = true })],
    };

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

    private async Task DescribeProcessesAsync(CancellationToken token)
    {
        foreach (var id in await db.Set<Process>().Select(row => row.Id).ToListAsync(token))
        {
            var process = await editProcess.PrepareAsync(id, token);
            process.Pilot = Cast.Pilot.Name;
            process.Deputy = process.Domain == Domain.Payroll ? Cast.Deputy.Name : null;
            process.Volume = process.Domain switch { Domain.Payroll => Cast.Employees, Domain.Accounting => 26, _ => 7 };
            await editProcess.RunAsync(process, token);
        }
    }
}
