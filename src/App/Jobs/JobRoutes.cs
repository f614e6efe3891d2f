using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Extension;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;

namespace Pupitre.App.Jobs;

/// <summary>The progress of long work as JSON, for the bar that moves by itself.</summary>
internal static class JobRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapAnswer("/{company}/jobs/{id:guid}/progress", async (Guid id, Db db, IClock clock, CancellationToken token) =>
    {
        var run = await FindAsync(db, id, token);
        return Results.Json(new { state = run.State.ToString(), share = JobWords.Share(run), text = JobWords.Of(run, clock.GetCurrentInstant()), isOver = run.IsOver });
    }).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));

    public static async Task<JobRun> FindAsync(Db db, Guid id, CancellationToken token) =>
        await db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, token) ?? throw new NotFound();
}
