using System.Globalization;
using System.Text.Json;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// Finds where two statements differ, field by field; where only their form does, the first member that is out of its place.
/// </summary>
internal static class CompareStatements
{
    public static void Run(JsonElement stated, JsonElement computed, string root, List<StatementDifference> differences, int most)
    {
        var known = differences.Count;
        if (OutOfForm(stated, root) is { } field)
        {
            differences.Add(new(DifferenceKind.Form, field, null, null));
        }

        Compare(stated, computed, root, differences, known + most);
        if (differences.Count == known)
        {
            differences.Add(new(DifferenceKind.Form, root, null, null));
        }
    }

    private static void Compare(JsonElement? stated, JsonElement? computed, string path, List<StatementDifference> differences, int most)
    {
        if (differences.Count >= most)
        {
            return;
        }

        switch (stated?.ValueKind, computed?.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var name in Names(stated!.Value).Union(Names(computed!.Value)).Order(StringComparer.Ordinal))
                {
                    Compare(Member(stated.Value, name), Member(computed.Value, name), path + "/" + StatementPath.Escape(name),
                        differences, most);
                }

                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                var (left, right) = (stated!.Value.EnumerateArray().ToList(), computed!.Value.EnumerateArray().ToList());
                for (var at = 0; at < Math.Max(left.Count, right.Count); at++)
                {
                    Compare(at < left.Count ? left[at] : null, at < right.Count ? right[at] : null,
                        string.Create(CultureInfo.InvariantCulture, $"{path}/{at}"), differences, most);
                }

                break;
            default:
                if (Shown(stated) != Shown(computed))
                {
                    differences.Add(new(DifferenceKind.Recomputed, path, Shown(stated), Shown(computed)));
                }

                break;
        }
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;

    private static string? Shown(JsonElement? json) =>
        json is not { } value ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    private static string? OutOfForm(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json.EnumerateArray()
                .Select((item, at) => OutOfForm(item, string.Create(CultureInfo.InvariantCulture, $"{path}/{at}")))
                    .FirstOrDefault(found => found is not null);
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string? before = null;
        foreach (var member in json.EnumerateObject())
        {
            var field = path + "/" + StatementPath.Escape(member.Name);
            if (before is not null && string.CompareOrdinal(before, member.Name) >= 0)
            {
                return field;
            }

            before = member.Name;
            if (OutOfForm(member.Value, field) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
