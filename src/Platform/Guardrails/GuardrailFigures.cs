using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Figures;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Guardrails;

/// <summary>How many mistakes stand in the record: those to be mended, and those that somebody lives with for a while.</summary>
internal sealed class GuardrailFigures(Db db, Tenant tenant, IClock clock) : IFigures
{
    private const string Path = "guardrails";

    public int Order => 50;

    public string Title => Texts.Guardrail_Figures;

    public Permit Permit => Permit.ReadProcesses;

    public async Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var until = await db.Set<GuardrailRecord>().Where(row => row.SolvedAt == null && !row.IsAhead)
            .Select(row => row.AcceptedUntil).ToListAsync(token);
        var accepted = until.Count(day => day >= today);
        return
        [
            new Figure("guardrails.open", Texts.Guardrail_FigureOpen, FigureUnit.Points, until.Count - accepted, Path),
            new Figure("guardrails.accepted", Texts.Guardrail_FigureAccepted, FigureUnit.Points, accepted, Path),
        ];
    }
}
