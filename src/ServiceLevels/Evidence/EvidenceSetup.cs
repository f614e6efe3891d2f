using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.ServiceLevels.Evidence.Bank;
using Pupitre.ServiceLevels.Evidence.Events;
using Pupitre.ServiceLevels.Evidence.Files;
using Pupitre.ServiceLevels.Evidence.Imports;
using Pupitre.ServiceLevels.Evidence.Preview;
using Pupitre.ServiceLevels.Evidence.Settings;
using Pupitre.ServiceLevels.Evidence.Sources;
using Pupitre.ServiceLevels.Evidence.Tables;
using Pupitre.ServiceLevels.Evidence.Tracking;
using Pupitre.ServiceLevels.Evidence.Tray;
using Pupitre.ServiceLevels.Evidence.Typed;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Evidence;

/// <summary>Registers the operations and routes of evidence.</summary>
internal static class EvidenceSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<SourceWriting>();
        services.AddScoped<ReadCases>().AddScoped<CreateSource>().AddScoped<DescribeMail>();
        services.AddScoped<ReceiveFile>().AddScoped<ProposeCells>().AddScoped<AnswerProposals>().AddScoped<PlaceFile>().AddScoped<WithdrawProof>().AddScoped<ForgetPlacement>().AddScoped<ConfirmIdentity>();
        services.AddScoped<ReadImport>().AddScoped<CorrectSource>().AddScoped<TypeEvent>();
        services.AddScoped<ReadSeenEvents>().AddScoped<ISeenEvents>(provider => provider.GetRequiredService<ReadSeenEvents>());
        services.AddScoped<IReceivedFiles, ReadReceivedFiles>();
        services.AddScoped<ReadCellChoices>().AddScoped<NarrowFiles>().AddScoped<FindFiles>().AddScoped<OpenedFiles>().AddScoped<ReadTray>().AddScoped<ReadPreview>().AddScoped<ReadFilePage>().AddScoped<ReadChoice>().AddScoped<TakeBackFiles>().AddScoped<ActOnFiles>().AddScoped<LeadToDropped>().AddScoped<ReadAcceptance>().AddScoped<ReadTable>();
        services.AddScoped<StartImport>().AddScoped<RunImport>().AddScoped<WithdrawImport>().AddScoped<DecideImport>().AddScoped<ResumeImport>();
        services.AddScoped<ReadTracking>().AddScoped<PlaceTracking>().AddScoped<ReadBank>().AddScoped<PlaceBankLines>().AddScoped<DescribeBankRules>();
        services.AddScoped<IVerify, VerifyImports>();
        services.AddSingleton(new JobKind(
            RunImport.JobKindName,
            (scope, payload, progress, token) => scope.GetRequiredService<RunImport>().RunAsync(JsonSerializer.Deserialize<ImportPayload>(payload)!.ImportId, progress, token),
            () => Texts.Import_Job));
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        EvidenceRoutes.Map(routes);
        ArrivingRoutes.Map(routes);
        ContentRoutes.Map(routes);
        ChoiceRoutes.Map(routes);
        ImportRoutes.Map(routes);
        TrackingRoutes.Map(routes);
        BankRoutes.Map(routes);
    }
}
