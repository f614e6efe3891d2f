using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Processes.Inventory;

/// <summary>Adds a process to the inventory.</summary>
public sealed class CreateProcess(Db db)
{
    public async Task<Process> RunAsync(ProcessInput input, CancellationToken token)
    {
        var process = Process.Create(input.Name!, input.Domain);
        process.Describe(input);
        db.Add(process);
        db.Record("ProcessCreated", new SubjectRef(Process.Kind, process.Id), new { process.Name, Domain = process.Domain.ToString() });
        await db.SaveChangesAsync(token);
        return process;
    }
}
