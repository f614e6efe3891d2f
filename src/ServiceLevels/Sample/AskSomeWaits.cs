using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.ServiceLevels.Waits;

namespace Pupitre.ServiceLevels.Sample;

/// <summary>
/// What the sample's firm waits for, as it says, is asked; of several, the first is confirmed. Nobody is written to: these people do
/// not exist.
/// </summary>
internal sealed class AskSomeWaits(Db db, AskWaits ask, WaitWord word) : ISampleChapter
{
    public int Order => 238;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        await ask.EvenBeforeAsync(token);
        var asked = await db.Set<WaitQuestion>().Where(row => row.AskedOf == Party.Company).OrderBy(row => row.Since).ToListAsync(token);
        if (asked.Count > 1)
        {
            await word.SettleAsync(asked[0], WaitAnswer.Exact, null, Cast.Pilot.Name, Cast.Pilot.Name, token);
            await db.SaveChangesAsync(token);
        }
    }
}
