using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Links;

/// <summary>What buttons of links post to, and the list to take home.</summary>
internal static class LinkRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/processes/links/{id:guid}/removal", Permit.EditProcesses, RemoveAsync);
        routes.MapStateChange("/{company}/processes/links/proposed", Permit.EditProcesses, TakeAsync);
        routes.MapAnswer("/{company}/processes/links.{format}", AnswerAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));
    }

    private static async Task<IResult> RemoveAsync(Guid id, RemoveLink remove, Tenant tenant, CancellationToken token) =>
        Results.LocalRedirect(tenant.Path("processes", await remove.RunAsync(id, token)) + "#links");

    private static async Task<IResult> TakeAsync(
        [FromForm] Guid from, [FromForm] Guid to, ProposeLinks propose, Tenant tenant, CancellationToken token)
    {
        await propose.TakeAsync(from, to, token);
        return Results.LocalRedirect(tenant.Path("processes", "links") + "#proposals");
    }

    private static async Task<IResult> AnswerAsync(
        string format, [FromQuery(Name = "q")] string? search, [FromQuery] string? sort, ReadLinks read, CancellationToken token)
    {
        var lines = ReadLinks.Sorted(await read.AllAsync(token), search, sort);
        return await new TableExport(
            Texts.Link_ExportName,
            [Texts.Link_From, Texts.Link_To, Texts.Link_Kind, Texts.Link_Passes, Texts.Link_Days],
            lines.Select(line => (IReadOnlyList<object?>)[line.From, line.To, LinkWords.Of(line.Kind), line.Passes, line.DaysUntil]))
            .AnswerAsync(format, token);
    }
}
