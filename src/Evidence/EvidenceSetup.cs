using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sample;
using Pupitre.Evidence.Sources;
using Pupitre.Evidence.Tables;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Sample;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence;

/// <summary>Registers the operations of evidence.</summary>
internal static class EvidenceSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<SourceWriting>().AddScoped<RecordEvents>();
        services.AddScoped<ReadCases>().AddScoped<CreateSource>().AddScoped<CorrectSource>();
        services.AddScoped<AnswerProposals>().AddScoped<IReceivedFiles, ReadReceivedFiles>();
        services.AddScoped<ReadSeenEvents>().AddScoped<ISeenEvents>(provider => provider.GetRequiredService<ReadSeenEvents>());
        services.AddScoped<ReadTable>();
        services.AddScoped<ReadImport>().AddScoped<ChooseSource>().AddScoped<StartImport>().AddScoped<RunImport>().AddScoped<WithdrawImport>().AddScoped<DecideImport>().AddScoped<ResumeImport>();
        services.AddScoped<IVerify, VerifyImports>().AddScoped<IPersonalData, PersonalEvidence>();
        services.AddScoped<ISampleChapter, ImportTables>();
        services.AddSingleton(new JobKind(
            RunImport.JobKindName,
            (scope, payload, progress, token) => scope.GetRequiredService<RunImport>().RunAsync(JsonSerializer.Deserialize<ImportPayload>(payload)!.ImportId, progress, token),
            () => Texts.Import_Job));
    }
}
