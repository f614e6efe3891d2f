using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Rekeyings;

/// <summary>What buttons of re-keyings post to, and the list to take home.</summary>
internal static class RekeyingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/processes/rekeyings/{id:guid}/removal", Permit.EditProcesses, RemoveAsync);
        routes.MapAnswer("/{company}/processes/rekeyings.{format}", AnswerAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));
    }

    private static async Task<IResult> RemoveAsync(Guid id, RemoveRekeying remove, Tenant tenant, CancellationToken token)
    {
        await remove.RunAsync(id, token);
        return Results.LocalRedirect(tenant.Path("processes", "rekeyings"));
    }

    private static async Task<IResult> AnswerAsync(
        string format, [FromQuery(Name = "q")] string? search, [FromQuery] string? sort, ReadRekeyings read, CancellationToken token)
    {
        var lines = ReadRekeyings.Sorted(await read.RunAsync(token), search, sort);
        return await new TableExport(
            Texts.Rekeying_ExportName,
            [
                Texts.Rekeying_FromTool, Texts.Rekeying_ToTool, Texts.Rekeying_Fields, Texts.Rekeying_Process,
                Texts.Rekeying_Function, Texts.Rekeying_Person,
                Texts.Rekeying_Minutes, Texts.Rekeying_Cost, Texts.Rekeying_Automation,
            ],
            lines.Select(line => (IReadOnlyList<object?>)
            [
                line.FromTool, line.ToTool, line.Fields, line.Process, line.Function,
                line.Person, line.MinutesAMonth, line.CostAYear, RekeyingWords.Of(line.Automation),
            ])).AnswerAsync(format, token);
    }
}
