using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Guardrails;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Readiness;

namespace Pupitre.Sourcing.Contracts;

/// <summary>
/// Stops a new hand-over of a process that nobody knows well enough: no published target, an unknown error rate, or nobody said who knows
/// it.
/// What already runs is recorded as it is and stands on a guardrail. The way past it is that guardrail's acceptance.
/// </summary>
public sealed class HandOverGate(Db db, Tenant tenant, IClock clock, ReadReadiness readiness)
{
    /// <summary>The processes of the form at which the gate stops; none where nothing new is handed over.</summary>
    public async Task<IReadOnlyList<ProcessReadiness>> FindAsync(ContractInput input, CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        if (input.Start is not { } start || start <= today || input.ProcessIds.Count == 0)
        {
            return [];
        }

        // What the contract already covers was let through, or ran before.
        var there = await db.Set<ContractProcess>()
            .Where(row =>
                row.ContractId == input.Id && db.Set<Contract>().Any(contract => contract.Id == row.ContractId && contract.Start != null))
            .Select(row => row.ProcessId).ToListAsync(token);
        var accepted = await db.Set<GuardrailRecord>().Where(row => row.Key == HandedOverBlind.Name && row.AcceptedUntil >= today)
            .Select(row => row.SubjectId).ToListAsync(token);
        var asked = input.ProcessIds.Except(there).Except(accepted).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var found = await readiness.RunAsync(db.Set<Process>().Where(row => asked.Contains(row.Id)), token);
        return [.. found.Where(process => !process.IsReady)];
    }

    /// <exception cref="Refused">A process is not known well enough to be handed over; each is named with what it lacks.</exception>
    public async Task RunAsync(ContractInput input, CancellationToken token)
    {
        if (await FindAsync(input, token) is { Count: > 0 } stopped)
        {
            throw new Refused(
                Texts.Gate_Stops.With(
                    string.Join(" ; ", stopped.Select(process => Texts.Gate_Lacks.With(process.Name, ReadinessWords.Of(process.Lacks))))),
                nameof(ContractInput.ProcessIds));
        }
    }
}
