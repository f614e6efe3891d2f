using Pupitre.Evidence.Files;

namespace Pupitre.Intake.Tray;

/// <summary>What modules have opened among received files.</summary>
internal sealed class OpenedFiles(IEnumerable<IOpenDropped> openers)
{
    /// <summary>One query for each module that opens files.</summary>
    public async Task<IReadOnlyDictionary<Guid, OpenedFile>> OfAsync(IReadOnlyCollection<Guid> files, CancellationToken token)
    {
        var all = new Dictionary<Guid, OpenedFile>();
        foreach (var opener in openers)
        {
            foreach (var (id, opened) in await opener.OpenedAsync(files, token))
            {
                all.TryAdd(id, opened);
            }
        }

        return all;
    }
}
