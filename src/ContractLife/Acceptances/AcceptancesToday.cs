using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>The remarks of providers that nobody has taken up by asking again.</summary>
internal sealed class AcceptancesToday(Db db, Tenant tenant) : IToday
{
    public int Order => 45;

    public Permit Permit => Permit.ReadSourcing;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        if (tenant.Scope is not null)
        {
            return [];
        }

        var all = db.Set<AcceptanceRequest>().AsNoTracking();
        var rows = await all.Where(row => row.Answer == AcceptanceAnswer.Remarked)
            .Where(row => !all.Any(later => later.CommitmentId == row.CommitmentId && later.AskedAt > row.AskedAt))
            .OrderBy(row => row.AnsweredAt).Select(row => new { row.CommitmentId, row.About, row.PersonName, row.AnsweredAt })
                .ToListAsync(token);
        return
        [
            .. rows.Select(row => new TodayLine(
                Urgency.Answer, Texts.Acceptance_Today.With(row.About), $"commitments/{row.CommitmentId}#acceptances",
                row.PersonName.Length > 0 ? row.PersonName : null, row.AnsweredAt?.InZone(tenant.Zone).Date.ToDateOnly())),
        ];
    }
}
