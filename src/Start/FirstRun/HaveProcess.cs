using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.Start.FirstRun;

/// <summary>The process of a field of work: the first there is, else a new one.</summary>
public sealed class HaveProcess(Db db, CreateProcess create)
{
    public async Task<Process> RunAsync(Domain domain, CancellationToken token) =>
        await db.Set<Process>().Where(row => row.Domain == domain && row.ArchivedAt == null).OrderBy(row => row.Id).FirstOrDefaultAsync(token)
        ?? await create.RunAsync(new ProcessInput { Name = Tiles.ProcessOf(domain), Domain = domain, Criticality = CriticalityOf(domain) }, token);

    private static Criticality CriticalityOf(Domain domain) => domain is Domain.Payroll or Domain.Accounting ? Criticality.High : Criticality.Normal;
}
