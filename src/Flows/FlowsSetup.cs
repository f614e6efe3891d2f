using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Flows.Cases;
using Pupitre.Flows.Conformance;
using Pupitre.Flows.Doers;
using Pupitre.Flows.Drafts;
using Pupitre.Flows.Facts;
using Pupitre.Flows.Logs;
using Pupitre.Flows.Map;
using Pupitre.Flows.Sample;
using Pupitre.Flows.Targets;
using Pupitre.Flows.Waits;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;
using Pupitre.Sample;

namespace Pupitre.Flows;

/// <summary>Registers what shows how the work really flows.</summary>
internal static class FlowsSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<FlowCache>().AddSingleton<FlowOpenings>().AddSingleton<LayOutGraph>();
        services.AddScoped<ReadFlowSources>().AddScoped<ReadAttributeNames>().AddScoped<ReadFlowLog>().AddScoped<OpenFlowLog>().AddScoped<ReadFlow>();
        services.AddScoped<SayDoers>().AddScoped<ReadPauses>().AddScoped<ReadConformance>().AddScoped<DiscoverDraft>();
        services.AddScoped<ISearch, SearchCases>().AddScoped<ISampleChapter, SayDoersAndDraft>()
            .AddScoped<IProcessFacts, FlowsOfProcesses>();
        services.AddScoped<ReadTargetModel>().AddSingleton(new PageSection(Process.Kind, 61, Permit.ReadService, typeof(ProcessDeviations))).AddSingleton(new PageSection(ProcessTarget.Kind, 10, Permit.ReadService, typeof(TargetDeviations)));
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FlowRoutes.Map(routes);
        DraftRoutes.Map(routes);
    }
}
