using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;

namespace Pupitre.Processes.Links;

/// <summary>Proposes links out of what steps need and make, and makes one when somebody asks for it: nothing is linked silently.</summary>
public sealed class ProposeLinks(Db db, SaveLink save, KeepMap keep)
{
    /// <summary>All that are not made yet, in two queries.</summary>
    /// <exception cref="NotFound">The reader is limited to a provider.</exception>
    public Task<IReadOnlyList<ProposedLink>> RunAsync(CancellationToken token) =>
        keep.OfAsync("proposed links", [], () => ReadAsync(token), links => links.Count, token);

    /// <summary>Makes a link that is proposed; how long until the follower hurts stays unknown.</summary>
    /// <exception cref="NotFound">The documents suggest no such link, or it is made already.</exception>
    public async Task<ProcessLink> TakeAsync(Guid from, Guid to, CancellationToken token)
    {
        var proposed = (await RunAsync(token)).FirstOrDefault(link => link.FromId == from && link.ToId == to) ?? throw new NotFound();
        var input = new LinkInput { FromId = from, ToId = to, Kind = LinkKind.Document, Passes = proposed.Passes };
        return await save.RunAsync(input, isNew: true, token);
    }

    private async Task<IReadOnlyList<ProposedLink>> ReadAsync(CancellationToken token)
    {
        var linked = await db.Set<ProcessLink>().Select(row => new { row.FromId, row.ToId }).ToListAsync(token);
        var rows = await db.Set<ProcessStep>().AsNoTracking()
            .Where(row => row.DocumentsIn != null || row.DocumentsOut != null)
            .Where(row => db.Set<Process>().Any(process => process.Id == row.ProcessId && process.ArchivedAt == null))
            .OrderBy(row => row.ProcessId).ThenBy(row => row.Number)
            .Select(row => new { row.ProcessId, row.DocumentsIn, row.DocumentsOut }).ToListAsync(token);
        return ProposedLinks.Of(
            [
                .. rows.GroupBy(row => row.ProcessId).Select(group => new ProcessDocuments(
                    group.Key,
                    [.. group.SelectMany(row => ProcessStep.Listed(row.DocumentsIn))],
                    [.. group.SelectMany(row => ProcessStep.Listed(row.DocumentsOut))])),
            ],
            linked.Select(pair => (pair.FromId, pair.ToId)).ToHashSet());
    }
}
