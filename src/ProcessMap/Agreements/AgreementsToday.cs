using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>The remarks that nobody has taken up by asking again, and those who were asked and have been silent for long.</summary>
internal sealed class AgreementsToday(Db db, Tenant tenant, IClock clock) : IToday
{
    /// <summary>So long somebody may take before one asks what is the matter.</summary>
    public const int PatientDays = 14;

    public int Order => 40;

    public Permit Permit => Permit.ReadProcesses;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        // Agreements are for those who see the whole map.
        if (db.ScopeId is not null)
        {
            return [];
        }

        var before = clock.GetCurrentInstant() - Duration.FromDays(PatientDays);
        var all = db.Set<Agreement>().AsNoTracking();
        var rows = await all
            .Where(row => row.Answer == AgreementAnswer.Remarked || (row.Answer == AgreementAnswer.Waiting && row.AskedAt < before))
            .Where(row => !all.Any(later => later.ProcessId == row.ProcessId && later.AskedAt > row.AskedAt))
            .OrderBy(row => row.AskedAt)
            .Select(row => new { row.ProcessId, row.About, row.Answer, row.PersonName, row.AskedAt, row.AnsweredAt })
            .ToListAsync(token);
        return
        [
            .. rows.Select(row => new TodayLine(
                Urgency.Answer,
                (row.Answer == AgreementAnswer.Remarked ? Texts.Today_Remark : Texts.Today_Silent)
                    .With(row.ProcessId is null ? Texts.Agreement_Map : row.About),
                row.ProcessId is { } id ? $"processes/{id}#agreements" : "processes/agreements",
                row.PersonName.Length > 0 ? row.PersonName : null,
                (row.AnsweredAt ?? row.AskedAt).InZone(tenant.Zone).Date.ToDateOnly())),
        ];
    }
}
