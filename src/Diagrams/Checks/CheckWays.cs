using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>Whether everything is reached and everything comes to an end.</summary>
internal static class CheckWays
{
    public static void Run(ScopeGraph graph, BpmnElement? owner, Findings findings)
    {
        var all = Enumerable.Range(0, graph.Nodes.Count).ToList();
        var starts = all.FindAll(at => graph.Nodes[at].Type == "startEvent");
        if (starts.Count == 0)
        {
            starts = all.FindAll(at => graph.Into[at].Count == 0 && !StartsOtherwise(graph.Nodes[at]) && graph.Nodes[at].Type != "endEvent");
        }

        if (starts.Count == 0)
        {
            findings.Add(FindingRule.NoStart, FindingWeight.Correct, owner, Texts.Check_NoStart.With(owner?.Shown ?? NameOf(graph)));
            return;
        }

        var reached = Reached(graph, all, starts);
        foreach (var at in all.Where(at => !reached[at]))
        {
            findings.Add(FindingRule.Unreachable, FindingWeight.Correct, graph.Nodes[at], Texts.Check_Unreachable.With(graph.Nodes[at].Shown));
        }

        Ends(graph, all.FindAll(at => reached[at]), findings);
    }

    private static void Ends(ScopeGraph graph, List<int> reached, Findings findings)
    {
        var last = reached.FindAll(at => graph.Out[at].Count == 0 && !IsAside(graph.Nodes[at]));
        if (last.Count == 0)
        {
            var first = graph.Nodes[reached[0]];
            findings.Add(FindingRule.NeverEnds, FindingWeight.Correct, first, Texts.Check_NeverEnds.With(NameOf(graph)));
            return;
        }

        var ending = graph.Reached(last, graph.Into);
        foreach (var at in reached.Where(at => !ending[at] && !IsAside(graph.Nodes[at])))
        {
            findings.Add(FindingRule.NeverEnds, FindingWeight.Correct, graph.Nodes[at], Texts.Check_NoWayOut.With(graph.Nodes[at].Shown));
        }

        foreach (var at in last.Where(at => graph.Nodes[at].Type != "endEvent" && graph.Nodes[at] is not { Trigger: "link" }))
        {
            findings.Add(FindingRule.StopsWithoutEnd, FindingWeight.Explain, graph.Nodes[at], Texts.Check_StopsWithoutEnd.With(graph.Nodes[at].Shown));
        }
    }

    // An event on a border is reached with its step, and what undoes a step with the event.
    private static bool[] Reached(ScopeGraph graph, List<int> all, List<int> starts)
    {
        var from = new List<int>(starts.Concat(all.Where(at => graph.Nodes[at].IsStartedByEvent)));
        var borders = all.Where(at => graph.Nodes[at].AttachedTo is not null).ToLookup(at => graph.NumberOf(graph.Nodes[at].AttachedTo) ?? -1);
        var seen = graph.Reached(from, graph.Out);
        while (true)
        {
            var more = all.Where(at => seen[at]).SelectMany(at => borders[at]).Where(at => !seen[at]).ToList();
            if (more.Count == 0)
            {
                break;
            }

            from.AddRange(more);
            seen = graph.Reached(from, graph.Out);
        }

        foreach (var at in all.Where(at => graph.Nodes[at].IsCompensation))
        {
            seen[at] = true;
        }

        return seen;
    }

    private static bool StartsOtherwise(BpmnElement node) => node.AttachedTo is not null || IsAside(node);

    private static bool IsAside(BpmnElement node) => node.IsStartedByEvent || node.IsCompensation || node is { Type: "boundaryEvent", Trigger: "compensate" };

    public static string NameOf(ScopeGraph graph) =>
        graph.Document.Find(graph.Scope)?.Shown ?? graph.Document.Elements.FirstOrDefault(pool => pool.Kind == ElementKind.Pool && pool.Scope == graph.Scope)?.Shown ?? graph.Scope;
}
