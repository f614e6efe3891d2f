using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Guardrails;

/// <summary>Holds the record of the guardrails against what the company's facts show now: what appeared, what was solved, what came back.</summary>
public sealed class WatchGuardrails(Db db, Tenant tenant, IClock clock, IEnumerable<IGuardrail> guardrails)
{
    public async Task RunAsync(CancellationToken token)
    {
        // One after the other, on however many nodes: what one has told, the next one sees.
        await using var turn = await db.BeginAloneAsync(token);
        var now = clock.GetCurrentInstant();
        var records = await db.Set<GuardrailRecord>().ToListAsync(token);
        foreach (var guardrail in guardrails)
        {
            Compare(guardrail.Key, await guardrail.FindAsync(token), records.FindAll(record => record.Key == guardrail.Key), now);
        }

        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }

    private void Compare(string key, IReadOnlyList<Breach> found, List<GuardrailRecord> records, Instant now)
    {
        foreach (var breach in found)
        {
            var record = records.Find(known => known.Subject == breach.Subject);
            if (record is null)
            {
                db.Add(GuardrailRecord.Open(key, breach.Subject, now));
                db.Record("GuardrailOpened", breach.Subject, new { breach.Name, Guardrail = key });
            }
            else if (record.SolvedAt is not null || record.IsAhead)
            {
                Appear(record, now);
                db.Record("GuardrailOpened", breach.Subject, new { breach.Name, Guardrail = key });
            }
        }

        var today = now.InZone(tenant.Zone).Date.ToDateOnly();
        foreach (var solved in records.Where(record => record.IsOver(today) && found.All(breach => breach.Subject != record.Subject)))
        {
            solved.Solve(now);
            db.Record("GuardrailSolved", solved.Subject, new { Guardrail = key });
        }
    }

    // What was accepted ahead and now stands keeps its acceptance; what had been solved asks anew.
    private static void Appear(GuardrailRecord record, Instant now)
    {
        if (record.IsAhead)
        {
            record.Stand();
        }
        else
        {
            record.ComeBack(now);
        }
    }
}
