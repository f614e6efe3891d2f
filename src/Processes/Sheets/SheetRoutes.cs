using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Exports;
using Pupitre.Platform.Extension;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;

namespace Pupitre.Processes.Sheets;

/// <summary>The inventory with its steps, to take home and to bring back.</summary>
internal static class SheetRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapAnswer("/{company}/processes/sheet.{format}", async (string format, Db db, ReadSteps steps, CancellationToken token) => await (await ExportAsync(db, steps, token)).AnswerAsync(format, token))
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));

    private static async Task<TableExport> ExportAsync(Db db, ReadSteps readSteps, CancellationToken token)
    {
        var processes = await db.Set<Process>().AsNoTracking().Include(row => row.Pilot).Include(row => row.Deputy).Where(row => row.ArchivedAt == null).OrderBy(row => row.FoldedName).ThenBy(row => row.Id).ToListAsync(token);
        var steps = await readSteps.AllAsync(token);
        return Export(processes.Select(process => (PlanSheet.InputOf(process), (IReadOnlyList<StepFact>)[.. steps[process.Id]])));
    }

    /// <summary>Processes with their steps, as a sheet says them.</summary>
    internal static TableExport Export(IEnumerable<(ProcessInput Process, IReadOnlyList<StepFact> Steps)> processes) =>
        new(Texts.Sheet_FileName, [.. SheetColumns.All.Select(column => column.Name)], processes.SelectMany(row => RowsOf(row.Process, row.Steps)));

    // What is said of the process stands in its first row; its name and key in each, so that rows can be sorted.
    private static IEnumerable<IReadOnlyList<object?>> RowsOf(ProcessInput process, IReadOnlyList<StepFact> steps)
    {
        var inputs = steps.Count == 0 ? [new StepInput()] : steps.Select(PlanSheet.InputOf);
        return inputs.Index().Select(step => (IReadOnlyList<object?>)[.. SheetColumns.All.Select(column =>
            column.IsOfStep || step.Index == 0 || column == SheetColumns.Name || column == SheetColumns.Key ? column.Write(new SheetRow(process, step.Item)) : null)]);
    }
}
