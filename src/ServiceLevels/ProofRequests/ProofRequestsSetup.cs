using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pupitre.ServiceLevels.ProofRequests;

/// <summary>Registers the requests of missing proofs.</summary>
internal static class ProofRequestsSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<AskForProofs>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        RequestRoutes.Map(routes);
    }
}
