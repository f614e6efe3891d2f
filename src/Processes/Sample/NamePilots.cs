using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Processes.Sample;

/// <summary>Who looks after the sample company's processes, and how much there is of them.</summary>
internal sealed class NamePilots(Db db, EditProcess edit) : ISampleChapter
{
    private const int AccountingVolume = 26;
    private const int OtherVolume = 7;

    public int Order => 40;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        foreach (var id in await db.Set<Process>().Select(row => row.Id).ToListAsync(token))
        {
            var process = await edit.PrepareAsync(id, token);
            process.Pilot = Cast.Pilot.Name;
            process.Deputy = process.Domain == Domain.Payroll ? Cast.Deputy.Name : null;
            process.Volume = process.Domain switch
            {
                Domain.Payroll => Cast.Employees,
                Domain.Accounting => AccountingVolume,
                _ => OtherVolume,
            };
            await edit.RunAsync(process, token);
        }
    }
}
