using Pupitre.Gathering.Guardrails;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Guardrails;

/// <summary>Taking an exception back.</summary>
internal static class GuardrailRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapStateChange("/{company}/guardrails/{key}/{id:guid}/acceptance/withdrawal", Permit.EditProcesses, async (string key, Guid id, AcceptBreach accept, Tenant tenant, CancellationToken token) =>
        {
            await accept.TakeBackAsync(key, id, token);
            return Results.LocalRedirect(tenant.Path("guardrails"));
        });
}
