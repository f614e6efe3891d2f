using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>
/// Gateways that match: what parts as "all of them" comes together as "all of them". A gateway with a note, or with documentation, is explained
/// already.
/// </summary>
internal static class CheckGateways
{
    private const string All = "parallelGateway";
    private const string One = "exclusiveGateway";
    private const string Some = "inclusiveGateway";
    private const string First = "eventBasedGateway";

    public static void Run(ScopeGraph graph, Findings findings, CancellationToken token)
    {
        var noted = graph.Document.Elements.Where(element => element.Kind == ElementKind.Association).SelectMany(way => new[] { way.Source, way.Target }).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < graph.Nodes.Count; at++)
        {
            var node = graph.Nodes[at];
            if (node.Kind != ElementKind.Gateway)
            {
                continue;
            }

            token.ThrowIfCancellationRequested();
            if (graph.Into[at].Count < 2 && graph.Out[at].Count < 2)
            {
                findings.Add(FindingRule.UselessGateway, FindingWeight.Explain, node, Texts.Check_UselessGateway.With(Called(graph, at)));
                continue;
            }

            Unnamed(graph, at, findings);
            if (!noted.Contains(node.Id) && node.Documentation is null)
            {
                Unjoined(graph, at, findings, token);
                Waiting(graph, at, findings, token);
            }
        }
    }

    private static void Unnamed(ScopeGraph graph, int at, Findings findings)
    {
        if (graph.Nodes[at].Type is One or Some && graph.Flows[at].Count > 1 && graph.Flows[at].Count(flow => !flow.IsDefault && Routes.NameOf(flow).Length == 0 && flow.Condition is null) is > 0 and var count)
        {
            findings.Add(FindingRule.UnnamedWays, FindingWeight.Explain, graph.Nodes[at], Texts.Check_UnnamedWays.With(Called(graph, at), count));
        }
    }

    private static void Unjoined(ScopeGraph graph, int at, Findings findings, CancellationToken token)
    {
        if (graph.Nodes[at].Type is not (All or Some) || graph.Out[at].Count < 2)
        {
            return;
        }

        var meeting = Meeting(graph, graph.Out[at], graph.Out, isForward: true, from: at, token);
        if (meeting is null)
        {
            findings.Add(FindingRule.UnjoinedWays, FindingWeight.Explain, graph.Nodes[at], Texts.Check_NeverMeet.With(Called(graph, at)));
        }
        else if (graph.Nodes[meeting.Value].Type is not (All or Some or "complexGateway"))
        {
            findings.Add(FindingRule.UnjoinedWays, FindingWeight.Explain, graph.Nodes[at], Texts.Check_Unjoined.With(Called(graph, at), Called(graph, meeting.Value)));
        }
    }

    private static void Waiting(ScopeGraph graph, int at, Findings findings, CancellationToken token)
    {
        if (graph.Nodes[at].Type != All || graph.Into[at].Count < 2)
        {
            return;
        }

        if (Meeting(graph, graph.Into[at], graph.Into, isForward: false, from: at, token) is { } parting && graph.Nodes[parting].Type is One or First or Some && graph.Out[parting].Count > 1)
        {
            findings.Add(FindingRule.WaitsForEver, FindingWeight.Explain, graph.Nodes[at], Texts.Check_WaitsForEver.With(Called(graph, at), Called(graph, parting)));
        }
    }

    /// <summary>The first that all the ways lead to (or come from); null when there is none.</summary>
    private static int? Meeting(ScopeGraph graph, List<int> ways, List<int>[] next, bool isForward, int from, CancellationToken token)
    {
        bool[]? common = null;
        foreach (var way in ways)
        {
            token.ThrowIfCancellationRequested();
            var reached = graph.Reached([way], next);
            if (common is null)
            {
                common = reached;
                continue;
            }

            for (var at = 0; at < common.Length; at++)
            {
                common[at] &= reached[at];
            }
        }

        int? best = null;
        for (var at = 0; at < common!.Length; at++)
        {
            // What lies before the place that is looked from is reached around a circle only.
            var isAhead = isForward ? graph.Order[at] > graph.Order[from] : graph.Order[at] < graph.Order[from];
            if (common[at] && isAhead && (best is null || (isForward ? graph.Order[at] < graph.Order[best.Value] : graph.Order[at] > graph.Order[best.Value])))
            {
                best = at;
            }
        }

        return best;
    }

    // Most gateways bear no name: they are known by what stands before them.
    private static string Called(ScopeGraph graph, int at)
    {
        var node = graph.Nodes[at];
        if (node.Name.Length > 0 || node.Kind != ElementKind.Gateway)
        {
            return node.Shown;
        }

        var before = graph.Into[at].Select(other => graph.Nodes[other]).FirstOrDefault(other => other.Name.Length > 0);
        var after = graph.Out[at].Select(other => graph.Nodes[other]).FirstOrDefault(other => other.Name.Length > 0);
        return graph.Out[at].Count > 1 && before is not null ? Texts.Check_GatewayAfter.With(before.Name)
            : after is not null ? Texts.Check_GatewayBefore.With(after.Name)
            : before is not null ? Texts.Check_GatewayAfter.With(before.Name)
            : node.Id;
    }
}
