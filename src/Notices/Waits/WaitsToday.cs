using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Notices.Waits;

/// <summary>The waits of which the company is asked whether they are so, and nobody has said.</summary>
internal sealed class WaitsToday(Db db, Tenant tenant) : IToday
{
    public int Order => 36;

    public Permit Permit => Permit.CorrectEvidence;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var asked = await db.Set<WaitQuestion>().Where(row => row.AskedOf == Party.Company && row.Answer == null && row.DroppedAt == null)
            .GroupBy(row => row.AskedOf).Select(rows => new { Count = rows.Count(), Since = rows.Min(row => row.AskedAt) })
            .FirstOrDefaultAsync(token);
        return asked is null ? []
            :
            [
                new TodayLine(
                    Urgency.Answer, Texts.Today_Waits.With(asked.Count), $"waits?state={WaitState.Asked}",
                    Day: asked.Since.InZone(tenant.Zone).Date.ToDateOnly(), Count: asked.Count),
            ];
    }
}
