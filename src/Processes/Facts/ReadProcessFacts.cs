namespace Pupitre.Processes.Facts;

/// <summary>Puts together what the modules know of processes.</summary>
public sealed class ReadProcessFacts(IEnumerable<IProcessFacts> facts)
{
    /// <summary>The kinds of things that a part is told from; null where some of it cannot be kept.</summary>
    public IReadOnlyList<string>? KindsOf(ProcessFactPart part)
    {
        var sources = facts.Where(source => source.Part == part).ToList();
        return sources.Exists(source => source.Kinds is null) ? null
            : [.. sources.SelectMany(source => source.Kinds!).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>One part, by process; a process of which nobody knows anything is not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProcessFact>> RunAsync(ProcessFactPart part, CancellationToken token)
    {
        var all = new Dictionary<Guid, ProcessFact>();
        foreach (var source in facts.Where(source => source.Part == part))
        {
            foreach (var fact in await source.ReadAsync(token))
            {
                all[fact.ProcessId] = Together(all.GetValueOrDefault(fact.ProcessId), fact);
            }
        }

        return all;
    }

    /// <summary>All parts of one process; what nobody knows is empty.</summary>
    public async Task<ProcessFact> OfAsync(Guid processId, CancellationToken token)
    {
        var known = new ProcessFact(processId);
        foreach (var source in facts)
        {
            if (await source.OfAsync(processId, token) is { } fact)
            {
                known = Together(known, fact);
            }
        }

        return known;
    }

    private static ProcessFact Together(ProcessFact? known, ProcessFact fact) => known is null ? fact : known with
    {
        Providers = [.. known.Providers, .. fact.Providers],
        Kept = [.. known.Kept, .. fact.Kept],
        Flow = known.Flow ?? fact.Flow,
    };
}
