using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Gathering.Exports;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Processes;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Impact;

/// <summary>What stops, to take home.</summary>
internal static class ImpactRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapAnswer("/{company}/processes/impact.{format}", AnswerAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));

    private static async Task<IResult> AnswerAsync(string format, [FromQuery] string? of, ReadWholeMap read, CancellationToken token)
    {
        var map = await read.RunAsync(token);
        var subject = ImpactSubject.AllOf(map).FirstOrDefault(one => one.Key == of) ?? throw new NotFound();
        var answer = FindImpact.Of(map, subject);
        return await new TableExport(
            Texts.Impact_ExportName,
            [
                Texts.Process_Name, Texts.Process_Domain, Texts.Impact_Certainty, Texts.Impact_When,
                Texts.Impact_DaysAtLeast, Texts.Impact_DaysAtMost,
                Texts.Impact_Why, Texts.Process_Criticality,
            ],
            answer.Stops.Select(row => (IReadOnlyList<object?>)
            [
                row.Process.Name, ProcessWords.Of(row.Process.Domain), ImpactWords.IsSure(row), ImpactWords.When(row), row.AtLeast,
                row.AtMost == StopReach.Never ? null : row.AtMost, ImpactWords.Why(row), ProcessWords.Of(row.Process.Criticality),
            ])).AnswerAsync(format, token);
    }
}
