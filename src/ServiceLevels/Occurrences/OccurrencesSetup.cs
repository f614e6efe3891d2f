using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pupitre.ServiceLevels.Occurrences;

/// <summary>Registers the page of one due date.</summary>
internal static class OccurrencesSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadOccurrence>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        OccurrenceRoutes.Map(routes);
    }
}
