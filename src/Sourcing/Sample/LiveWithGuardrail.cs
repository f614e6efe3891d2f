using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Guardrails;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Sourcing.Sample;

/// <summary>What the sample company's guardrails show, and the one with which it lives for a while.</summary>
internal sealed class LiveWithGuardrail(Db db, WatchGuardrails watch, AcceptBreach accept) : ISampleChapter
{
    private const int MonthsAccepted = 3;

    public int Order => 255;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        await watch.RunAsync(token);
        var payroll = await db.Set<Process>().Where(row => row.Domain == Domain.Payroll).Select(row => row.Id).SingleAsync(token);
        await accept.RunAsync(
            HandedOverBlind.Name,
            payroll,
            new AcceptanceInput
            {
                Reason = "Le bureau de paie dessine sa cible ; elle est attendue pour la prochaine revue du contrat.",
                Until = world.Today.AddMonths(MonthsAccepted),
            },
            token);
    }
}
