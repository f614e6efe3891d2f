using System.Collections.Immutable;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>
/// What changed between two versions. Elements are the same when they bear the same identifier, else when kind and name are the same and nothing
/// else bears them: an editor or a new drawing may have given other identifiers. Where things stand on the sheet is no change.
/// </summary>
public static class CompareDiagrams
{
    public static ImmutableArray<DiagramChange> Run(BpmnDocument before, BpmnDocument after)
    {
        var pairs = Pairs(before, after);
        var changes = ImmutableArray.CreateBuilder<DiagramChange>();
        var back = pairs.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        foreach (var old in before.Elements.Where(element => !element.IsFlow))
        {
            if (!pairs.TryGetValue(old.Id, out var id))
            {
                if (IsSeen(old))
                {
                    changes.Add(new(ChangeKind.Removed, old.Id, null, Texts.Compare_Removed.With(Called(old))));
                }
            }
            else
            {
                Compare(before, after, old, after.Find(id)!, pairs, changes);
            }
        }

        foreach (var made in after.Elements.Where(element => !element.IsFlow && IsSeen(element) && !back.ContainsKey(element.Id)))
        {
            changes.Add(new(ChangeKind.Added, null, made.Id, CheckDiagram.RoleOf(after, made) is { } role && made.IsNode ? Texts.Compare_AddedIn.With(Called(made), role) : Texts.Compare_Added.With(Called(made))));
        }

        CompareWays.Run(before, after, pairs, changes);
        return [.. changes.OrderBy(change => change.Kind)];
    }

    // A gateway without a name is known by the ways that it parts and joins.
    private static bool IsSeen(BpmnElement element) => element.Kind != ElementKind.Gateway || element.Name.Length > 0;

    private static Dictionary<string, string> Pairs(BpmnDocument before, BpmnDocument after)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var old in before.Elements.Where(element => !element.IsFlow && after.Find(element.Id)?.Kind == element.Kind))
        {
            pairs.Add(old.Id, after.Find(old.Id)!.Id);
        }

        var taken = pairs.Values.ToHashSet(StringComparer.Ordinal);
        var left = before.Elements.Where(element => !element.IsFlow && !pairs.ContainsKey(element.Id)).ToLookup(KeyOf);
        var right = after.Elements.Where(element => !element.IsFlow && !taken.Contains(element.Id)).ToLookup(KeyOf);
        // The only start without a name is the start.
        foreach (var group in left.Where(group => group.Key.Name.Length > 0 || group.Key.Kind == ElementKind.Event))
        {
            if (group.ToList() is [var old] && right[group.Key].ToList() is [var made])
            {
                pairs.Add(old.Id, made.Id);
            }
        }

        return pairs;
    }

    private static (ElementKind Kind, string Type, string Name) KeyOf(BpmnElement element) => (element.Kind, element.Kind == ElementKind.Event ? element.Type : "", element.Name.ToUpperInvariant());

    private static void Compare(BpmnDocument before, BpmnDocument after, BpmnElement old, BpmnElement made, Dictionary<string, string> pairs, ImmutableArray<DiagramChange>.Builder changes)
    {
        if (old.Name != made.Name)
        {
            changes.Add(new(ChangeKind.Renamed, old.Id, made.Id, Texts.Compare_Renamed.With(Called(old), made.Name.Length > 0 ? made.Name : made.Id)));
        }

        if (old.Type != made.Type || old.Trigger != made.Trigger)
        {
            changes.Add(new(ChangeKind.Retyped, old.Id, made.Id, Texts.Compare_Retyped.With(Called(made), DiagramWords.Of(old), DiagramWords.Of(made))));
        }

        // An event or a gateway of no lane is taken for one of the lane that it happens to be drawn in.
        if (!made.IsNode || (made.Kind != ElementKind.Activity && (old.Lane is null || made.Lane is null)))
        {
            return;
        }

        var (from, to) = (old.Lane is { } lane ? pairs.GetValueOrDefault(lane, lane) : null, made.Lane);
        if (from != to || (old.Scope is { } scope && before.Find(scope) is not null && pairs.GetValueOrDefault(scope, scope) != made.Scope))
        {
            changes.Add(new(ChangeKind.Moved, old.Id, made.Id, Texts.Compare_Moved.With(Called(made), CheckDiagram.RoleOf(before, old) ?? Texts.Compare_NoLane, CheckDiagram.RoleOf(after, made) ?? Texts.Compare_NoLane)));
        }
    }

    internal static string Called(BpmnElement element) => Texts.Compare_Called.With(DiagramWords.Of(element), element.Shown);
}
