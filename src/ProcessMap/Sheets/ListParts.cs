using Pupitre.Kernel;
using Pupitre.Processes.Roles;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>
/// Reads the sheets of roles and of know-how: each row adds to what stands there or says what stands there; none takes anything away. The
/// rules of a table of roles hold as on the form: one pilot, and neither the pilot nor who signs off at a provider.
/// </summary>
internal sealed class ListParts(MapDraft map, SheetContent content)
{
    private readonly Dictionary<(ProcessDraft, SheetRole), (SheetPerson Person, int Line)> _leads = [];
    private readonly Dictionary<(ProcessDraft, string), KnowHowLevel> _levels = [];
    private ProcessDraft? _last;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Same { get; private set; }

    public void Run()
    {
        foreach (var line in content.Lines)
        {
            var row = new PartRow();
            content.Fill(row, line, content.Kind.Columns.OfType<SheetColumn<PartRow>>(), map.Bad);
            if (ProcessOf(line) is not { } draft || IsMissing(line))
            {
                continue;
            }

            draft.Place ??= (content, line);
            if (content.Kind == SheetKinds.KnowHow)
            {
                Know(draft, row, line);
            }
            else if (row.Role is { } role)
            {
                Play(draft, role, line);
            }
        }
    }

    // A row that names no process belongs to the one above it.
    private ProcessDraft? ProcessOf(SheetLine line)
    {
        var (key, name) = (line[PartColumns.Key], line[PartColumns.Process]);
        if (key.Length > 0)
        {
            _last = Guid.TryParse(key, out var id) && map.WithKey(id) is { } process ? map.Of(process) : null;
            return _last ?? Bad(line, PartColumns.Key, Texts.Sheet_NoSuchRow.With(SheetCells.Shown(key)));
        }

        if (name.Length == 0)
        {
            return _last ?? Bad(line, PartColumns.Process, Texts.Sheet_CellMissing);
        }

        _last = map.Named(name, null, out var problem);
        return _last ?? Bad(line, PartColumns.Process, problem!);
    }

    private bool IsMissing(SheetLine line)
    {
        var column = content.Kind == SheetKinds.KnowHow ? PartColumns.Level : PartColumns.Role;
        if (line[column].Length == 0)
        {
            Bad(line, column, Texts.Sheet_CellMissing);
        }

        return line[column].Length == 0;
    }

    private void Play(ProcessDraft draft, SheetRole role, SheetLine line)
    {
        if (PartColumns.DutyOf(role) is not { } duty)
        {
            Lead(draft, role, line);
            return;
        }

        var there = Duties(draft).Where(row => row.Duty == duty).Select(row => row.PersonId).ToList();
        if (PersonOf(line, there) is not { } person)
        {
            return;
        }

        if (duty == Duty.Validates && !person.IsOurs)
        {
            Bad(line, PartColumns.Person, Texts.Role_ProviderValidates.With(person.Name));
        }
        else if ((person.Id is { } id && there.Contains(id)) || draft.Duties.Contains((duty, person)))
        {
            Same++;
        }
        else
        {
            draft.Duties.Add((duty, person));
            Added++;
            RefuseCrowd(draft, line);
        }
    }

    // What the sheet of processes says and what this one says are one; where both say it and differ, neither is taken for the change.
    private void Lead(ProcessDraft draft, SheetRole role, SheetLine line)
    {
        var isPilot = role == SheetRole.Pilot;
        var there = isPilot ? draft.Known?.PilotId : draft.Known?.DeputyId;
        if (PersonOf(line, there is { } id ? new[] { id } : []) is not { } person)
        {
            return;
        }

        var (before, after) = isPilot ? (draft.Before.Pilot, draft.After.Pilot) : (draft.Before.Deputy, draft.After.Deputy);
        var isThere = person.Id is not null && person.Id == there;
        var other = _leads.TryGetValue((draft, role), out var said) && said.Person != person ? said.Person.Name
            : (IsSaid(draft, isPilot) || (!isThere && after != before)) && after?.Folded() != person.Name.Folded()
                ? after ?? Texts.Process_Nobody
            : null;
        _leads.TryAdd((draft, role), (person, line.Number));
        if (!person.IsOurs)
        {
            Bad(line, PartColumns.Person, Texts.Sheet_ProviderConducts.With(person.Name));
        }
        else if (other is not null)
        {
            Bad(line, PartColumns.Person, Texts.Sheet_OneConducts.With(PartColumns.WordOf(role), other, person.Name));
        }
        else if (isThere || after?.Folded() == person.Name.Folded())
        {
            Same++;
        }
        else
        {
            if (isPilot)
            {
                draft.After.Pilot = person.Name;
            }
            else
            {
                draft.After.Deputy = person.Name;
            }

            _ = before is null ? Added++ : Changed++;
        }
    }

    private static bool IsSaid(ProcessDraft draft, bool isPilot) =>
        draft.IsListed && draft.Place?.Content.Columns.Contains(isPilot ? ProcessColumns.Pilot : ProcessColumns.Deputy) == true
        && !string.IsNullOrEmpty(isPilot ? draft.After.Pilot : draft.After.Deputy);

    private void Know(ProcessDraft draft, PartRow row, SheetLine line)
    {
        var known = draft.Known is { } process ? map.Known.KnowHow[process.Id].ToList() : [];
        if (row.Level is not { } level || PersonOf(line, known.Select(one => one.PersonId)) is not { } person)
        {
            return;
        }

        KnowHowLevel? now = known.Find(one => one.PersonId == person.Id)?.Level;
        if (_levels.TryGetValue((draft, person.Same), out var said) && said != level)
        {
            Bad(line, PartColumns.Person, Texts.Role_Twice.With(person.Name));
        }
        else if (now == level || !_levels.TryAdd((draft, person.Same), level))
        {
            _levels.TryAdd((draft, person.Same), level);
            Same++;
        }
        else
        {
            draft.Levels.Add(new LevelChange(person, now, level));
            _ = now is null ? Added++ : Changed++;
            RefuseCrowd(draft, line);
        }
    }

    private SheetPerson? PersonOf(SheetLine line, IEnumerable<Guid> there) =>
        map.Person(content, line, (PartColumns.Person, PartColumns.Provider), there);

    private IEnumerable<ProcessDuty> Duties(ProcessDraft draft) => draft.Known is { } process ? map.Known.Duties[process.Id] : [];

    private void RefuseCrowd(ProcessDraft draft, SheetLine line)
    {
        var there = draft.Known is { } process
            ? Duties(draft).Select(row => row.PersonId).Concat(map.Known.KnowHow[process.Id].Select(row => row.PersonId))
            : [];
        var all = there.Select(id => id.ToString()).Concat(draft.Duties.Select(part => part.Person.Same))
            .Concat(draft.Levels.Select(change => change.Person.Same));
        if (all.Distinct(StringComparer.Ordinal).Count() > ProcessDuty.MaxPeople)
        {
            Bad(line, PartColumns.Person, Texts.Role_TooMany.With(ProcessDuty.MaxPeople));
        }
    }

    private ProcessDraft? Bad(SheetLine line, SheetColumn column, string message)
    {
        map.Bad.Add(content.BadAt(line, column, message));
        return null;
    }
}
