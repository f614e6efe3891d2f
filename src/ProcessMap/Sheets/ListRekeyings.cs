using Pupitre.Kernel;
using Pupitre.Processes.Rekeyings;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>
/// Reads the sheet of re-keyings: one is that of its key, else that of its process, tools and fields. What has no column stays as it is.
/// </summary>
internal sealed class ListRekeyings(MapDraft map, SheetContent content)
{
    private readonly List<Rekeying> _left = [.. map.Known.Rekeyings];

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Same { get; private set; }

    /// <exception cref="Refused">There would be more re-keyings than a company may have.</exception>
    public void Run()
    {
        foreach (var line in content.Lines)
        {
            var key = line[RekeyingColumns.Key];
            var known = Guid.TryParse(key, out var id) ? _left.Find(row => row.Id == id) : null;
            if (key.Length > 0 && known is null)
            {
                map.Bad.Add(content.BadAt(line, RekeyingColumns.Key, Texts.Sheet_NoSuchRow.With(SheetCells.Shown(key))));
            }
            else if (ProcessOf(line, known) is { } process)
            {
                process.Place ??= (content, line);
                Read(line, known, process);
            }
        }

        if (map.Known.Rekeyings.Count + Added > Rekeying.MaxRekeyings)
        {
            throw new Refused(Texts.Rekeying_TooMany.With(Rekeying.MaxRekeyings));
        }
    }

    private ProcessDraft? ProcessOf(SheetLine line, Rekeying? known)
    {
        var name = line[RekeyingColumns.Process];
        var problem = name.Length == 0 ? Texts.Sheet_CellMissing : null;
        var process = problem is null ? map.Named(name, known?.ProcessId, out problem) : null;
        if (problem is not null)
        {
            map.Bad.Add(content.BadAt(line, RekeyingColumns.Process, problem));
        }

        return process;
    }

    private void Read(SheetLine line, Rekeying? byKey, ProcessDraft process)
    {
        var known = byKey ?? Alike(line, process);
        _ = known is not null && _left.Remove(known);
        var (before, after) = (RowOf(known), RowOf(known));
        (after.Process, after.Rekeying.ProcessId) = (process.After.Name, process.After.Id);
        content.Fill(after, line, RekeyingColumns.Details, map.Bad);
        var isRight = map.Check(after.Rekeying, content, line, RekeyingColumns.All);
        if (isRight && after.Rekeying.FromTool!.Trim().Folded() == after.Rekeying.ToTool!.Trim().Folded())
        {
            map.Bad.Add(content.BadAt(line, RekeyingColumns.ToTool, Texts.Rekeying_SameTool));
            return;
        }

        if (isRight && PersonOf(line, after, known) is (true, var person))
        {
            Keep(line, new RekeyingChange(after.Rekeying, known is null, person, known is null ? [] : Fields(before, after)), process);
        }
    }

    // Without a column of persons, who does it stays; an empty cell is nobody in particular.
    private (bool IsTold, SheetPerson? Person) PersonOf(SheetLine line, RekeyingRow after, Rekeying? known)
    {
        IEnumerable<Guid> there = known?.PersonId is { } id ? new[] { id } : [];
        if (after.Person is not { Length: > 0 })
        {
            after.Rekeying.PersonId = null;
            return (true, null);
        }

        if (!content.Columns.Contains(RekeyingColumns.Person))
        {
            return (true, map.People.Find(after.Person, "", there).Person);
        }

        var person = map.Person(content, line, (RekeyingColumns.Person, null), there);
        after.Rekeying.PersonId = person?.Id;
        return (person is not null, person);
    }

    private Rekeying? Alike(SheetLine line, ProcessDraft process) => _left.Find(row => row.ProcessId == process.Known?.Id
        && map.Known.Tools[row.FromToolId].Folded() == line[RekeyingColumns.FromTool].Folded()
        && map.Known.Tools[row.ToToolId].Folded() == line[RekeyingColumns.ToTool].Folded()
        && row.Fields.Folded() == line[RekeyingColumns.Fields].Folded());

    private void Keep(SheetLine line, RekeyingChange change, ProcessDraft process)
    {
        if (!change.IsNew && change.Fields.Count == 0)
        {
            Same++;
            return;
        }

        map.Needs(change.Input.FromTool);
        map.Needs(change.Input.ToTool);
        process.Rekeyings.Add(change);
        _ = change.IsNew ? Added++ : Changed++;
    }

    private static List<FieldChange> Fields(RekeyingRow before, RekeyingRow after) =>
    [
        .. before.Rekeying.ProcessId != after.Rekeying.ProcessId
            ? new[] { new FieldChange(RekeyingColumns.Process.Name, before.Process!, after.Process!) } : [],
        .. MapPlanner.Differences(RekeyingColumns.Details, before, after),
    ];

    private RekeyingRow RowOf(Rekeying? row) => row is null ? new RekeyingRow() : new RekeyingRow
    {
        Process = map.WithKey(row.ProcessId)?.Name,
        Person = row.PersonId is { } person ? map.Known.Persons.GetValueOrDefault(person)?.Name : null,
        Rekeying = map.Known.InputOf(row),
    };
}
