using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>
/// Reads the sheet of processes. A row without a step is a process; with one, a step of it. Rows are put together by key where there is
/// one, else by name; a row that names neither belongs to the process above it. What has no column stays as it is.
/// </summary>
internal sealed class ListProcesses(MapDraft map, SheetContent content)
{
    /// <summary>Processes of a company that a sheet may speak of.</summary>
    public const int MaxProcesses = 2_000;

    private readonly Dictionary<string, (ProcessDraft Draft, List<SheetLine> Lines)> _groups = new(StringComparer.Ordinal);

    /// <exception cref="Refused">It speaks of too many processes.</exception>
    public void Run()
    {
        Group();
        if (_groups.Count > MaxProcesses)
        {
            throw new Refused(Texts.Sheet_TooManyProcesses.With(MaxProcesses));
        }

        foreach (var (draft, lines) in _groups.Values)
        {
            draft.IsListed = true;
            draft.Place = (content, lines[0]);
            Read(draft, lines);
            Check(draft, lines);
            Conduct(draft, lines);
            new ListSteps(map, content).Run(draft, lines);
        }
    }

    private void Group()
    {
        string? last = null;
        foreach (var line in content.Lines)
        {
            if (Place(line, last) is not var (name, process))
            {
                continue;
            }

            if (!_groups.TryGetValue(name, out var group))
            {
                _groups[name] = group = (process is null ? map.Add() : map.Of(process), []);
            }

            group.Lines.Add(line);
            last = name;
        }
    }

    private (string Group, Process? Known)? Place(SheetLine line, string? last)
    {
        var (key, name) = (line[ProcessColumns.Key], line[ProcessColumns.Name].Trim());
        if (key.Length > 0)
        {
            return Guid.TryParse(key, out var id) && map.WithKey(id) is { } process
                ? (process.Id.ToString(), process)
                : Bad(line, ProcessColumns.Key, Texts.Sheet_NoSuchKey.With(SheetCells.Shown(key)));
        }

        if (name.Length == 0)
        {
            return last is null ? Bad(line, ProcessColumns.Name, Texts.Process_NameMissing) : (last, null);
        }

        return map.Called(name.Folded()) switch
        {
            [] => (name.Folded(), null),
            [var one] => (one.Id.ToString(), one),
            _ => Bad(line, ProcessColumns.Key, Texts.Sheet_NameTwice.With(name)),
        };
    }

    // The rows of a process say each thing once, or the same each time.
    private void Read(ProcessDraft draft, List<SheetLine> lines)
    {
        foreach (var column in ProcessColumns.OfProcess.Where(content.Columns.Contains))
        {
            var said = lines.FindAll(line => line[column].Length > 0);
            if (said.Find(line => line[column] != said[0][column]) is { } other)
            {
                Bad(other, column, Texts.Sheet_SaidTwice.With(
                    SheetCells.Shown(other[column]), SheetCells.Shown(said[0][column]), said[0].Number));
            }

            content.Fill(draft.After, said.FirstOrDefault() ?? lines[0], [column], map.Bad);
        }
    }

    private void Check(ProcessDraft draft, List<SheetLine> lines)
    {
        // Where a process belongs is said, and never taken for the first domain of the list.
        if (draft.Known is null && !lines.Exists(line => line[ProcessColumns.Domain].Length > 0))
        {
            Bad(lines[0], ProcessColumns.Domain,
                Texts.Sheet_DomainMissing.With(string.Join(", ", ProcessWords.Domains.Select(domain => domain.Text))));
        }

        var found = new List<ValidationResult>();
        Validator.TryValidateObject(draft.After, new ValidationContext(draft.After), found, validateAllProperties: true);
        foreach (var problem in found)
        {
            var column = ProcessColumns.OfProcess.FirstOrDefault(column => problem.MemberNames.Contains(column.Property))
                ?? ProcessColumns.Name;
            Bad(lines.Find(line => line[column].Length > 0) ?? lines[0], column, problem.ErrorMessage!);
        }
    }

    // Who conducts stays who is meant, as long as the name stays; another name is looked for.
    private void Conduct(ProcessDraft draft, List<SheetLine> lines)
    {
        foreach (var (column, before, after) in new[]
        {
            (ProcessColumns.Pilot, draft.Before.Pilot, draft.After.Pilot),
            (ProcessColumns.Deputy, draft.Before.Deputy, draft.After.Deputy),
        })
        {
            if (after is not { Length: <= Platform.People.Person.MaxNameLength } || after == before)
            {
                continue;
            }

            var (_, badName, worksElsewhere) = map.People.Find(after, "", []);
            if ((badName ?? worksElsewhere) is { } problem)
            {
                Bad(lines.Find(line => line[column].Length > 0) ?? lines[0], column, problem);
            }
        }
    }

    private (string, Process?)? Bad(SheetLine line, SheetColumn column, string message)
    {
        map.Bad.Add(content.BadAt(line, column, message));
        return null;
    }
}
