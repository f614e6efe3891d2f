using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Registers the grid, the measure, the cases, the scorecards and the requests.</summary>
internal static class MeasureSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<MeasureCache>();
        services.AddScoped<ReadAdjustments>();
        services.AddScoped<MeasureCommitment>();
        services.AddScoped<CompareOutcomes>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
