using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Tray;

/// <summary>The received files that wait for a person: proposals to accept, papers to place, tables to read.</summary>
internal sealed class FilesToday(Db db, Tenant tenant) : IToday
{
    public int Order => 30;

    public Permit Permit => Permit.AddEvidence;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var rows = await db.Set<EvidenceFile>()
            .Where(row => row.State == FileState.Proposed || row.State == FileState.Tray || row.State == FileState.Table)
            .GroupBy(row => row.State)
            .Select(files => new { State = files.Key, Count = files.Count(), Since = files.Min(row => row.ReceivedAt) })
            .ToListAsync(token);
        return
        [
            .. rows.OrderBy(row => row.State).Select(row => new TodayLine(
                Urgency.Answer,
                Text(row.State).With(row.Count),
                $"evidence?show={row.State.ToString().ToLowerInvariant()}",
                Day: row.Since.InZone(tenant.Zone).Date.ToDateOnly(),
                Count: row.Count)),
        ];
    }

    private static string Text(FileState state) => state switch
    {
        FileState.Proposed => Texts.Today_Proposed,
        FileState.Tray => Texts.Today_Unplaced,
        _ => Texts.Today_Tables,
    };
}
