using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;
using Pupitre.Sample;
using Pupitre.Sample.Files;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Evidence.Sample;

/// <summary>Answers what the wizard asks about the sample's tables of events, and imports them at once, not in the background.</summary>
internal sealed class ImportTables(Db db, Tenant tenant, FileStore store, StartImport start, RunImport run) : ISampleChapter
{
    public int Order => 220;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        foreach (var file in SampleFiles.Of(world))
        {
            if (AnswersFor(file.Kind) is { } answers)
            {
                var import = await start.BeginAsync(await RequestAsync(file.Name, answers, token), token);
                await run.RunAsync(import.Id, null, token);
                db.ChangeTracker.Clear();
            }
        }
    }

    private static TableAnswers? AnswersFor(SampleFileKind kind) => kind switch
    {
        SampleFileKind.SupplierInvoices => new(SampleTables.SupplierInvoices, [ReadyCommitments.SupplierInvoiceRecorded], new()
        {
            ["Facture reçue par courriel"] = SourceClass.Company,
            ["Facture enregistrée"] = SourceClass.Provider,
            [SampleTables.InvoicePaid] = SourceClass.Receipt,
        }),
        SampleFileKind.CustomerInvoices => new(SampleTables.CustomerInvoices, [ReadyCommitments.ReminderSent, ReadyCommitments.FormalNoticeSent], new()
        {
            ["Facture émise"] = SourceClass.Company,
            ["Échéance de la facture"] = SourceClass.Company,
            ["Relance 1 envoyée"] = SourceClass.Provider,
            ["Recommandé déposé"] = SourceClass.Receipt,
            ["Litige ouvert"] = SourceClass.Company,
            [SampleTables.PaymentReceived] = SourceClass.Receipt,
        }),
        SampleFileKind.Questions => new(SampleTables.Questions, [ReadyCommitments.QuestionAnswered], new()
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

    private async Task<ImportRequest> RequestAsync(string name, TableAnswers answers, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().AsNoTracking().SingleAsync(row => row.Name == name && row.ParentId == null, token);
        var provider = await db.Set<Provider>().Where(row => row.Name == Cast.AccountingFirm).Select(row => row.Id).SingleAsync(token);
        var commitments = await db.Set<Commitment>().Where(row => row.TemplateNumber != null && answers.Templates.Contains(row.TemplateNumber.Value)).Select(row => row.Id).ToListAsync(token);
        return new ImportRequest(file.Id, null, answers.Source, provider, MappingOf(file, answers), RulesOf(answers), commitments, TakesGoodRowsOnly: true);
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
    private static SourceRules RulesOf(TableAnswers answers) => new(SourceClass.Provider,
    [
        .. answers.First is { } first ? [first] : Array.Empty<SourceRule>(),
        .. answers.Who.Where(pair => pair.Value != SourceClass.Provider).Select(pair => new SourceRule(EventPattern.Activity(pair.Key), pair.Value)),
    ]);

    /// <summary>What a person would answer in the wizard.</summary>
    /// <param name="Templates">Ready commitments that the table measures.</param>
    /// <param name="Who">What happened, and who wrote its date.</param>
    private sealed record TableAnswers(string Source, int[] Templates, Dictionary<string, SourceClass> Who)
    {
        /// <summary>A rule by the value of a column, before the others.</summary>
        public SourceRule? First { get; init; }
    }
}
