using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Guardrails;

/// <summary>The mistakes that stand now and that nobody has accepted: a line for each guardrail, as its page counts them.</summary>
internal sealed class GuardrailsToday(Db db, Tenant tenant, ReadGuardrails read) : IToday
{
    public int Order => 80;

    public Permit Permit => Permit.ReadProcesses;

    // What is found over the whole company is not for somebody who sees a part of it.
    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token) => db.ScopeId is null
        ? [.. (await read.RunAsync(token)).Where(view => view.Open > 0).Select(Line)]
        : [];

    private TodayLine Line(GuardrailView view) => new(
        Urgency.Mend, Texts.Guardrail_Today.With(view.Guardrail.Mistake, view.Open), "guardrails#" + view.Guardrail.Key,
        Day: view.Lines.Where(line => !line.IsAccepted).Min(line => line.Since)?.InZone(tenant.Zone).Date.ToDateOnly(), Count: view.Open);
}
