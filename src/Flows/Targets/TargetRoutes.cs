using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Targets;

namespace Pupitre.Flows.Targets;

/// <summary>What the target of a process is sent to, and its files.</summary>
internal static class TargetRoutes
{
    private const string Path = "/{company}/processes/{id:guid}/targets";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange(Path, Permit.EditProcesses, AttachAsync);
        routes.MapStateChange(Path + "/{number:int}/agreement", Permit.EditProcesses, async (Guid id, int number, AgreeTarget agree, Tenant tenant, CancellationToken token) =>
        {
            await agree.RunAsync(id, number, token);
            return Back(tenant, id);
        });
        routes.MapStateChange(Path + "/{number:int}/withdrawal", Permit.EditProcesses, async (Guid id, int number, WithdrawTarget withdraw, Tenant tenant, CancellationToken token) =>
        {
            await withdraw.RunAsync(id, number, token);
            return Back(tenant, id);
        });
        routes.MapGet(Path + "/{number:int}/file", FileAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));
    }

    private static async Task<IResult> AttachAsync(Guid id, [FromForm] IFormFileCollection files, AttachTarget attach, Db db, Tenant tenant, CancellationToken token)
    {
        // First of all: nobody is told what is wrong with a file for a process that does not exist here.
        if (!await db.Set<Pupitre.Processes.Inventory.Process>().AnyAsync(row => row.Id == id, token))
        {
            throw new NotFound();
        }

        if (files is not [var file])
        {
            throw new Refused(Texts.Target_OneFile);
        }

        if (file.Length > ProcessTarget.MaxBytes)
        {
            throw new Refused(Texts.Target_TooLarge.With(file.FileName, ProcessTarget.MaxBytes >> 20));
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, token);
        var (_, format) = ReadTargetModel.Check(content.ToArray(), file.FileName, token);
        content.Position = 0;
        await attach.RunAsync(id, new TargetInput(file.FileName, format, TargetOrigin.Attached, IsDraft: false), content, token);
        return Back(tenant, id);
    }

    private static async Task<IResult> FileAsync(Guid id, int number, Db db, FileStore files, CancellationToken token)
    {
        var target = await db.Set<ProcessTarget>().AsNoTracking().SingleOrDefaultAsync(row => row.ProcessId == id && row.Number == number, token) ?? throw new NotFound();
        return Results.Stream(await files.OpenAsync(target.Hash, token), "application/xml", target.FileName);
    }

    private static IResult Back(Tenant tenant, Guid id) => Results.LocalRedirect(tenant.Path("processes", id) + "#target");
}
