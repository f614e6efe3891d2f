using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Pupitre.Flows.Cases;
using Pupitre.Flows.Logs;
using Pupitre.Flows.Variants;
using Pupitre.Gathering.Exports;
using Pupitre.Mining;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Flows;

/// <summary>Whole tables of flows to take home, under the filter of the page.</summary>
internal static class FlowRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/flows/openings/{id:guid}", (Guid id, FlowOpenings openings, Tenant tenant) =>
        {
            var opening = openings.Find(tenant.CompanyId, id);
            return Results.Json(new { state = opening is null ? "Done" : "Running", share = opening?.Share, text = opening is null ? "" : FlowWords.Opening(opening), isOver = opening is null });
        }).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapAnswer("/{company}/flows/passages.{format}", PassagesAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapAnswer("/{company}/flows/paths.{format}", PathsAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapAnswer("/{company}/flows/cases.{format}", CasesAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    private static async Task<IResult> PassagesAsync(string format, HttpContext http, ReadFlow read, CancellationToken token)
    {
        var graph = DirectlyFollowsGraph.Of((await ViewAsync(http, read, token)).View, token);
        return await new TableExport(
            Texts.Flow_PassagesFile,
            [Texts.Flow_From, Texts.Flow_To, Texts.Flow_Times, Texts.Flow_HalfSeconds, Texts.Flow_NineInTenSeconds, Texts.Flow_MeanSeconds],
            graph.Edges.Select(edge => (IReadOnlyList<object?>)
                [graph.Activities[edge.From], graph.Activities[edge.To], edge.Count, edge.Durations.MedianSeconds, edge.Durations.P90Seconds, edge.Durations.MeanSeconds])).AnswerAsync(format, token);
    }

    private static async Task<IResult> PathsAsync(string format, HttpContext http, ReadFlow read, CancellationToken token)
    {
        var view = (await ViewAsync(http, read, token)).View;
        return await new TableExport(
            Texts.Flow_PathsFile,
            [Texts.Flow_Path, Texts.Flow_Steps, Texts.Flow_Cases, Texts.Flow_HalfSeconds],
            FlowPaths.Of(view).Lines.Select(line => (IReadOnlyList<object?>)
                [string.Join(" > ", view.Variants[line.Number - 1].ToArray().Select(activity => view.Variants.Names[activity])), line.Steps, line.Cases, line.Durations.MedianSeconds])).AnswerAsync(format, token);
    }

    private static async Task<IResult> CasesAsync(string format, HttpContext http, ReadFlow read, Tenant tenant, CancellationToken token)
    {
        var view = await ViewAsync(http, read, token);
        return await new TableExport(
            Texts.Flow_CasesFile,
            [Texts.Case_Name, Texts.Flow_Begun, Texts.Flow_Ended, Texts.Flow_LastedSeconds, Texts.Flow_Path],
            FlowCase.Of(view).Select(line => (IReadOnlyList<object?>)
                [line.Name, Told(line.First), Told(line.Last), (line.Last - line.First).TotalSeconds, line.Path])).AnswerAsync(format, token);

        object Told(Instant at) => at.InZone(tenant.Zone).LocalDateTime is var local && view.Log.Moments.IsDay(local) ? local.Date.ToDateOnly() : local;
    }

    private static async Task<FlowView> ViewAsync(HttpContext http, ReadFlow read, CancellationToken token)
    {
        var view = await read.WholeAsync(FlowFilter.Of(http), token);
        return view.HasCases ? view : throw new NotFound();
    }
}
