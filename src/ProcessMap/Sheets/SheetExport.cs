using Pupitre.Gathering.Exports;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>The map as it leaves: a workbook with a sheet for each kind of row, or one kind alone.</summary>
/// <param name="map">What leaves.</param>
/// <param name="withKeys">
/// Whether rows bear the keys by which they are found again however they are renamed. Another company knows none of them: for it, the
/// map leaves without.
/// </param>
public sealed class SheetExport(KnownMap map, bool withKeys)
{
    public WorkbookExport Workbook() =>
        new(Texts.Sheet_FileName, [.. SheetKinds.All.Select(kind => new ExportSheet(kind.Name, Table(kind)))]);

    public TableExport Table(SheetKind kind)
    {
        var columns = kind.Columns.Where(column => withKeys || !column.IsKey).ToList();
        var name = kind == SheetKinds.Processes ? Texts.Sheet_FileName : Texts.Sheet_FileName + "-" + kind.Slug;
        return new TableExport(name, [.. columns.Select(column => column.Name)], RowsOf(kind, columns));
    }

    /// <summary>Processes with their steps.</summary>
    public static TableExport Inventory(IEnumerable<(ProcessInput Process, IReadOnlyList<StepInput> Steps)> processes) =>
        new(
            Texts.Sheet_FileName,
            [.. ProcessColumns.All.Select(column => column.Name)],
            processes.SelectMany(row => RowsOf(row.Process, row.Steps, ProcessColumns.All)));

    /// <summary>A step that was read for other pages, as a sheet says it.</summary>
    public static StepInput InputOf(StepFact step) => new()
    {
        Name = step.Name,
        Role = step.Role,
        Tool = step.Tool,
        Minutes = step.Minutes,
        WaitHours = step.WaitHours,
        SharePercent = step.SharePercent,
        DocumentsIn = ProcessStep.Documents(string.Join(';', step.DocumentsIn)),
        DocumentsOut = ProcessStep.Documents(string.Join(';', step.DocumentsOut)),
    };

    private IEnumerable<IReadOnlyList<object?>> RowsOf(SheetKind kind, IReadOnlyList<SheetColumn> columns) => kind switch
    {
        _ when kind == SheetKinds.Processes =>
            map.Processes.SelectMany(process => RowsOf(KnownMap.InputOf(process), [.. map.Steps[process.Id]], columns)),
        _ when kind == SheetKinds.Roles => map.Processes.SelectMany(Roles).Select(row => Cells(row, columns)),
        _ when kind == SheetKinds.KnowHow => map.Processes.SelectMany(Known).Select(row => Cells(row, columns)),
        _ when kind == SheetKinds.Links => Links().Select(row => Cells(row, columns)),
        _ when kind == SheetKinds.Tools => map.ToolRows.Select(SaveTool.InputOf).Select(row => Cells(row, columns)),
        _ => Rekeyings().Select(row => Cells(row, columns)),
    };

    // What is said of the process stands in its first row; its name and key in each, so that rows can be sorted.
    private static IEnumerable<IReadOnlyList<object?>> RowsOf(
        ProcessInput process, IReadOnlyList<StepInput> steps, IReadOnlyList<SheetColumn> columns) =>
        (steps.Count == 0 ? [new StepInput()] : steps).Index().Select(step => (IReadOnlyList<object?>)
        [
            .. columns.Select(column => column switch
            {
                SheetColumn<StepInput> ofStep => ofStep.Write(step.Item),
                SheetColumn<ProcessInput> ofProcess when step.Index == 0 || column == ProcessColumns.Name || column.IsKey =>
                    ofProcess.Write(process),
                _ => null,
            }),
        ]);

    private static IReadOnlyList<object?> Cells<T>(T row, IReadOnlyList<SheetColumn> columns) =>
        [.. columns.Cast<SheetColumn<T>>().Select(column => column.Write(row))];

    // Who conducts stands in the sheet of processes, and there alone: said twice, it would have to be changed twice.
    private IEnumerable<PartRow> Roles(Process process) => map.Duties[process.Id].OrderBy(row => row.Duty)
        .Select(duty => Part(process, duty.PersonId, row => row.Role = PartColumns.RoleOf(duty.Duty)));

    private IEnumerable<PartRow> Known(Process process) =>
        map.KnowHow[process.Id].Select(known => Part(process, known.PersonId, row => row.Level = known.Level));

    private PartRow Part(Process process, Guid personId, Action<PartRow> say)
    {
        var person = map.Persons.GetValueOrDefault(personId);
        var row = new PartRow
        {
            Id = process.Id,
            Process = process.Name,
            Person = person?.Name,
            Provider = person?.SideId is { } side ? map.Sides.FirstOrDefault(one => one.Ref.Id == side)?.Name : null,
        };
        say(row);
        return row;
    }

    private IEnumerable<LinkRow> Links()
    {
        var names = map.Processes.ToDictionary(process => process.Id, process => process.Name);
        return map.Links.Select(link => new LinkRow { From = names[link.FromId], To = names[link.ToId], Link = KnownMap.InputOf(link) })
            .OrderBy(row => row.From, StringComparer.CurrentCulture).ThenBy(row => row.To, StringComparer.CurrentCulture)
            .ThenBy(row => row.Link.Id);
    }

    private IEnumerable<RekeyingRow> Rekeyings()
    {
        var names = map.Processes.ToDictionary(process => process.Id, process => process.Name);
        return map.Rekeyings.Select(row => new RekeyingRow
        {
            Process = names[row.ProcessId],
            Person = row.PersonId is { } person ? map.Persons.GetValueOrDefault(person)?.Name : null,
            Rekeying = map.InputOf(row),
        }).OrderBy(row => row.Process, StringComparer.CurrentCulture).ThenBy(row => row.Rekeying.Id);
    }
}
