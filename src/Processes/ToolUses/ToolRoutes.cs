using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.ToolUses;

/// <summary>What becomes of a tool that is not used any more, or stands twice in the list.</summary>
internal static class ToolRoutes
{
    private const string Root = "/{company}/processes/tools/{id:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange(Root + "/removal", Permit.EditProcesses,
            async (Guid id, RemoveTool remove, Tenant tenant, CancellationToken token) =>
        {
            await remove.RunAsync(id, token);
            return Results.LocalRedirect(tenant.Path("processes", "tools"));
        });
        routes.MapStateChange(Root + "/merge", Permit.EditProcesses, MergeAsync);
    }

    private static async Task<IResult> MergeAsync(Guid id, [FromForm] string? into, MergeTool merge, Tenant tenant, CancellationToken token)
    {
        var kept = await merge.RunAsync(id, Guid.TryParse(into, out var other) ? other : null, token);
        return Results.LocalRedirect(tenant.Path("processes", "tools", kept.Id));
    }
}
