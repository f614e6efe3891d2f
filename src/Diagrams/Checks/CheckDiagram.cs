using System.Collections.Immutable;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>What to look at before a drawing is published: what is reached, what ends, gateways that match, a role for each step.</summary>
public static class CheckDiagram
{
    /// <summary>Findings of one rule that are listed one by one; the others are counted.</summary>
    public const int MaxOfOneRule = 50;

    public static ImmutableArray<DiagramFinding> Run(BpmnDocument document, CancellationToken token = default)
    {
        var findings = new Findings();
        var nodes = document.Elements.Where(element => element.IsNode).ToLookup(element => element.Scope!, StringComparer.Ordinal);
        if (nodes.Count == 0)
        {
            findings.Add(FindingRule.Empty, FindingWeight.Correct, null, Texts.Check_Empty);
        }

        Dangling(document, findings);
        foreach (var scope in nodes)
        {
            token.ThrowIfCancellationRequested();
            if (document.Find(scope.Key)?.Type == "adHocSubProcess")
            {
                continue;
            }

            var graph = new ScopeGraph(document, scope.Key, [.. scope]);
            CheckWays.Run(graph, document.Find(scope.Key), findings);
            CheckGateways.Run(graph, findings, token);
        }

        Roles(document, findings);
        CheckFile.Run(document, findings);
        return findings.All();
    }

    private static void Dangling(BpmnDocument document, Findings findings)
    {
        foreach (var flow in document.Elements.Where(element => element.Kind is ElementKind.SequenceFlow or ElementKind.MessageFlow && (document.Find(element.Source) is null || document.Find(element.Target) is null)))
        {
            findings.Add(FindingRule.Dangling, FindingWeight.Correct, flow, Texts.Check_Dangling.With(flow.Shown, document.Find(flow.Source) is null ? flow.Source : flow.Target));
        }

        foreach (var border in document.Elements.Where(element => element.AttachedTo is not null && document.Find(element.AttachedTo)?.Kind != ElementKind.Activity))
        {
            findings.Add(FindingRule.Dangling, FindingWeight.Correct, border, Texts.Check_Unattached.With(border.Shown));
        }
    }

    private static void Roles(BpmnDocument document, Findings findings)
    {
        var steps = document.Elements.Where(element => element.Kind == ElementKind.Activity && !element.HasContent).ToList();
        var without = steps.Where(step => RoleOf(document, step) is null).ToList();
        if (without.Count == steps.Count && steps.Count > 1)
        {
            findings.Add(FindingRule.NoRole, FindingWeight.Explain, null, Texts.Check_NoRoles.With(steps.Count));
        }
        else
        {
            without.ForEach(step => findings.Add(FindingRule.NoRole, FindingWeight.Explain, step, Texts.Check_NoRole.With(step.Shown)));
        }

        steps.FindAll(step => step.Name.Length == 0).ForEach(step => findings.Add(FindingRule.NoName, FindingWeight.Explain, step, Texts.Check_NoName.With(step.Id)));
    }

    /// <summary>Who does a step: its lane, who performs it, else the pool of a process without lanes; null when nobody is said.</summary>
    public static string? RoleOf(BpmnDocument document, BpmnElement step)
    {
        for (var (element, depth) = (step, 0); element is not null && depth < BpmnXml.MaxDepth; element = document.Find(element.Scope), depth++)
        {
            if (document.Find(element.Lane)?.Name is { Length: > 0 } lane)
            {
                return lane;
            }

            if (element.Performer is { } performer)
            {
                return performer;
            }

            if (element.Scope is { } scope && document.Find(scope) is null)
            {
                var hasLanes = document.Elements.Any(lane => lane.Kind == ElementKind.Lane && lane.Scope == scope);
                return hasLanes ? null : document.Elements.FirstOrDefault(pool => pool.Kind == ElementKind.Pool && pool.Scope == scope)?.Name is { Length: > 0 } pool ? pool : null;
            }
        }

        return null;
    }
}

/// <summary>Findings as they are made; very many of one kind are cut off and counted.</summary>
internal sealed class Findings
{
    private readonly List<DiagramFinding> _all = [];
    private readonly Dictionary<FindingRule, int> _counts = [];

    public void Add(FindingRule rule, FindingWeight weight, BpmnElement? element, string text) => Add(new DiagramFinding(rule, weight, element?.Id, element?.Line ?? 0, text));

    public void Add(DiagramFinding finding)
    {
        var count = _counts[finding.Rule] = _counts.GetValueOrDefault(finding.Rule) + 1;
        if (count <= CheckDiagram.MaxOfOneRule)
        {
            _all.Add(finding);
        }
    }

    public ImmutableArray<DiagramFinding> All()
    {
        var more = _counts.Where(pair => pair.Value > CheckDiagram.MaxOfOneRule)
            .Select(pair => new DiagramFinding(pair.Key, _all.Find(finding => finding.Rule == pair.Key)!.Weight, Element: null, Line: 0, Texts.Check_More.With(pair.Value - CheckDiagram.MaxOfOneRule, _all.FindLast(finding => finding.Rule == pair.Key)!.Text)));
        return [.. _all.Concat(more.ToList()).OrderBy(finding => finding.Weight).ThenBy(finding => finding.Rule)];
    }
}
