using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Processes;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Criticals;

/// <summary>The ranking to take home, with the points of each criterion in a column.</summary>
internal static class FlowRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapAnswer("/{company}/processes/critical.{format}", AnswerAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));

    private static async Task<IResult> AnswerAsync(
        string format,
        [FromQuery(Name = "q")] string? search,
        [FromQuery] string? domain,
        [FromQuery] string? show,
        [FromQuery] string? sort,
        ReadWholeMap read,
        CancellationToken token)
    {
        var all = RankFlows.Of(await read.RunAsync(token));
        var flows = RankFlows.Run(all, search, Enum.TryParse<Domain>(domain, out var one) ? one : null, show, sort);
        return await new TableExport(
            Texts.Flow_ExportName,
            [
                Texts.Process_Name, Texts.Process_Domain, Texts.Process_Pilot, Texts.Flow_Points, Texts.Flow_AtMost,
                .. Enum.GetValues<FlowCriterion>().Select(FlowWords.Of), Texts.Flow_Why,
            ],
            flows.Select(flow => (IReadOnlyList<object?>)
            [
                flow.Process.Name, ProcessWords.Of(flow.Process.Domain), flow.Process.Pilot?.Name, flow.Score.Known, flow.Score.AtMost,
                .. flow.Score.Parts.Select(part => (object?)part.Points),
                string.Join(" · ", flow.Score.Parts.Select(part => FlowWords.Explained(flow.Process, part))),
            ])).AnswerAsync(format, token);
    }
}
