using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Guardrails;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;

namespace Pupitre.Processes.Inventory;

/// <summary>A process that nobody conducts: nobody sees that it stops, and nobody decides.</summary>
internal sealed class WithoutPilot(Db db) : IGuardrail
{
    /// <summary>Its name for ever.</summary>
    public const string Name = "process-without-pilot";

    public string Key => Name;

    public int Order => 10;

    public string Mistake => Texts.Guardrail_NoPilot;

    public string Why => Texts.Guardrail_NoPilotWhy;

    public Permit Permit => Permit.ReadProcesses;

    public async Task<IReadOnlyList<Breach>> FindAsync(CancellationToken token)
    {
        var rows = await db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null && row.PilotId == null).OrderBy(row => row.FoldedName)
            .Select(row => new { row.Id, row.Name, Deputy = row.Deputy!.Name }).ToListAsync(token);
        return rows.ConvertAll(row => new Breach(new(Process.Kind, row.Id), row.Name, $"processes/{row.Id}", row.Deputy));
    }
}
