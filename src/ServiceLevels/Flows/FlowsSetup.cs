using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Processes.Inventory;
using Pupitre.ServiceLevels.Flows.Conformance;
using Pupitre.ServiceLevels.Flows.Doers;
using Pupitre.ServiceLevels.Flows.Drafts;
using Pupitre.ServiceLevels.Flows.Logs;
using Pupitre.ServiceLevels.Flows.Map;
using Pupitre.ServiceLevels.Flows.Targets;
using Pupitre.ServiceLevels.Flows.Waits;

namespace Pupitre.ServiceLevels.Flows;

/// <summary>Registers what shows how the work really flows.</summary>
internal static class FlowsSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<FlowCache>().AddSingleton<FlowOpenings>().AddSingleton<LayOutGraph>();
        services.AddScoped<ReadFlowSources>().AddScoped<ReadAttributeNames>().AddScoped<ReadFlowLog>().AddScoped<OpenFlowLog>().AddScoped<ReadFlow>();
        services.AddScoped<SayDoers>().AddScoped<ReadPauses>().AddScoped<ReadConformance>().AddScoped<DiscoverDraft>();
        services.AddScoped<ReadTargetModel>().AddSingleton<IProcessSection, ProcessTargetSection>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FlowRoutes.Map(routes);
        TargetRoutes.Map(routes);
        DraftRoutes.Map(routes);
    }
}
