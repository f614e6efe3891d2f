using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Guardrails;

/// <summary>A mistake at a subject, with its record.</summary>
/// <param name="Since">When it was first seen; null when it appeared since the program last looked.</param>
/// <param name="AcceptedBy">Name of who lives with it; null when it is open.</param>
public sealed record BreachLine(Breach Breach, Instant? Since, string? AcceptedBy, string? Reason, DateOnly? AcceptedUntil)
{
    public bool IsAccepted => AcceptedUntil is not null;
}

/// <summary>A guardrail with all that stands against it.</summary>
/// <param name="Solved">How many were solved since the record is kept.</param>
public sealed record GuardrailView(IGuardrail Guardrail, IReadOnlyList<BreachLine> Lines, int Solved)
{
    public int Open => Lines.Count(line => !line.IsAccepted);
}

/// <summary>Shows each guardrail with what breaks it now. Reading changes nothing.</summary>
public sealed class ReadGuardrails(Db db, Tenant tenant, IClock clock, IEnumerable<IGuardrail> guardrails)
{
    public async Task<IReadOnlyList<GuardrailView>> RunAsync(CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var records = await db.Set<GuardrailRecord>().AsNoTracking()
            .Select(row => new { Record = row, By = db.Users.Where(account => account.Id == row.AcceptedBy).Select(account => account.DisplayName).FirstOrDefault() }).ToListAsync(token);
        var views = new List<GuardrailView>();
        foreach (var guardrail in guardrails.Where(known => tenant.Allows(known.Permit)).OrderBy(known => known.Order))
        {
            var own = records.FindAll(row => row.Record.Key == guardrail.Key);
            views.Add(new GuardrailView(
                guardrail,
                [.. (await guardrail.FindAsync(token)).Select(breach => Line(breach, own.Find(row => row.Record.Subject == breach.Subject && row.Record.SolvedAt is null) is { } known ? (known.Record, known.By) : (null, null), today))],
                own.Count(row => row.Record.SolvedAt is not null)));
        }

        return views;
    }

    private static BreachLine Line(Breach breach, (GuardrailRecord? Record, string? By) known, DateOnly today) => known.Record is { } record && record.IsAcceptedOn(today)
        ? new BreachLine(breach, record.OpenSince, known.By, record.Reason, record.AcceptedUntil)
        : new BreachLine(breach, known.Record?.OpenSince, null, null, null);
}
