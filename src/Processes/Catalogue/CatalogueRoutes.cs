using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Catalogue;

/// <summary>What the pages of the catalogue post to.</summary>
internal static class CatalogueRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/processes/{id:guid}/restoration", Permit.EditProcesses, RestoreAsync);
        routes.MapStateChange("/{company}/processes/catalogue/take", Permit.EditProcesses, TakeAsync);
        routes.MapStateChange("/{company}/processes/catalogue/{key}/take", Permit.EditProcesses, TakeOneAsync);
        routes.MapStateChange("/{company}/processes/catalogue/{key}/completion", Permit.EditProcesses, CompleteAsync);
        routes.MapStateChange("/{company}/processes/{id:guid}/difference", Permit.EditProcesses, async (Guid id, [FromForm] string? difference, SayDifference say, Tenant tenant, CancellationToken token) =>
        {
            await say.RunAsync(id, difference, token);
            return Results.LocalRedirect(tenant.Path("processes", id));
        });
    }

    private static async Task<IResult> TakeOneAsync(string key, TakeReadyProcess take, Tenant tenant, CancellationToken token) =>
        Lead(tenant, await take.RunAsync(key, token));

    private static async Task<IResult> CompleteAsync(
        string key, [FromForm] Guid into, TakeReadyProcess take, Tenant tenant, CancellationToken token) =>
        Lead(tenant, await take.IntoAsync(key, into, token));

    private static IResult Lead(Tenant tenant, Taking taking) =>
        Results.LocalRedirect(tenant.Path("processes", taking.ProcessId) + (taking.WasThere ? "?again=true" : ""));

    private static async Task<IResult> TakeAsync(IFormCollection form, TakeReadyProcess take, Tenant tenant, CancellationToken token)
    {
        var takings = await take.RunAsync([.. form["keys"].OfType<string>()], token);
        return Results.LocalRedirect(tenant.Path("processes") + $"?taken={takings.Count(taking => !taking.WasThere)}");
    }

    private static async Task<IResult> RestoreAsync(Guid id, RestoreProcess restore, Tenant tenant, CancellationToken token)
    {
        await restore.RunAsync(id, token);
        return Results.LocalRedirect(tenant.Path("processes", id));
    }
}
