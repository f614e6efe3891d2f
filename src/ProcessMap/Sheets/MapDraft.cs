using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>The map as a workbook would have it, while its sheets are read one after the other.</summary>
internal sealed class MapDraft(KnownMap known)
{
    private readonly Dictionary<Guid, Process> _byKey = known.Processes.ToDictionary(process => process.Id);
    private readonly ILookup<string, Process> _byName = known.Processes.ToLookup(process => process.FoldedName, StringComparer.Ordinal);
    private readonly Dictionary<Guid, ProcessDraft> _drafts = [];
    private readonly List<ProcessDraft> _order = [];
    private readonly HashSet<string> _tools = [.. known.Tools.Values.Select(name => name.Folded())];
    private ILookup<string, ProcessDraft>? _named;

    public KnownMap Known { get; } = known;

    public SheetPeople People { get; } = new(known);

    public List<BadCell> Bad { get; } = [];

    public IReadOnlyList<ProcessDraft> Drafts => _order;

    /// <summary>Tools that steps and re-keyings would add by naming them.</summary>
    public List<string> NewTools { get; } = [];

    /// <summary>What the sheet of tools would add or change.</summary>
    public List<ToolChange> Tools { get; } = [];

    public Process? WithKey(Guid id) => _byKey.GetValueOrDefault(id);

    public IReadOnlyList<Process> Called(string foldedName) => [.. _byName[foldedName]];

    public ProcessDraft Of(Process process)
    {
        if (!_drafts.TryGetValue(process.Id, out var draft))
        {
            _drafts[process.Id] = draft = new ProcessDraft(process);
            _order.Add(draft);
        }

        return draft;
    }

    public ProcessDraft Add()
    {
        var draft = new ProcessDraft(null);
        _order.Add(draft);
        return draft;
    }

    /// <summary>A process that a row of another sheet names: one that is there, or that the workbook adds.</summary>
    /// <param name="there">The one that the row means already, where it has a key: its name means it.</param>
    /// <param name="problem">Why it cannot be told.</param>
    public ProcessDraft? Named(string name, Guid? there, out string? problem)
    {
        var folded = name.Trim().Folded();
        if (there is { } id && _byKey.TryGetValue(id, out var meant)
            && (meant.FoldedName == folded || Of(meant).After.Name?.Trim().Folded() == folded))
        {
            problem = null;
            return Of(meant);
        }

        // Which processes the workbook adds or renames is known once its first sheet is read.
        _named ??= _order.ToLookup(draft => (draft.After.Name ?? "").Trim().Folded(), StringComparer.Ordinal);
        var found = _byName[folded].Select(Of).Concat(_named[folded]).Distinct().ToList();
        problem = found.Count switch
        {
            0 => Texts.Sheet_NoSuchProcess.With(SheetCells.Shown(name)),
            1 => null,
            _ => Texts.Sheet_NameTwice.With(SheetCells.Shown(name)),
        };
        return found is [var one] ? one : null;
    }

    public void Needs(string? tool)
    {
        if (!string.IsNullOrWhiteSpace(tool) && tool.Trim().Length <= Tool.MaxNameLength && _tools.Add(tool.Trim().Folded()))
        {
            NewTools.Add(tool.Trim());
        }
    }

    /// <summary>Whom a cell names; null where that cannot be told, which is kept with the cell.</summary>
    public SheetPerson? Person(
        SheetContent content, SheetLine line, (SheetColumn Name, SheetColumn? Provider) columns, IEnumerable<Guid> there)
    {
        var name = line[columns.Name];
        if (name.Length is 0 or > Platform.People.Person.MaxNameLength)
        {
            Bad.Add(content.BadAt(line, columns.Name, name.Length == 0
                ? Texts.Sheet_CellMissing
                : Texts.Process_TooLong.With(name.Length, Platform.People.Person.MaxNameLength)));
            return null;
        }

        var (person, badName, badProvider) = People.Find(name, columns.Provider is { } provider ? line[provider].Trim() : "", there);
        if ((badName ?? badProvider) is { } problem)
        {
            Bad.Add(content.BadAt(line, badName is null ? columns.Provider : columns.Name, problem));
        }

        return person;
    }

    /// <summary>Holds what a row says against the rules of its form.</summary>
    /// <param name="columns">Where a broken rule is shown; the first where none fits.</param>
    /// <returns>Whether all hold.</returns>
    public bool Check(object input, SheetContent content, SheetLine line, IReadOnlyList<SheetColumn> columns)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), found, validateAllProperties: true);
        Bad.AddRange(found.Select(problem => content.BadAt(
            line, columns.FirstOrDefault(column => problem.MemberNames.Contains(column.Property)) ?? columns[0], problem.ErrorMessage!)));
        return found.Count == 0;
    }
}
