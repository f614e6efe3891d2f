using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>
/// Draws a list of steps as BPMN 2.0: a pool, a lane for each role, gateways where ways part and meet, start and ends, and where all of it stands.
/// The same list gives the same bytes.
/// </summary>
public static class DrawSteps
{
    /// <summary>Most steps: nobody reads more on one sheet.</summary>
    public const int MaxSteps = 1_000;

    private const string Split = "Split_";
    private const string Meet = "Join_";

    /// <param name="name">Name of the process: that of the pool.</param>
    /// <exception cref="Refused">There is no step, or too many; a name is missing; what follows is unknown; shares are no shares.</exception>
    public static BpmnDocument Run(string name, IReadOnlyList<ProcessStep> steps, CancellationToken token = default)
    {
        CheckSteps.Run(steps);
        var graph = Graph(steps);
        var content = WriteSteps.Run(name, graph);
        var document = BpmnDocument.Read(content, token);
        return document.Redrawn(LayOut.Run(document, token));
    }

    private static StepGraph Graph(IReadOnlyList<ProcessStep> steps)
    {
        var graph = new StepGraph();
        var ids = Ids(steps);
        var nodes = steps.ToDictionary(step => step.Key, step => graph.Add("Step_" + ids[step.Key], "task", OneLine(step.Name), Blank(step.Role), Blank(step.Note)), StringComparer.Ordinal);
        foreach (var step in steps)
        {
            LeadOn(graph, step, nodes, ids);
        }

        var led = graph.Ways.Where(way => way.From != way.To).Select(way => way.To).ToHashSet();
        var starts = nodes.Values.Where(node => !led.Contains(node)).ToList();
        starts = starts.Count > 0 ? starts : [nodes[steps[0].Key]];
        graph.MarkBack(starts.Concat(nodes.Values));
        JoinParallel(graph);
        Merge(graph, [.. nodes.Values], starts);
        for (var at = 0; at < starts.Count; at++)
        {
            // What begins inside a circle is entered where its ways meet.
            var first = graph.Into(starts[at]).Select(way => way.From).FirstOrDefault(node => node.Type != "task") ?? starts[at];
            graph.Lead(graph.Add(at == 0 ? "Start" : "Start_" + Number(at + 1), "startEvent", "", starts[at].Role), first);
        }

        foreach (var last in nodes.Values.Where(node => !graph.OutOf(node).Any()).ToList())
        {
            graph.Lead(last, graph.Add("End_" + last.Id["Step_".Length..], "endEvent", "", last.Role));
        }

        return graph;
    }

    private static void LeadOn(StepGraph graph, ProcessStep step, Dictionary<string, StepNode> nodes, Dictionary<string, string> ids)
    {
        var from = nodes[step.Key];
        if (step.Next is [var only])
        {
            graph.Lead(from, nodes[only.Key], only.Condition is null ? "" : OneLine(only.Condition));
        }
        else if (step.Next.Length > 1)
        {
            var isChoice = step.Next.Any(next => next.Share is not null || Blank(next.Condition) is not null);
            var split = graph.Add(Split + ids[step.Key], isChoice ? "exclusiveGateway" : "parallelGateway", "", from.Role);
            graph.Lead(from, split);
            foreach (var next in step.Next)
            {
                graph.Lead(split, nodes[next.Key], NameOf(next));
            }
        }
    }

    // What parted as "all of them" meets as "all of them", the innermost first. A choice inside is closed before.
    private static void JoinParallel(StepGraph graph)
    {
        var splits = graph.InOrder().Where(node => node.Type == "parallelGateway").Reverse().ToList();
        foreach (var split in splits)
        {
            var branches = graph.OutOf(split).Where(way => !way.IsBack).Select(way => (Way: way, Reached: graph.Reached(way.To))).ToList();
            if (branches.Count < 2 || graph.InOrder().Find(node => branches.TrueForAll(branch => branch.Reached.Contains(node))) is not { } meeting)
            {
                continue;
            }

            var groups = branches.ConvertAll(branch => graph.Into(meeting).Where(way => !way.IsBack && (way == branch.Way || (way.From != split && branch.Reached.Contains(way.From)))).ToList());
            if (groups.Exists(group => group.Count == 0))
            {
                continue;
            }

            var key = split.Id[Split.Length..];
            var join = graph.Add(Meet + key, "parallelGateway", "", meeting.Role);
            graph.Lead(join, meeting);
            for (var at = 0; at < groups.Count; at++)
            {
                var into = groups[at].Count == 1 ? join : graph.Add("Merge_" + key + "_" + Number(at + 1), "exclusiveGateway", "", meeting.Role);
                groups[at].ForEach(way => way.To = into);
                if (into != join)
                {
                    graph.Lead(into, join);
                }
            }
        }
    }

    // A start that something leads to has two ways in: that one and the start itself.
    private static void Merge(StepGraph graph, List<StepNode> nodes, List<StepNode> starts)
    {
        foreach (var node in nodes)
        {
            var ways = graph.Into(node).ToList();
            if (ways.Count > (starts.Contains(node) ? 0 : 1))
            {
                graph.Through(graph.Add("Merge_" + node.Id["Step_".Length..], "exclusiveGateway", "", node.Role), ways);
            }
        }
    }

    private static string NameOf(NextStep next)
    {
        var share = next.Share is { } hundredths ? hundredths.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',') + "\u00A0%" : null;
        return (Blank(next.Condition), share) switch
        {
            ({ } condition, { } part) => OneLine(condition) + " (" + part + ")",
            ({ } condition, null) => OneLine(condition),
            _ => share ?? "",
        };
    }

    // Identifiers of XML: letters, digits, and no two alike.
    private static Dictionary<string, string> Ids(IReadOnlyList<ProcessStep> steps)
    {
        var (ids, taken) = (new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var step in steps)
        {
            var clean = new StringBuilder(step.Key.Length);
            foreach (var letter in step.Key)
            {
                clean.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_');
            }

            var id = clean.ToString();
            for (var more = 2; !taken.Add(id); more++)
            {
                id = clean + "_" + Number(more);
            }

            ids.Add(step.Key, id);
        }

        return ids;
    }

    private static string OneLine(string text) => BpmnText.OnOneLine(text);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : OneLine(text);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
