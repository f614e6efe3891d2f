using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Today;
using Pupitre.ServiceLevels.Forecasts;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>Registers the cases of a commitment that is measured one by one.</summary>
internal static class CasesSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadCaseList>().AddScoped<ReadCase>().AddScoped<ReadForecast>().AddScoped<IToday, CasesToday>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        CaseRoutes.Map(routes);
    }
}
