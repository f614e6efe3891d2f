using Microsoft.EntityFrameworkCore;
using Pupitre.Diagrams;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Targets;

/// <summary>Draws a process from its steps, as a draft of its target. The same steps give the same file, which is not added twice.</summary>
public sealed class DrawTarget(Db db, AttachTarget attach)
{
    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Kernel.Refused">The steps cannot be drawn.</exception>
    public async Task<ProcessTarget> RunAsync(Guid processId, IReadOnlyList<ProcessStep> steps, CancellationToken token)
    {
        var name = await db.Set<Process>().Where(row => row.Id == processId).Select(row => row.Name).SingleOrDefaultAsync(token) ?? throw new NotFound();
        var document = DrawSteps.Run(name, steps, token);
        using var content = new MemoryStream(document.Original.ToArray(), writable: false);
        return await attach.RunAsync(processId, new TargetInput(name + ".bpmn", TargetFormat.Bpmn, TargetOrigin.Drawn, IsDraft: true), content, token);
    }
}
