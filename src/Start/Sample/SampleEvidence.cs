using Microsoft.EntityFrameworkCore;
using Pupitre.Checks.AccountingFiles;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Intake.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.Sample.Files;
using Pupitre.Start.Sample.World;

namespace Pupitre.Start.Sample;

/// <summary>Drops the sample's files as a person would, and answers what the program asks about them.</summary>
internal sealed class SampleEvidence(Db db, Tenant tenant, FileStore store, ReceiveFile receive, AnswerProposals answer, SampleImport import, SampleBooks books)
{
    /// <summary>Name of the source of supplier invoices.</summary>
    public const string SupplierInvoices = "Factures fournisseurs, export du cabinet";

    /// <summary>Name of the source of customers' invoices.</summary>
    public const string CustomerInvoices = "Relances clients";

    /// <summary>What our bank shows of a supplier's invoice.</summary>
    public const string InvoicePaid = "Facture réglée";

    /// <summary>What it shows of a customer's.</summary>
    public const string PaymentReceived = "Paiement reçu";

    public async Task DropAsync(SampleFile file, CancellationToken token)
    {
        using var content = new MemoryStream(file.Content);
        var received = await receive.RunAsync(content, file.Name, null, keepContent: true, place: null, token);
        await books.CheckAsync(received.Id, token);
        await answer.AcceptAllAsync(token);
        db.ChangeTracker.Clear();
        if (AnswersFor(file.Kind) is { } answers)
        {
            await import.RunAsync(await RequestAsync(received.Id, answers, token), token);
            db.ChangeTracker.Clear();
        }
    }

    private static TableAnswers? AnswersFor(SampleFileKind kind) => kind switch
    {
        SampleFileKind.SupplierInvoices => new(SupplierInvoices, [ReadyCommitments.SupplierInvoiceRecorded], new()
        {
            ["Facture reçue par courriel"] = SourceClass.Company,
            ["Facture enregistrée"] = SourceClass.Provider,
            [InvoicePaid] = SourceClass.Receipt,
        }),
        SampleFileKind.CustomerInvoices => new(CustomerInvoices, [ReadyCommitments.ReminderSent, ReadyCommitments.FormalNoticeSent], new()
        {
            ["Facture émise"] = SourceClass.Company,
            ["Échéance de la facture"] = SourceClass.Company,
            ["Relance 1 envoyée"] = SourceClass.Provider,
            ["Recommandé déposé"] = SourceClass.Receipt,
            ["Litige ouvert"] = SourceClass.Company,
            [PaymentReceived] = SourceClass.Receipt,
        }),
        SampleFileKind.Questions => new("Questions au cabinet", [ReadyCommitments.QuestionAnswered], new()
        {
            [QuestionStep.Asked] = SourceClass.Company,
            [QuestionStep.Told] = SourceClass.Company,
        })
        {
            // An answer by mail went through our own server; one by telephone is only the firm's word.
            First = new SourceRule(EventPattern.Of("canal", QuestionStep.Mail), SourceClass.Receipt),
        },
        _ => null,
    };

    private async Task<ImportRequest> RequestAsync(Guid fileId, TableAnswers answers, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().AsNoTracking().SingleAsync(row => row.Id == fileId, token);
        var provider = await db.Set<Provider>().Where(row => row.Name == Cast.AccountingFirm).Select(row => row.Id).SingleAsync(token);
        var commitments = await db.Set<Commitment>().Where(row => row.TemplateNumber != null && answers.Templates.Contains(row.TemplateNumber.Value)).Select(row => row.Id).ToListAsync(token);
        return new ImportRequest(fileId, null, answers.Source, provider, MappingOf(file, answers), RulesOf(answers), commitments, TakesGoodRowsOnly: true);
    }

    private TableMapping MappingOf(EvidenceFile file, TableAnswers answers)
    {
        using var content = store.OpenRead(file.Hash);
        if (TableFile.IsLog(content))
        {
            return new TableMapping { Shape = TableShape.Log };
        }

        using var table = TableFile.OpenTable(content);
        var guessed = GuessMapping.Of(TableHead.Of(table), TableShape.Case, tenant.Company.TimeZone);
        return guessed with
        {
            Dates = [.. guessed.Dates.Where(column => answers.Who.ContainsKey(column.Activity)).Select(column => column with { AttestedBy = answers.Who[column.Activity] })],
        };
    }

    // What nothing is said about is the provider's word.
    private static SourceRules RulesOf(TableAnswers answers) => new(
        SourceClass.Provider,
        [.. answers.First is { } first ? [first] : Array.Empty<SourceRule>(), .. answers.Who.Where(pair => pair.Value != SourceClass.Provider).Select(pair => new SourceRule(EventPattern.Activity(pair.Key), pair.Value))]);

    /// <summary>What a person would answer in the wizard.</summary>
    /// <param name="Templates">Ready commitments that the table measures.</param>
    /// <param name="Who">What happened, and who wrote its date.</param>
    private sealed record TableAnswers(string Source, int[] Templates, Dictionary<string, SourceClass> Who)
    {
        /// <summary>A rule by the value of a column, before the others.</summary>
        public SourceRule? First { get; init; }
    }
}

/// <summary>An import as the wizard starts it, run at once instead of in the background.</summary>
internal sealed class SampleImport(StartImport start, RunImport run)
{
    public async Task RunAsync(ImportRequest request, CancellationToken token)
    {
        var import = await start.BeginAsync(request, token);
        await run.RunAsync(import.Id, null, token);
    }
}

/// <summary>Accounting files among what was dropped, checked at once instead of in the background.</summary>
internal sealed class SampleBooks(Db db, OpenAccountingFiles open, CheckAccountingFile check)
{
    public async Task CheckAsync(Guid receivedId, CancellationToken token)
    {
        var opened = await open.AddAsync([receivedId], token);
        var ids = opened.OrderBy(file => file.ReceivedAt).Select(file => file.Id).ToList();
        foreach (var id in ids)
        {
            db.ChangeTracker.Clear();
            await check.RunAsync(id, null, token);
        }
    }
}
