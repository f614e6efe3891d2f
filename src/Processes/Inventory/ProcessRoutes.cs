using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Inventory;

/// <summary>What buttons of the inventory post to, and the list to take home.</summary>
internal static class ProcessRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStateChange("/{company}/processes/{id:guid}/archive", Permit.EditProcesses, async (Guid id, ArchiveProcess archive, Tenant tenant, CancellationToken token) =>
        {
            await archive.RunAsync(id, token);
            return Results.LocalRedirect(tenant.Path("processes") + "?archived=" + id);
        });
        routes.MapAnswer("/{company}/processes.{format}", async (string format, Db db, CancellationToken token) => await Export(db).AnswerAsync(format, token))
            .WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));
    }

    private static TableExport Export(Db db) => new(
        Texts.Process_ExportName,
        [Texts.Process_Name, Texts.Process_Domain, Texts.Process_Pilot, Texts.Process_Deputy, Texts.Process_Criticality, Texts.Process_YearlyVolume],
        db.Set<Process>().AsNoTracking().Include(row => row.Pilot).Include(row => row.Deputy).Where(row => row.ArchivedAt == null).OrderBy(row => row.FoldedName).AsEnumerable().Select(row => (IReadOnlyList<object?>)
            [row.Name, ProcessWords.Of(row.Domain), row.Pilot?.Name, row.Deputy?.Name, ProcessWords.Of(row.Criticality), row.YearlyVolume]));
}
