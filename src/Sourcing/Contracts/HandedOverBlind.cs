using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Guardrails;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Readiness;

namespace Pupitre.Sourcing.Contracts;

/// <summary>
/// A process that a contract hands over without anybody knowing how it is meant to run, how often it goes wrong or who knows it. What ran
/// when it was recorded is inherited; a new one gets here only by an acceptance: <see cref="HandOverGate"/>.
/// </summary>
internal sealed class HandedOverBlind(Db db, Tenant tenant, IClock clock, ReadReadiness readiness) : IGuardrail
{
    /// <summary>Its name for ever.</summary>
    public const string Name = "handed-over-blind";

    public string Key => Name;

    public int Order => 20;

    public string Mistake => Texts.Guardrail_Blind;

    public string Why => Texts.Guardrail_BlindWhy;

    // Whoever is limited to a provider does not see who knows a process: to them all would be blind.
    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<Breach>> FindAsync(CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var standing = db.Set<Contract>().Where(contract => contract.ArchivedAt == null);
        var handedOver = db.Set<ContractProcess>().Where(row => standing.Any(contract => contract.Id == row.ContractId))
            .Select(row => row.ProcessId);
        var found = await readiness.RunAsync(db.Set<Process>().Where(row => row.ArchivedAt == null && handedOver.Contains(row.Id)), token);
        var blind = found.Where(process => !process.IsReady).ToList();
        if (blind.Count == 0)
        {
            return [];
        }

        var coming = await db.Set<ContractProcess>()
            .Where(row => standing.Any(contract => contract.Id == row.ContractId && contract.Start > today))
            .Select(row => row.ProcessId).ToListAsync(token);
        return blind.ConvertAll(process =>
            Of(process, coming.Contains(process.ProcessId) ? Texts.Guardrail_Coming : Texts.Guardrail_Inherited));
    }

    public async Task<Breach?> AheadAsync(Guid subjectId, CancellationToken token) =>
        await readiness.RunAsync(
            db.Set<Process>().Where(row => row.ArchivedAt == null && row.Id == subjectId), token) is [{ IsReady: false } process]
            ? Of(process, Texts.Guardrail_Ahead)
            : null;

    private static Breach Of(ProcessReadiness process, string how) => new(
        new(Process.Kind, process.ProcessId), process.Name, $"processes/{process.ProcessId}#readiness", process.Pilot,
        how + " " + Texts.Guardrail_Missing.With(ReadinessWords.Of(process.Lacks)));
}
