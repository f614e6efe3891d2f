using Pupitre.Kernel;

namespace Pupitre.Processes.Links;

/// <summary>The documents that the steps of a process need and make.</summary>
public sealed record ProcessDocuments(Guid ProcessId, IReadOnlyList<string> In, IReadOnlyList<string> Out);

/// <summary>A link that the documents suggest: what one process makes, the other needs.</summary>
/// <param name="Documents">Their names as the one that makes them writes them.</param>
public sealed record ProposedLink(Guid FromId, Guid ToId, IReadOnlyList<string> Documents)
{
    /// <summary>What would pass, as much of it as a link has room for.</summary>
    public string Passes
    {
        get
        {
            var passes = Documents[0];
            foreach (var name in Documents.Skip(1).TakeWhile(name => passes.Length + name.Length + 2 <= ProcessLink.MaxPassesLength))
            {
                passes += "; " + name;
            }

            return passes;
        }
    }
}

/// <summary>
/// Proposes links out of the documents of steps: a document that one process makes and another needs, whatever its accents and capitals. A
/// document that it makes and needs itself stays inside. Never more than <see cref="MaxProposals"/> pairs, those by the rarest documents
/// first: what half of all processes handle tells nothing.
/// </summary>
public static class ProposedLinks
{
    public const int MaxProposals = 500;

    /// <param name="processes">Each once.</param>
    /// <param name="linked">Pairs that have a link already, and are not proposed again.</param>
    public static IReadOnlyList<ProposedLink> Of(IReadOnlyList<ProcessDocuments> processes, IReadOnlySet<(Guid From, Guid To)> linked)
    {
        var makers = new Dictionary<string, List<(Guid Id, string Name)>>(StringComparer.Ordinal);
        var users = new Dictionary<string, List<Guid>>(StringComparer.Ordinal);
        foreach (var process in processes)
        {
            foreach (var (folded, name) in Each(process.Out))
            {
                Of(makers, folded).Add((process.ProcessId, name));
            }

            foreach (var (folded, _) in Each(process.In))
            {
                Of(users, folded).Add(process.ProcessId);
            }
        }

        var pairs = new Dictionary<(Guid From, Guid To), List<string>>();
        foreach (var (document, made) in makers.Where(maker => users.ContainsKey(maker.Key))
            .OrderBy(maker => (long)maker.Value.Count * users[maker.Key].Count).ThenBy(maker => maker.Key, StringComparer.Ordinal))
        {
            Pair(made, users[document], linked, pairs);
        }

        return [.. pairs.Select(pair => new ProposedLink(pair.Key.From, pair.Key.To, pair.Value))];
    }

    private static void Pair(
        List<(Guid Id, string Name)> made,
        List<Guid> users,
        IReadOnlySet<(Guid From, Guid To)> linked,
        Dictionary<(Guid From, Guid To), List<string>> pairs)
    {
        foreach (var (from, name) in made)
        {
            foreach (var to in users.Where(to => to != from && !linked.Contains((from, to))))
            {
                if (pairs.TryGetValue((from, to), out var names))
                {
                    names.Add(name);
                }
                else if (pairs.Count < MaxProposals)
                {
                    pairs.Add((from, to), [name]);
                }
                else
                {
                    return;
                }
            }
        }
    }

    private static IEnumerable<(string Folded, string Name)> Each(IReadOnlyList<string> names) =>
        names.Select(name => (Folded: name.Trim().Folded(), Name: name.Trim()))
            .Where(name => name.Folded.Length > 0).DistinctBy(name => name.Folded, StringComparer.Ordinal);

    private static List<T> Of<T>(Dictionary<string, List<T>> all, string key) =>
        all.TryGetValue(key, out var known) ? known : all[key] = [];
}
