using Pupitre.Kernel;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Sheets;

/// <summary>The rows of one process, and which process of the inventory it is.</summary>
internal sealed record SheetGroup(Process? Known, IReadOnlyList<SheetLine> Lines);

/// <summary>Puts the rows of a sheet together by process: by the key where there is one, else by the name.</summary>
internal sealed class SheetGroups(IReadOnlyList<Process> known)
{
    private readonly Dictionary<Guid, Process> _byKey = known.ToDictionary(process => process.Id);
    private readonly ILookup<string, Process> _byName = known.ToLookup(process => process.FoldedName, StringComparer.Ordinal);

    public IReadOnlyList<SheetGroup> Of(SheetContent content, List<BadCell> bad)
    {
        var groups = new Dictionary<string, (Process? Known, List<SheetLine> Lines)>(StringComparer.Ordinal);
        var order = new List<string>();
        string? last = null;
        foreach (var line in content.Lines)
        {
            if (Place(line, content, last, bad) is not var (name, process))
            {
                continue;
            }

            if (!groups.TryGetValue(name, out var group))
            {
                groups[name] = group = (process, []);
                order.Add(name);
            }

            group.Lines.Add(line);
            last = name;
        }

        return [.. order.Select(name => new SheetGroup(groups[name].Known, groups[name].Lines))];
    }

    // A row that names neither belongs to the process above it.
    private (string Group, Process? Known)? Place(SheetLine line, SheetContent content, string? last, List<BadCell> bad)
    {
        var (key, name) = (line.Cells.GetValueOrDefault(SheetColumns.Key, ""), line.Cells[SheetColumns.Name].Trim());
        if (key.Length > 0)
        {
            if (Guid.TryParse(key, out var id) && _byKey.TryGetValue(id, out var process))
            {
                return (process.Id.ToString(), process);
            }

            bad.Add(new BadCell(content.Sheet, line.Number, SheetColumns.Key.Name, Texts.Sheet_NoSuchKey.With(SheetCells.Shown(key))));
            return null;
        }

        if (name.Length == 0)
        {
            if (last is null)
            {
                bad.Add(new BadCell(content.Sheet, line.Number, SheetColumns.Name.Name, Texts.Process_NameMissing));
                return null;
            }

            return (last, null);
        }

        var same = _byName[name.Folded()].ToList();
        if (same.Count > 1)
        {
            bad.Add(new BadCell(content.Sheet, line.Number, SheetColumns.Key.Name, Texts.Sheet_NameTwice.With(name)));
            return null;
        }

        return same is [var one] ? (one.Id.ToString(), one) : (name.Folded(), null);
    }
}
