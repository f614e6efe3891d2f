using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Comments;

/// <summary>Taking a comment away.</summary>
internal static class CommentRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapStateChange(
        "/{company}/processes/{id:guid}/comments/{comment:guid}/removal",
        Permit.EditProcesses,
        async (Guid id, Guid comment, RemoveComment remove, Tenant tenant, CancellationToken token) =>
        {
            await remove.RunAsync(id, comment, token);
            return Results.LocalRedirect(tenant.Path("processes", id) + "#comments");
        });
}
