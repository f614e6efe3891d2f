using System.Collections.Immutable;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>
/// What changed among the ways between steps. Gateways are looked through: what follows what, when, and whether alone or together, is compared,
/// not how the drawing says it.
/// </summary>
internal static class CompareWays
{
    /// <summary>Ways out of one step that are followed through gateways.</summary>
    private const int MaxWays = 500;

    public static void Run(BpmnDocument before, BpmnDocument after, Dictionary<string, string> pairs, ImmutableArray<DiagramChange>.Builder changes)
    {
        var (left, right) = (Of(before), Of(after));
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

        var made = right.Where(way => !matched.Contains(way)).ToList();
        foreach (var old in gone)
        {
            if (made.Find(way => way.Flow == old.Flow) is { } moved)
            {
                made.Remove(moved);
                changes.Add(new(ChangeKind.WayChanged, old.Flow, moved.Flow, Texts.Compare_WayMoved.With(Called(before, old), Called(after, moved))));
            }
            else
            {
                changes.Add(new(ChangeKind.WayRemoved, old.Flow, null, Texts.Compare_WayRemoved.With(Called(before, old))));
            }
        }

        changes.AddRange(made.Select(way => new DiagramChange(ChangeKind.WayAdded, null, way.Flow, Texts.Compare_WayAdded.With(Called(after, way)))));

        string? Paired(string id) => pairs.GetValueOrDefault(id);
    }

    private static List<Way> Of(BpmnDocument document)
    {
        var flows = document.Elements.Where(element => element.Kind == ElementKind.SequenceFlow).ToLookup(flow => document.Find(flow.Source)?.Id ?? "", StringComparer.Ordinal);
        var ways = new List<Way>();
        foreach (var node in document.Elements.Where(element => element.IsNode && element.Kind != ElementKind.Gateway))
        {
            var found = new List<Way>();
            Follow(document, flows, node.Id, new Way(ElementKind.SequenceFlow, node.Id, "", "", "", ""), [], found);
            // Several ways to one step are one: taken when this, or when that.
            ways.AddRange(found.GroupBy(way => way.To, StringComparer.Ordinal).Select(same => same.First() with { Said = Joined(same.Select(way => way.Said)), Modes = Joined(same.Select(way => way.Modes)) }));
        }

        ways.AddRange(document.Elements.Where(element => element.Kind == ElementKind.MessageFlow)
            .Select(flow => new Way(flow.Kind, document.Find(flow.Source)?.Id ?? flow.Source, document.Find(flow.Target)?.Id ?? flow.Target, flow.Id, flow.Name, "")));
        return ways;
    }

    private static void Follow(BpmnDocument document, ILookup<string, BpmnElement> flows, string at, Way way, HashSet<string> seen, List<Way> found)
    {
        var out_ = flows[at].ToList();
        foreach (var flow in out_.Where(flow => found.Count < MaxWays && seen.Add(flow.Id)))
        {
            if (document.Find(flow.Target) is not { } next)
            {
                continue;
            }

            var mode = out_.Count > 1 && document.Find(at) is { Kind: ElementKind.Gateway } gateway ? DiagramWords.Of(gateway) : "";
            var longer = way with { To = next.Id, Flow = flow.Id, Said = Joined([way.Said, Routes.NameOf(flow)]), Modes = Joined([way.Modes, mode]) };
            if (next.Kind == ElementKind.Gateway)
            {
                Follow(document, flows, next.Id, longer, seen, found);
            }
            else
            {
                found.Add(longer);
            }
        }
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0).Distinct(StringComparer.Ordinal));

    private static string Shown(string said) => said.Length > 0 ? said : Texts.Compare_NoCondition;

    private static string Called(BpmnDocument document, Way way) => Texts.Compare_Way.With(End(document, way.From), End(document, way.To));

    private static string End(BpmnDocument document, string id) =>
        document.Find(id) is not { } node ? id : node.Name.Length > 0 ? node.Name : DiagramWords.Of(node);

    /// <summary>One step that follows another.</summary>
    /// <param name="Flow">The flow that arrives.</param>
    /// <param name="Said">The conditions on the way.</param>
    /// <param name="Modes">How it parts from others on the way.</param>
    private sealed record Way(ElementKind Kind, string From, string To, string Flow, string Said, string Modes);
}
