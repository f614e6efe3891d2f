using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;
using Pupitre.Sample;
using Pupitre.Sample.Files;
using Pupitre.Sample.World;

namespace Pupitre.Processes.Sample;

/// <summary>Attaches how the sample company's dunning is meant to run.</summary>
internal sealed class AttachDunningTarget(Db db, AttachTarget attach) : ISampleChapter
{
    public int Order => 240;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        await using var content = DunningTarget.Open();
        var process = await db.Set<Process>().Where(row => row.Domain == Domain.Dunning).Select(row => row.Id).SingleAsync(token);
        var drawn = new TargetInput(DunningTarget.FileName, TargetFormat.Bpmn, TargetOrigin.Attached, IsDraft: false);
        await attach.RunAsync(process, drawn, content, token);
    }
}
