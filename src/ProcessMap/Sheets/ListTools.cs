using Pupitre.Kernel;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>A tool that would be added or changed.</summary>
/// <param name="Input">The tool as it would be.</param>
/// <param name="Fields">What would change in it; for a new one, nothing.</param>
public sealed record ToolChange(ToolInput Input, bool IsNew, IReadOnlyList<FieldChange> Fields);

/// <summary>The columns of tools, as in the list of tools.</summary>
internal static class ToolColumns
{
    public static readonly SheetColumn<ToolInput> Name = Column<ToolInput>.Words(
        nameof(Texts.Tool_Name), nameof(ToolInput.Name), row => row.Name, (row, text) => row.Name = text);

    public static readonly SheetColumn<ToolInput> Kind = Column<ToolInput>.Choice<ToolKind>(
        nameof(Texts.Tool_Kind), nameof(ToolInput.Kind), value => "ToolKind_" + value,
        row => row.Kind, (row, value) => row.Kind = value);

    public static readonly SheetColumn<ToolInput> Key =
        Column<ToolInput>.Key(nameof(Texts.Sheet_Key), nameof(ToolInput.Id), row => row.Id);

    /// <summary>What is said of a tool.</summary>
    public static readonly IReadOnlyList<SheetColumn<ToolInput>> Details =
    [
        Name,
        Kind,
        Column<ToolInput>.Words(
            nameof(Texts.Tool_Vendor), nameof(ToolInput.Vendor), row => row.Vendor, (row, text) => row.Vendor = text),
        Column<ToolInput>.Words(
            nameof(Texts.Tool_AdministeredBy), nameof(ToolInput.AdministeredBy),
            row => row.AdministeredBy, (row, text) => row.AdministeredBy = text),
        Column<ToolInput>.Words(
            nameof(Texts.Tool_DataHeld), nameof(ToolInput.DataHeld), row => row.DataHeld, (row, text) => row.DataHeld = text),
        Column<ToolInput>.Words(
            nameof(Texts.Tool_Where), nameof(ToolInput.Where), row => row.Where, (row, text) => row.Where = text),
    ];

    public static readonly IReadOnlyList<SheetColumn> All = [.. Details, Key];
}

/// <summary>Reads the sheet of tools: one is that of its key, else that of its name. What has no column stays as it is.</summary>
internal sealed class ListTools(MapDraft map, SheetContent content)
{
    private readonly List<Tool> _left = [.. map.Known.ToolRows];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Same { get; private set; }

    public void Run()
    {
        foreach (var line in content.Lines)
        {
            var key = line[ToolColumns.Key];
            var known = Guid.TryParse(key, out var id) ? _left.Find(row => row.Id == id) : null;
            if (key.Length > 0 && known is null)
            {
                map.Bad.Add(content.BadAt(line, ToolColumns.Key, Texts.Sheet_NoSuchRow.With(SheetCells.Shown(key))));
                continue;
            }

            var folded = line[ToolColumns.Name].Trim().Folded();
            Read(line, known ?? _left.Find(row => row.FoldedName == folded));
        }
    }

    private void Read(SheetLine line, Tool? known)
    {
        var (before, after) = (InputOf(known), InputOf(known));
        content.Fill(after, line, ToolColumns.Details, map.Bad);
        if (!map.Check(after, content, line, ToolColumns.All))
        {
            return;
        }

        var folded = after.Name!.Trim().Folded();
        if (!_said.Add(folded) || map.Known.ToolRows.Any(row => row.FoldedName == folded && row.Id != known?.Id))
        {
            map.Bad.Add(content.BadAt(line, ToolColumns.Name, Texts.Tool_NameTaken.With(after.Name.Trim())));
            return;
        }

        _ = known is not null && _left.Remove(known);
        Keep(new ToolChange(after, known is null, known is null ? [] : [.. MapPlanner.Differences(ToolColumns.Details, before, after)]));
    }

    private void Keep(ToolChange change)
    {
        if (!change.IsNew && change.Fields.Count == 0)
        {
            Same++;
            return;
        }

        map.Tools.Add(change);
        _ = change.IsNew ? Added++ : Changed++;
    }

    private static ToolInput InputOf(Tool? tool) => tool is null ? new ToolInput() : SaveTool.InputOf(tool);
}
