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
using Pupitre.Platform.Tenancy.Settings;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing;

/// <summary>What the buttons of the module post to, and the files of contracts.</summary>
internal static class SourcingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapArchive(routes, "providers", (services, id, token) => services.Get<ArchiveProvider>().RunAsync(id, token), (services, id, token) => services.Get<RestoreProvider>().RunAsync(id, token));
        MapArchive(routes, "contracts", (services, id, token) => services.Get<ArchiveContract>().RunAsync(id, token), (services, id, token) => services.Get<RestoreContract>().RunAsync(id, token));
        MapArchive(routes, "calendars", (services, id, token) => services.Get<ArchiveCalendar>().RunAsync(id, token), (services, id, token) => services.Get<RestoreCalendar>().RunAsync(id, token));
        MapArchive(routes, "commitments", (services, id, token) => services.Get<ArchiveCommitment>().RunAsync(id, token), (services, id, token) => services.Get<RestoreCommitment>().RunAsync(id, token));
        MapFiles(routes);
        routes.MapStateChange("/{company}/profile/identities/removal", Permit.EditSourcing, async ([FromForm] string? identity, ChangeIdentities change, Tenant tenant, CancellationToken token) =>
        {
            await change.RemoveAsync(identity, token);
            return Results.LocalRedirect(tenant.Path("profile") + "?saved=true#identities");
        });
        routes.MapStateChange("/{company}/commitments/{id:guid}/versions/{number:int}/withdrawal", Permit.EditSourcing, async (Guid id, int number, TakeBackVersion takeBack, Tenant tenant, CancellationToken token) =>
        {
            await takeBack.RunAsync(id, number, token);
            return Results.LocalRedirect(tenant.Path("commitments", id) + "#versions");
        });
        routes.MapStateChange("/{company}/contracts/{id:guid}/renewal/withdrawal", Permit.EditSourcing, async (Guid id, WithdrawRenewal withdraw, Tenant tenant, CancellationToken token) =>
        {
            await withdraw.RunAsync(id, token);
            return Results.LocalRedirect(tenant.Path("contracts", id));
        });
    }

    private static void MapArchive(
        IEndpointRouteBuilder routes,
        string things,
        Func<IServiceProvider, Guid, CancellationToken, Task> archive,
        Func<IServiceProvider, Guid, CancellationToken, Task> restore)
    {
        routes.MapStateChange($"/{{company}}/{things}/{{id:guid}}/archive", Permit.EditSourcing, async (Guid id, HttpContext http, Tenant tenant, CancellationToken token) =>
        {
            await archive(http.RequestServices, id, token);
            return Results.LocalRedirect(tenant.Path(things) + "?archived=" + id);
        });
        routes.MapStateChange($"/{{company}}/{things}/{{id:guid}}/restoration", Permit.EditSourcing, async (Guid id, HttpContext http, Tenant tenant, CancellationToken token) =>
        {
            await restore(http.RequestServices, id, token);
            return Results.LocalRedirect(tenant.Path(things, id));
        });
    }

    private static void MapFiles(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/contracts/{id:guid}/files", Permit.EditSourcing, async (Guid id, [FromForm] IFormFileCollection files, AttachContractFile attach, Tenant tenant, CancellationToken token) =>
        {
            foreach (var file in files)
            {
                await using var content = file.OpenReadStream();
                await attach.RunAsync(id, content, file.FileName, file.ContentType, token);
            }

            return Results.LocalRedirect(tenant.Path("contracts", id));
        });
        routes.MapStateChange("/{company}/contracts/{id:guid}/files/{file:guid}/removal", Permit.EditSourcing, async (Guid id, Guid file, DetachContractFile detach, Tenant tenant, CancellationToken token) =>
        {
            await detach.RunAsync(id, file, token);
            return Results.LocalRedirect(tenant.Path("contracts", id));
        });
        routes.MapAnswer("/{company}/commitments/{id:guid}/versions/{number:int}/acceptance", AcceptanceAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadSourcing));
        routes.MapAnswer("/{company}/contracts/{id:guid}/files/{file:guid}", DownloadAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadSourcing));
    }

    private static async Task<IResult> DownloadAsync(Guid id, Guid file, Db db, FileStore files, CancellationToken token)
    {
        var row = await db.Set<ContractFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == file && row.ContractId == id, token) ?? throw new NotFound();
        return Results.Stream(await files.OpenAsync(row.Hash, token), "application/octet-stream", row.Name);
    }

    private static async Task<IResult> AcceptanceAsync(Guid id, int number, Db db, FileStore files, CancellationToken token)
    {
        var version = await db.Set<CommitmentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.CommitmentId == id && row.Number == number, token) ?? throw new NotFound();
        return version is { AcceptedHash: { } hash } ? Results.Stream(await files.OpenAsync(hash, token), "application/octet-stream", version.AcceptedFile) : throw new NotFound();
    }

    private static T Get<T>(this IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;
}
