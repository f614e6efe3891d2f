using System.Collections.Immutable;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>What changed among the ways between steps.</summary>
internal static class CompareWays
{
    public static void Run(BpmnDocument before, BpmnDocument after, Dictionary<string, string> pairs, ImmutableArray<DiagramChange>.Builder changes)
    {
        var left = before.Elements.Where(IsWay).ToList();
        var right = after.Elements.Where(IsWay).ToList();
        var byId = right.ToDictionary(flow => flow.Id, StringComparer.Ordinal);
        var free = right.Where(flow => !left.Exists(old => old.Id == flow.Id && old.Kind == flow.Kind)).ToLookup(flow => EndsOf(after, flow));
        var matched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var old in left)
        {
            var ends = (old.Kind, Paired(before.Find(old.Source)?.Id), Paired(before.Find(old.Target)?.Id));
            var same = byId.TryGetValue(old.Id, out var known) && known.Kind == old.Kind ? known : free[ends].FirstOrDefault(flow => !matched.Contains(flow.Id));
            if (same is null)
            {
                changes.Add(new(ChangeKind.WayRemoved, old.Id, null, Texts.Compare_WayRemoved.With(Called(before, old))));
                continue;
            }

            matched.Add(same.Id);
            Compare(before, after, old, same, ends, changes);
        }

        foreach (var made in right.Where(flow => !matched.Contains(flow.Id)))
        {
            changes.Add(new(ChangeKind.WayAdded, null, made.Id, Texts.Compare_WayAdded.With(Called(after, made))));
        }

        string? Paired(string? id) => id is null ? null : pairs.GetValueOrDefault(id, "-" + id);
    }

    private static void Compare(BpmnDocument before, BpmnDocument after, BpmnElement old, BpmnElement made, (ElementKind, string?, string?) ends, ImmutableArray<DiagramChange>.Builder changes)
    {
        if (EndsOf(after, made) != ends)
        {
            changes.Add(new(ChangeKind.WayChanged, old.Id, made.Id, Texts.Compare_WayMoved.With(Called(before, old), Called(after, made))));
        }
        else if (Routes.NameOf(old) != Routes.NameOf(made))
        {
            changes.Add(new(ChangeKind.WayChanged, old.Id, made.Id, Texts.Compare_WayRenamed.With(Called(after, made), Said(old), Said(made))));
        }
    }

    private static bool IsWay(BpmnElement element) => element.Kind is ElementKind.SequenceFlow or ElementKind.MessageFlow;

    private static (ElementKind, string?, string?) EndsOf(BpmnDocument document, BpmnElement flow) => (flow.Kind, document.Find(flow.Source)?.Id, document.Find(flow.Target)?.Id);

    private static string Called(BpmnDocument document, BpmnElement flow) => Texts.Compare_Way.With(End(document, flow.Source), End(document, flow.Target));

    private static string End(BpmnDocument document, string reference) =>
        document.Find(reference) is not { } node ? reference : node.Name.Length > 0 ? node.Name : DiagramWords.Of(node);

    private static string Said(BpmnElement flow) => Routes.NameOf(flow) is { Length: > 0 } name ? name : Texts.Compare_NoCondition;
}
