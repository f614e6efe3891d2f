using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;

namespace Pupitre.Processes.Inventory;

/// <summary>Adds a process to the inventory. The same form sent twice adds one.</summary>
public sealed class CreateProcess(Db db, NamePerson people)
{
    public async Task<Process> RunAsync(ProcessInput input, CancellationToken token)
    {
        if (await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == input.Id, token) is { } made)
        {
            return made;
        }

        var process = Process.Create(input.Id);
        process.Describe(input);
        await ProcessPeople.LeadAsync(process, input, people, token);
        db.Add(process);
        db.Record("ProcessCreated", process.Ref, new { process.Name, Domain = process.Domain.ToString() });
        await db.SaveChangesAsync(token);
        return process;
    }
}
