using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Diagrams;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Targets;

/// <summary>What the target of a process is sent to, its files and its pictures.</summary>
internal static class TargetRoutes
{
    private const string Path = "/{company}/processes/{id:guid}/targets";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange(Path, Permit.EditProcesses, ReceiveAsync);
        routes.MapStateChange(Path + "/{number:int}/publication", Permit.EditProcesses, async (Guid id, int number, [FromForm] string? explanation, PublishTarget publish, Tenant tenant, CancellationToken token) =>
        {
            await publish.RunAsync(id, number, explanation, token);
            return Results.LocalRedirect(tenant.Path("processes", id, "targets", number));
        });
        routes.MapStateChange(Path + "/{number:int}/withdrawal", Permit.EditProcesses, async (Guid id, int number, WithdrawTarget withdraw, Tenant tenant, CancellationToken token) =>
        {
            await withdraw.RunAsync(id, number, token);
            return Results.LocalRedirect(tenant.Path("processes", id) + "#target");
        });
        routes.MapStateChange(Path + "/{number:int}/edition", Permit.EditProcesses, EditAsync);
        routes.MapAnswer(Path + "/{number:int}/file", FileAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));
        routes.MapAnswer(Path + "/{number:int}/picture.svg", PictureAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));
        routes.MapAnswer(Path + "/{number:int}/drawn.bpmn", DrawnAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));
    }

    private static async Task<IResult> ReceiveAsync(Guid id, [FromForm] IFormFileCollection files, ReceiveTarget receive, Tenant tenant, CancellationToken token)
    {
        var target = await receive.RunAsync(id, files, token);
        return Results.LocalRedirect(tenant.Path("processes", id, "targets", target.Number));
    }

    private static async Task<IResult> EditAsync(
        Guid id, int number, [FromForm] string? model, [FromForm] int? latest, EditTarget edit, Tenant tenant, CancellationToken token)
    {
        var edited = await edit.RunAsync(id, number, model, latest ?? number, token);
        var path = tenant.Path("processes", id, "targets", edited.Target.Number);
        return Results.LocalRedirect(edited.Beside is { } other ? $"{path}/changes?from={other}&beside={other}" : path);
    }

    private static async Task<IResult> FileAsync(Guid id, int number, Db db, FileStore files, CancellationToken token)
    {
        var target = await FindAsync(db, id, number, token);
        return Results.Stream(await files.OpenAsync(target.Hash, token), "application/xml", target.FileName);
    }

    // The picture as a file of its own: to be put into a paper, or opened alone where it is large.
    private static async Task<IResult> PictureAsync(Guid id, int number, Db db, ReadTargetDiagram read, CancellationToken token)
    {
        var target = await FindAsync(db, id, number, token);
        var diagram = await read.RunAsync(target, token) ?? throw new NotFound();
        return Results.Text(DrawPicture.Run(diagram.Document, diagram.Drawings[0], TargetWords.About(target, diagram.Document, isAlone: true)), "image/svg+xml", System.Text.Encoding.UTF8);
    }

    // For an editor, which opens nothing without a drawing.
    private static async Task<IResult> DrawnAsync(Guid id, int number, Db db, ReadTargetDiagram read, CancellationToken token)
    {
        var target = await FindAsync(db, id, number, token);
        var diagram = await read.RunAsync(target, token) ?? throw new NotFound();
        return Results.Bytes(diagram.Document.Redrawn(LayOut.Run(diagram.Document, token)).Original.ToArray(), "application/bpmn+xml", target.FileName);
    }

    private static async Task<ProcessTarget> FindAsync(Db db, Guid id, int number, CancellationToken token) =>
        await db.Set<ProcessTarget>().AsNoTracking().SingleOrDefaultAsync(row => row.ProcessId == id && row.Number == number, token) ?? throw new NotFound();
}
