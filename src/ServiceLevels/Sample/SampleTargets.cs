using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;

namespace Pupitre.ServiceLevels.Sample;

/// <summary>
/// How the sample company's dunning is meant to run, as the accounting firm drew it: reminders only for what stays unpaid. A dispute
/// stands nowhere in it: it is for people to settle.
/// </summary>
internal sealed class SampleTargets(Db db, AttachTarget attach)
{
    private const string DunningFile = "relances-clients-cible.bpmn";

    public async Task RunAsync(CancellationToken token)
    {
        var dunning = await db.Set<Process>().Where(row => row.Domain == Domain.Dunning).Select(row => row.Id).SingleAsync(token);
        await using var content = typeof(SampleTargets).Assembly.GetManifestResourceStream(DunningFile)!;
        await attach.RunAsync(dunning, new TargetInput(DunningFile, TargetFormat.Bpmn, TargetOrigin.Attached, IsDraft: false), content, token);
    }
}
