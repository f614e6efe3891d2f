using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Folders;

/// <summary>What is done with a folder.</summary>
internal static class FolderRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/evidence/folders/{id:guid}/pause", Permit.AdministerCompany, PauseAsync);
        routes.MapStateChange("/{company}/evidence/folders/{id:guid}/resumption", Permit.AdministerCompany, ResumeAsync);
        routes.MapStateChange("/{company}/evidence/folders/{id:guid}/removal", Permit.AdministerCompany, RemoveAsync);
    }

    private static async Task<IResult> PauseAsync(Guid id, PauseFolder pause, Tenant tenant, CancellationToken token)
    {
        await pause.RunAsync(id, isPaused: true, token);
        return Results.Redirect(tenant.Path("evidence", "folders"));
    }

    private static async Task<IResult> ResumeAsync(Guid id, PauseFolder pause, Tenant tenant, CancellationToken token)
    {
        await pause.RunAsync(id, isPaused: false, token);
        return Results.Redirect(tenant.Path("evidence", "folders"));
    }

    private static async Task<IResult> RemoveAsync(Guid id, RemoveFolder remove, Tenant tenant,
        CancellationToken token)
    {
        await remove.RunAsync(id, token);
        return Results.Redirect(tenant.Path("evidence", "folders"));
    }
}
