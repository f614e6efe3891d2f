using System.Collections.Immutable;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>
/// What changed among the ways between steps. Gateways are looked through: what follows what, when, and whether alone or together, is compared,
/// not how the drawing says it.
/// </summary>
internal static class CompareWays
{
    public static void Run(BpmnDocument before, BpmnDocument after, Dictionary<string, string> pairs, ImmutableArray<DiagramChange>.Builder changes)
    {
        var (left, right) = (new FollowWays(before).Run(), new FollowWays(after).Run());
        var byEnds = right.ToLookup(way => (way.Kind, (string?)way.From, (string?)way.To));
        var matched = new HashSet<Way>();
        var gone = new List<Way>();
        foreach (var old in left)
        {
            if (byEnds[(old.Kind, Paired(old.From), Paired(old.To))].FirstOrDefault() is not { } same)
            {
                gone.Add(old);
            }
            else if (matched.Add(same) && (old.Said != same.Said || old.Modes != same.Modes))
            {
                var isSaid = old.Said != same.Said;
                changes.Add(new(ChangeKind.WayChanged, old.Flow, same.Flow, Texts.Compare_WayRenamed.With(Called(after, same), isSaid ? Shown(old.Said) : Shown(old.Modes), isSaid ? Shown(same.Said) : Shown(same.Modes))));
            }
        }

        var made = right.Where(way => !matched.Contains(way)).GroupBy(way => way.Flow, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<Way>(group), StringComparer.Ordinal);
        foreach (var old in gone)
        {
            if (made.GetValueOrDefault(old.Flow)?.TryDequeue(out var moved) == true)
            {
                changes.Add(new(ChangeKind.WayChanged, old.Flow, moved.Flow, Texts.Compare_WayMoved.With(Called(before, old), Called(after, moved))));
            }
            else
            {
                changes.Add(new(ChangeKind.WayRemoved, old.Flow, null, Texts.Compare_WayRemoved.With(Called(before, old))));
            }
        }

        changes.AddRange(made.Values.SelectMany(ways => ways).Select(way => new DiagramChange(ChangeKind.WayAdded, null, way.Flow, Texts.Compare_WayAdded.With(Called(after, way)))));

        // What no step bears is the same where it is written the same.
        string? Paired(string id) => pairs.GetValueOrDefault(id) ?? (before.Find(id) is { IsFlow: false } ? null : id);
    }

    private static string Shown(string said) => said.Length > 0 ? said : Texts.Compare_NoCondition;

    private static string Called(BpmnDocument document, Way way) => Texts.Compare_Way.With(End(document, way.From), End(document, way.To));

    private static string End(BpmnDocument document, string id) =>
        document.Find(id) is not { } node ? id : node.Name.Length > 0 ? node.Name : DiagramWords.Of(node);
}
