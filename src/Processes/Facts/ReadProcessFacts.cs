namespace Pupitre.Processes.Facts;

/// <summary>Puts together what the modules know of processes.</summary>
public sealed class ReadProcessFacts(IEnumerable<IProcessFacts> facts)
{
    /// <summary>One part, by process; a process of which nobody knows anything is not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProcessFact>> RunAsync(ProcessFactPart part, CancellationToken token)
    {
        var all = new Dictionary<Guid, ProcessFact>();
        foreach (var source in facts.Where(source => source.Part == part))
        {
            foreach (var fact in await source.ReadAsync(token))
            {
                all[fact.ProcessId] = all.TryGetValue(fact.ProcessId, out var known)
                    ? known with { Providers = [.. known.Providers, .. fact.Providers], Kept = [.. known.Kept, .. fact.Kept] }
                    : fact;
            }
        }

        return all;
    }
}
