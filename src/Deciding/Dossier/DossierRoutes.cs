using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;

namespace Pupitre.Deciding.Dossier;

/// <summary>The process file, to take away.</summary>
internal static class DossierRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = new RequiresPermitAttribute(Permit.ReadProcesses);
        routes.MapAnswer("/{company}/processes/file.pdf",
            async (HttpContext http, MakeDossier make, IClock clock, CancellationToken token) =>
            Results.Bytes(await make.PaperAsync(DossierChoice.Of(http.Request.Query), token), "application/pdf",
                make.NameOn(clock.GetCurrentInstant()) + ".pdf"))
            .WithMetadata(read);
        routes.MapAnswer("/{company}/processes/file.zip",
            async (HttpContext http, MakeDossier make, IClock clock, CancellationToken token) =>
            Results.Stream(await make.ArchiveAsync(DossierChoice.Of(http.Request.Query), token), "application/zip",
                make.NameOn(clock.GetCurrentInstant()) + ".zip"))
            .WithMetadata(read);
    }
}
