using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.ServiceLevels.Evidence.Events;

namespace Pupitre.ServiceLevels.Evidence;

/// <summary>Registers the operations and routes of evidence.</summary>
internal static class EvidenceSetup
{
    public static void Register(IServiceCollection services) => services.AddScoped<ReadCases>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
