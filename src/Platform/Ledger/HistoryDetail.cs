using System.Text.Json;
using Pupitre.Kernel;

namespace Pupitre.Platform.Ledger;

/// <summary>The details of a line, as written, for people to read.</summary>
public static class HistoryDetail
{
    private const int MaxValueLength = 400;

    private static readonly string[] _names = ["Name", "Title", "FileName", "Label"];

    /// <summary>The name of the subject at that time, when the details hold one.</summary>
    public static string? NameIn(string? json) =>
        Values(json).FirstOrDefault(value => _names.Contains(value.Key, StringComparer.OrdinalIgnoreCase)).Text;

    /// <summary>Each detail with its key, cut when it is long.</summary>
    public static IReadOnlyList<(string Key, string Text)> Values(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind != JsonValueKind.Object ? [("", document.RootElement.ToString().CutShort(MaxValueLength))]
            : [.. document.RootElement.EnumerateObject().Where(value => value.Value.ValueKind != JsonValueKind.Null).Select(value => (value.Name, value.Value.ToString().CutShort(MaxValueLength)))];
    }
}
