using Pupitre.Kernel;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>Holds a file against the map and says what it would change; nothing is written.</summary>
public sealed class PlanSheet(ReadKnownMap read)
{
    /// <exception cref="Refused">Nothing in it is of the map, or it is beyond the limits.</exception>
    public async Task<MapPlan> RunAsync(byte[] file, CancellationToken token)
    {
        var book = SheetBook.Read(file);
        return MapPlanner.Plan(await read.RunAsync(token), book);
    }
}
