using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Guardrails;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;

namespace Pupitre.Sourcing.Contracts;

/// <summary>A process that was handed over by a contract without a target that was retained: nothing says how it is meant to run.</summary>
internal sealed class WithoutTarget(Db db) : IGuardrail
{
    /// <summary>Its name for ever.</summary>
    public const string Name = "scope-without-target";

    public string Key => Name;

    public int Order => 20;

    public string Mistake => Texts.Guardrail_NoTarget;

    public string Why => Texts.Guardrail_NoTargetWhy;

    public Permit Permit => Permit.ReadSourcing;

    public async Task<IReadOnlyList<Breach>> FindAsync(CancellationToken token)
    {
        var handedOver = db.Set<ContractProcess>().Where(row => db.Set<Contract>().Any(contract => contract.Id == row.ContractId && contract.ArchivedAt == null)).Select(row => row.ProcessId);
        var rows = await db.Set<Process>().AsNoTracking()
            .Where(row => row.ArchivedAt == null && handedOver.Contains(row.Id) && !db.Set<ProcessTarget>().Any(target => target.ProcessId == row.Id && target.State == TargetState.Published))
            .OrderBy(row => row.FoldedName).Select(row => new { row.Id, row.Name, Pilot = row.Pilot!.Name }).ToListAsync(token);
        return rows.ConvertAll(row => new Breach(new(Process.Kind, row.Id), row.Name, $"processes/{row.Id}", row.Pilot));
    }
}
