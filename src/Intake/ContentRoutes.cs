using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Preview;
using Pupitre.Platform.Extension;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;

namespace Pupitre.Intake;

/// <summary>
/// The content of a received file: to be kept, as bytes of no kind, whatever the file is; and a picture of points, to be looked at. Should a
/// browser open either all the same, it opens in a sandbox where nothing runs and nothing is fetched.
/// </summary>
internal static class ContentRoutes
{
    private const string Sandbox = "default-src 'none'; sandbox";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/evidence/files/{id:guid}/content", ContentAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapAnswer("/{company}/evidence/files/{id:guid}/picture", PictureAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    // In ranges too: the viewer of a large paper asks for the pages that it shows.
    private static async Task<IResult> ContentAsync(Guid id, Db db, FileStore store, HttpResponse response, CancellationToken token)
    {
        var file = await KeptAsync(id, db, token);
        response.Headers.ContentSecurityPolicy = Sandbox;
        return Results.Stream(await store.OpenAsync(file.Hash, token), "application/octet-stream", file.Name, enableRangeProcessing: true);
    }

    private static async Task<IResult> PictureAsync(Guid id, Db db, FileStore store, HttpResponse response, CancellationToken token)
    {
        var file = await KeptAsync(id, db, token);
        var content = await store.OpenAsync(file.Hash, token);
        if (PictureType.Of(content) is not { } type)
        {
            await content.DisposeAsync();
            throw new NotFound();
        }

        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers.ContentDisposition = "inline";
        return Results.Stream(content, type);
    }

    // The same content may be kept for something else; as evidence it was not.
    private static async Task<EvidenceFile> KeptAsync(Guid id, Db db, CancellationToken token) =>
        await db.Set<EvidenceFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ContentKept, token) ?? throw new NotFound();
}
