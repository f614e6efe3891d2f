using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Sources;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Processes.Inventory;
using Pupitre.ServiceLevels.Cases;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.ServiceLevels.Requests;
using Pupitre.ServiceLevels.Scorecards;
using Pupitre.Sourcing;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Registers the grid, the measure, the cases, the scorecards and the requests.</summary>
internal static class MeasureSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<MeasureCache>().AddSingleton<CompanyFactsCache>().AddSingleton<ScorecardsCache>();
        services.AddScoped<ReadAdjustments>();
        services.AddScoped<ReadCompanyFacts>();
        services.AddScoped<ReadGrid>().AddScoped<ReadSelection>();
        services.AddScoped<ReadOccurrence>();
        services.AddScoped<ReadScorecard>();
        services.AddSingleton(new PageSection(Contract.SubjectKind, 10, Permit.ReadService, typeof(ContractSummary))).AddSingleton(new PageSection(Provider.Kind, 10, Permit.ReadService, typeof(ProviderSummary)));
        services.AddSingleton(new PageSection(Process.Kind, 10, Permit.ReadService, typeof(ProcessSummary))).AddSingleton(new PageSection(Commitment.SubjectKind, 10, Permit.ReadService, typeof(CommitmentSummary)));
        services.AddScoped<IListColumn, ProviderOnTime>().AddScoped<IListColumn, ProcessOnTime>().AddScoped<IListColumn, CommitmentOnTime>();
        services.AddScoped<ReadCaseList>().AddScoped<ReadCase>();
        services.AddScoped<AskForProofs>().AddScoped<FirstSteps>();
        services.AddScoped<CorrectDelay>().AddScoped<ConfirmWord>();
        services.AddScoped<StateWorkDay>().AddScoped<IStateWorkDay>(provider => provider.GetRequiredService<StateWorkDay>());
        services.AddSingleton<ImportEffectsCache>().AddScoped<IImportEffects, SourceEffects>();
        services.AddScoped<WaiveOccurrence>().AddScoped<ExpectNothing>().AddScoped<TakeBackStatement>().AddScoped<ContestWaiver>();
        services.AddScoped<MeasureCommitment>();
        services.AddScoped<IRestsOnVersion, RecordedSinceVersion>();
        services.AddScoped<CompareOutcomes>().AddScoped<IPreviewCommitment, PreviewOnCases>().AddScoped<IPreviewCommitment, PreviewOnDueDates>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{company}/due-dates/export.{format}", ExportGrid.AnswerAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapGet("/{company}/scorecards/contracts/{contractId:guid}/export.{format}", ExportScorecard.AnswerAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        FirstSteps.Map(routes);
        OccurrenceRoutes.Map(routes);
        CaseRoutes.Map(routes);
        RequestRoutes.Map(routes);
    }
}
