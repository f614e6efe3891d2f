using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.ServiceLevels.Evidence.Events;
using Pupitre.ServiceLevels.Evidence.Sources;

namespace Pupitre.ServiceLevels.Evidence;

/// <summary>Registers the operations and routes of evidence.</summary>
internal static class EvidenceSetup
{
    public static void Register(IServiceCollection services) => AddOperations(services);

    private static void AddOperations(IServiceCollection services)
    {
        services.AddScoped<ReadCases>();
        services.AddSingleton<SourceWriting>();
        services.AddScoped<CreateSource>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
