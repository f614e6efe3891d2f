using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;

namespace Pupitre.Intake;

/// <summary>
/// Where the pieces of a large file arrive, before the form that sends it names it (see <see cref="EvidenceRoutes"/>). Only a script sends so
/// (<c>web/islands/kept-upload.ts</c>); without one the form carries the file itself.
/// </summary>
internal static class ArrivingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/evidence/arriving/{id:guid}", (Guid id, PartialFiles partial) => Said(partial.Length(id))).WithMetadata(new RequiresPermitAttribute(Permit.AddEvidence));
        routes.MapStateChange("/{company}/evidence/arriving/{id:guid}", Permit.AddEvidence, PieceAsync);
        routes.MapStateChange("/{company}/evidence/arriving/{id:guid}/removal", Permit.AddEvidence, Remove);
    }

    private static async Task<IResult> PieceAsync(Guid id, long at, HttpRequest request, PartialFiles partial, CancellationToken token)
    {
        try
        {
            return Said(await partial.AppendAsync(id, at, request.Body, token));
        }
        catch (BadHttpRequestException)
        {
            // Whoever was sending left: what had come stays, and they go on from there.
            return Results.BadRequest();
        }
    }

    private static IResult Remove(Guid id, PartialFiles partial)
    {
        partial.Remove(id);
        return Results.NoContent();
    }

    private static IResult Said(long length) => Results.Json(new { length });
}
