using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Figures;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>Registers the scorecards, and what of them stands on the pages and in the lists of others.</summary>
internal static class ScorecardsSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<ScorecardsCache>().AddScoped<ReadScorecard>();
        services.AddSingleton(new PageSection(Contract.SubjectKind, 10, Permit.ReadService, typeof(ContractSummary))).AddSingleton(new PageSection(Provider.Kind, 10, Permit.ReadService, typeof(ProviderSummary)));
        services.AddSingleton(new PageSection(Process.Kind, 10, Permit.ReadService, typeof(ProcessSummary))).AddSingleton(new PageSection(Commitment.SubjectKind, 10, Permit.ReadService, typeof(CommitmentSummary)));
        services.AddScoped<IListColumn, ProviderOnTime>().AddScoped<IListColumn, ProcessOnTime>().AddScoped<IListColumn, CommitmentOnTime>();
        services.AddScoped<IProcessFacts, KeptOfProcesses>().AddScoped<IFigures, ScorecardFigures>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/scorecards/contracts/{contractId:guid}/export.{format}", ExportScorecard.AnswerAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }
}
