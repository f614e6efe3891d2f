using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>Which step follows which, through gateways, and which messages go from where to where.</summary>
internal sealed class FollowWays(BpmnDocument document)
{
    /// <summary>Ways out of one step that are followed through gateways.</summary>
    private const int MaxWays = 500;

    /// <summary>Gateways in a row that are looked through: past them nobody reads what follows as following.</summary>
    private const int MaxGateways = 50;

    /// <summary>Flows that are followed in all: gateways in rows would otherwise be walked through anew from each step.</summary>
    private const int MaxFollowed = 10 * BpmnDocument.MaxElements;

    /// <summary>Longest condition of a way, in signs.</summary>
    private const int MaxSaidLength = 600;

    private readonly ILookup<string, BpmnElement> _flows = document.Elements.Where(element => element.Kind == ElementKind.SequenceFlow)
        .ToLookup(flow => document.Find(flow.Source)?.Id ?? "", StringComparer.Ordinal);

    private int _followed;

    /// <summary>No two with the same ends.</summary>
    public List<Way> Run()
    {
        var ways = new List<Way>();
        foreach (var node in document.Elements.Where(element => element.IsNode && element.Kind != ElementKind.Gateway))
        {
            Follow(node, new Way(ElementKind.SequenceFlow, node.Id, "", "", "", ""), [], ways, ways.Count + MaxWays, gateways: 0);
        }

        ways.AddRange(document.Elements.Where(element => element.Kind == ElementKind.MessageFlow)
            .Select(flow => new Way(flow.Kind, End(flow.Source), End(flow.Target), flow.Id, flow.Name, "")));

        // Several ways to one step are one: taken when this, or when that.
        return [.. ways.GroupBy(way => (way.Kind, way.From, way.To)).Select(same => same.First() with
        {
            Said = Joined(same.Select(way => way.Said)),
            Modes = Joined(same.Select(way => way.Modes)),
        })];
    }

    private void Follow(BpmnElement at, Way way, HashSet<string> seen, List<Way> found, int most, int gateways)
    {
        var flows = _flows[at.Id].ToList();
        var mode = flows.Count > 1 && at.Kind == ElementKind.Gateway ? DiagramWords.Of(at) : "";
        foreach (var flow in flows)
        {
            if (found.Count >= most || _followed >= MaxFollowed)
            {
                return;
            }

            if (!seen.Add(flow.Id) || document.Find(flow.Target) is not { } next)
            {
                continue;
            }

            _followed++;
            var said = Joined([way.Said, Routes.NameOf(flow)]);
            var longer = way with { To = next.Id, Flow = flow.Id, Said = said, Modes = Joined([way.Modes, mode]) };
            if (next.Kind != ElementKind.Gateway)
            {
                found.Add(longer);
            }
            else if (gateways < MaxGateways)
            {
                Follow(next, longer, seen, found, most, gateways + 1);
            }
        }
    }

    private string End(string reference) => document.Find(reference)?.Id ?? reference;

    private static string Joined(IEnumerable<string> parts) =>
        string.Join(", ", parts.Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)).CutShort(MaxSaidLength);
}

/// <summary>One step that follows another.</summary>
/// <param name="From">Identifier of where it comes from; as the file writes it where nothing bears it.</param>
/// <param name="Flow">The flow that arrives.</param>
/// <param name="Said">The conditions on the way.</param>
/// <param name="Modes">How it parts from others on the way.</param>
internal sealed record Way(ElementKind Kind, string From, string To, string Flow, string Said, string Modes);
