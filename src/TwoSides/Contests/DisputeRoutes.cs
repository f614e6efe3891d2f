using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.TwoSides.Contests;

/// <summary>What the company answers in a dispute, its papers, and the list to take home.</summary>
internal static class DisputeRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/disputes/{id:guid}/agreement", Permit.CorrectEvidence, AgreeAsync);
        routes.MapStateChange("/{company}/disputes/{id:guid}/refusal", Permit.CorrectEvidence, RefuseAsync);
        routes.MapStateChange("/{company}/disputes/{id:guid}/withdrawal", Permit.CorrectEvidence, WithdrawAsync);
        routes.MapAnswer("/{company}/disputes/{id:guid}/files/{file:guid}", DownloadAsync)
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapAnswer("/{company}/disputes/export.{format}", ExportAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    private static async Task<IResult> AgreeAsync(Guid id, AgreeToDispute agree, ReadDisputant who, Tenant tenant, CancellationToken token)
    {
        await agree.RunAsync(id, await who.RunAsync(token), token);
        return Results.LocalRedirect(tenant.Path("disputes", id));
    }

    private static async Task<IResult> RefuseAsync(
        Guid id, [FromForm] string? reason, RefuseDispute refuse, ReadDisputant who, Tenant tenant, CancellationToken token)
    {
        await refuse.RunAsync(id, reason, await who.RunAsync(token), token);
        return Results.LocalRedirect(tenant.Path("disputes", id));
    }

    private static async Task<IResult> WithdrawAsync(Guid id, WithdrawDispute withdraw, ReadDisputant who, Tenant tenant,
        CancellationToken token)
    {
        await withdraw.RunAsync(id, await who.RunAsync(token), token);
        return Results.LocalRedirect(tenant.Path("disputes", id));
    }

    private static async Task<IResult> DownloadAsync(Guid id, Guid file, Db db, FileStore files, CancellationToken token)
    {
        var row = await db.Set<DisputeFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == file && row.DisputeId == id, token)
            ?? throw new NotFound();
        return Results.Stream(await files.OpenAsync(row.Hash, token), "application/octet-stream", row.Name);
    }

    private static Task<IResult> ExportAsync(
        string format, string? q, Guid? contract, string? state, string? sort, ReadDisputeList read, CancellationToken token) =>
        read.ExportAsync(new DisputeFilter(q, contract, state, sort), format, token);
}
