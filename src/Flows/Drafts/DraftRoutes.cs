using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Flows.Drafts;

/// <summary>The discovered model as a file, and as a draft of a process's target.</summary>
internal static class DraftRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/flows/draft.bpmn", FileAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapStateChange("/{company}/flows/draft", Permit.EditProcesses, async ([FromForm] Guid process, HttpContext http, DiscoverDraft discover, Tenant tenant, CancellationToken token) =>
        {
            await discover.RunAsync(FlowFilter.Of(http), DiscoverDraft.NoiseOf(http), process, token);
            return Results.LocalRedirect(tenant.Path("processes", process) + "#target");
        });
    }

    private static async Task<IResult> FileAsync(HttpContext http, DiscoverDraft discover, CancellationToken token)
    {
        var (view, draft) = await discover.WholeAsync(FlowFilter.Of(http), DiscoverDraft.NoiseOf(http), token);
        return draft is null ? throw new NotFound() : Results.Bytes(DiscoverDraft.Write(draft, view.Chosen[0].Name), "application/bpmn+xml");
    }
}
