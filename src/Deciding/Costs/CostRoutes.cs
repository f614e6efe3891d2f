using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Deciding.Costs;

/// <summary>What buttons beside offers post to.</summary>
internal static class CostRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapStateChange(
        "/{company}/processes/{id:guid}/costs/offers/{offer:guid}/removal",
        Permit.EditProcesses,
        async (Guid id, Guid offer, RemoveOffer remove, Tenant tenant, CancellationToken token) =>
        {
            await remove.RunAsync(id, offer, token);
            return Results.LocalRedirect(tenant.Path("processes", id, "costs"));
        });
}
