using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Exports;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>The map to take home and to bring back: whole as a workbook, or one kind of row alone.</summary>
internal static class SheetRoutes
{
    /// <summary>What <c>keys</c> says for a map that goes to another company.</summary>
    public const string WithoutKeys = "no";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapAnswer("/{company}/processes/sheet.{format}", AnswerAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));

    private static async Task<IResult> AnswerAsync(
        string format, [FromQuery] string? rows, [FromQuery] string? keys, Db db, ReadKnownMap read, CancellationToken token)
    {
        if (db.ScopeId is not null)
        {
            return await (await OwnAsync(db, token)).AnswerAsync(format, token);
        }

        // A text has one kind of row.
        var kind = rows is null && format == "xlsx" ? null
            : SheetKinds.All.FirstOrDefault(kind => kind.Slug == (rows ?? SheetKinds.Processes.Slug)) ?? throw new NotFound();
        var export = new SheetExport(await read.RunAsync(token), withKeys: keys != WithoutKeys);
        return kind is null ? await export.Workbook().AnswerAsync(token) : await export.Table(kind).AnswerAsync(format, token);
    }

    // Who is limited to a provider takes home the processes that they see, and nothing that is told over the whole map.
    private static async Task<TableExport> OwnAsync(Db db, CancellationToken token)
    {
        var tools = await db.Set<Tool>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, token);
        var steps = await ReadKnownMap.StepsAsync(db, tools, token);
        var processes = await ReadKnownMap.ProcessesAsync(db, token);
        return SheetExport.Inventory(processes.Select(process => (KnownMap.InputOf(process), (IReadOnlyList<StepInput>)[.. steps[process.Id]])));
    }
}
