using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Steps;

/// <summary>What the steps of a process are sent to.</summary>
internal static class StepRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapStateChange(
        "/{company}/processes/{id:guid}/steps/drawing",
        Permit.EditProcesses,
        async (Guid id, DrawFromSteps draw, Tenant tenant, CancellationToken token) =>
        {
            var target = await draw.RunAsync(id, token);
            return Results.LocalRedirect(tenant.Path("processes", id, "targets", target.Number));
        });
}
