using Pupitre.Kernel;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>
/// Holds a workbook against the map and says what it would do. It is pure: the same workbook and map give the same plan, apart from the
/// keys of what is new. Rows add and change; what a workbook does not name stays as it is.
/// </summary>
internal static class MapPlanner
{
    /// <exception cref="Refused">It is beyond a limit of the map.</exception>
    public static MapPlan Plan(KnownMap known, SheetBook book)
    {
        var map = new MapDraft(known);
        map.Bad.AddRange(book.Sheets.SelectMany(sheet => sheet.Bad));
        var counts = new List<SheetCount>();
        foreach (var sheet in book.Sheets)
        {
            var (added, changed, same) = Read(map, sheet);
            counts.Add(new SheetCount(sheet.Kind.Name, added, changed, same, Refused: 0));
        }

        map.Drafts.ToList().ForEach(draft => RefuseLoneDeputy(map, draft));
        var said = map.Tools.Select(change => change.Input.Name!.Trim().Folded()).ToHashSet(StringComparer.Ordinal);
        map.NewTools.RemoveAll(name => said.Contains(name.Folded()));
        RefuseTools(map);
        var changes = map.Drafts.Select(ChangeOf).ToList();
        return new MapPlan(changes, [.. InOrder(book, map.Bad)], book.Strange)
        {
            Counts = [.. book.Sheets.Zip(counts, (sheet, count) => Refined(sheet, count, map))],
            Aside = book.Aside,
            Formulas = book.Formulas,
            NewPersons = [.. map.People.Made],
            NewTools = map.NewTools,
            Tools = map.Tools,
        };
    }

    /// <summary>What two rows say differently, column by column.</summary>
    public static IEnumerable<FieldChange> Differences<T>(IEnumerable<SheetColumn<T>> columns, T before, T after) =>
        columns.Where(column => column.Said(before) != column.Said(after))
            .Select(column => new FieldChange(column.Name, column.Shown(before), column.Shown(after)));

    private static (int Added, int Changed, int Same) Read(MapDraft map, SheetContent sheet)
    {
        if (sheet.Kind == SheetKinds.Processes)
        {
            new ListProcesses(map, sheet).Run();
            return default;
        }

        if (sheet.Kind == SheetKinds.Links)
        {
            var links = new ListLinks(map, sheet);
            links.Run();
            return (links.Added, links.Changed, links.Same);
        }

        if (sheet.Kind == SheetKinds.Rekeyings)
        {
            var rekeyings = new ListRekeyings(map, sheet);
            rekeyings.Run();
            return (rekeyings.Added, rekeyings.Changed, rekeyings.Same);
        }

        if (sheet.Kind == SheetKinds.Tools)
        {
            var tools = new ListTools(map, sheet);
            tools.Run();
            return (tools.Added, tools.Changed, tools.Same);
        }

        var parts = new ListParts(map, sheet);
        parts.Run();
        return (parts.Added, parts.Changed, parts.Same);
    }

    // How many processes change is known once every sheet is read.
    private static SheetCount Refined(SheetContent sheet, SheetCount count, MapDraft map)
    {
        var refused = map.Bad.Where(bad => bad.Sheet == sheet.Sheet).DistinctBy(bad => bad.Line).Count();
        if (sheet.Kind != SheetKinds.Processes)
        {
            return count with { Refused = refused };
        }

        var listed = map.Drafts.Where(draft => draft.IsListed).ToList();
        var added = listed.Count(draft => draft.Known is null);
        var changed = listed.Count(draft => draft.Known is not null && (draft.Steps is not null || Fields(draft).Count > 0));
        return count with { Added = added, Changed = changed, Same = listed.Count - added - changed, Refused = refused };
    }

    private static void RefuseLoneDeputy(MapDraft map, ProcessDraft draft)
    {
        var (pilot, deputy) = (draft.After.Pilot, draft.After.Deputy);
        var isSaid = pilot != draft.Before.Pilot || deputy != draft.Before.Deputy;
        if (isSaid && pilot is not null && pilot.Trim().Folded() == deputy?.Trim().Folded() && draft.Place is var (content, line))
        {
            var column = content.Kind == SheetKinds.Processes ? ProcessColumns.Deputy : (SheetColumn)PartColumns.Person;
            map.Bad.Add(content.BadAt(line, column, Texts.Process_DeputyIsPilot));
        }
    }

    private static void RefuseTools(MapDraft map)
    {
        if (map.Known.Tools.Count + map.NewTools.Count + map.Tools.Count(change => change.IsNew) > Tool.MaxTools)
        {
            throw new Refused(Texts.Tool_TooMany.With(Tool.MaxTools));
        }
    }

    private static ProcessChange ChangeOf(ProcessDraft draft) => new(
        draft.After, draft.Known is null, draft.Known is null ? [] : Fields(draft), draft.Steps, draft.StepsBefore)
    {
        StepChanges = draft.StepChanges,
        Duties = draft.Duties,
        Levels = draft.Levels,
        Links = draft.Links,
        Rekeyings = draft.Rekeyings,
    };

    private static List<FieldChange> Fields(ProcessDraft draft) =>
        [.. Differences(ProcessColumns.OfProcess, draft.Before, draft.After)];

    private static IEnumerable<BadCell> InOrder(SheetBook book, IEnumerable<BadCell> bad)
    {
        var places = book.Sheets.Select((sheet, at) => (sheet.Sheet ?? "", at)).ToDictionary(pair => pair.Item1, pair => pair.at);
        return bad.OrderBy(cell => places.GetValueOrDefault(cell.Sheet ?? "")).ThenBy(cell => cell.Line);
    }
}
