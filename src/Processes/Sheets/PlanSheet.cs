using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;

namespace Pupitre.Processes.Sheets;

/// <summary>
/// Holds a sheet against the inventory and says what it would change. A row without a step is a process; with one, a step of it. What the
/// sheet has no column for, and processes that it does not name, stay as they are.
/// </summary>
public sealed class PlanSheet(Db db, ReadSteps readSteps)
{
    /// <summary>Processes of a company that a sheet may speak of.</summary>
    public const int MaxProcesses = 2_000;

    /// <exception cref="Refused">It is no table of processes, or is beyond the limits.</exception>
    public async Task<MapPlan> RunAsync(byte[] file, CancellationToken token)
    {
        var content = SheetContent.Read(file);
        var known = await db.Set<Process>().AsNoTracking().Include(row => row.Pilot).Include(row => row.Deputy).Where(row => row.ArchivedAt == null).ToListAsync(token);
        var steps = await readSteps.AllAsync(token);
        var bad = content.Bad.ToList();
        var groups = new SheetGroups(known).Of(content, bad);
        if (groups.Count > MaxProcesses)
        {
            throw new Refused(Texts.Sheet_TooManyProcesses.With(MaxProcesses));
        }

        var changes = groups.Select(group => ChangeOf(group, content, steps[group.Known?.Id ?? Guid.Empty].ToList(), bad)).ToList();
        return new MapPlan(changes, [.. bad.OrderBy(cell => cell.Line)], content.Strange);
    }

    private static ProcessChange ChangeOf(SheetGroup group, SheetContent content, List<StepFact> stepsNow, List<BadCell> bad)
    {
        var before = group.Known is null ? new ProcessInput() : InputOf(group.Known);
        var after = group.Known is null ? new ProcessInput() : InputOf(group.Known);
        ReadProcess(group, content, after, bad);
        Check(group, content, after, bad);
        var fields = group.Known is null ? [] : content.Columns.Where(column => !column.IsOfStep)
            .Select(column => (column, From: column.Said(RowOf(before)), To: column.Said(RowOf(after)))).Where(pair => pair.From != pair.To)
            .Select(pair => new FieldChange(pair.column.Name, pair.From, pair.To)).ToList();
        return new ProcessChange(after, group.Known is null, fields, StepsOf(group, content, stepsNow, bad), stepsNow.Count);
    }

    // The rows of a process say each thing once, or the same each time.
    private static void ReadProcess(SheetGroup group, SheetContent content, ProcessInput input, List<BadCell> bad)
    {
        foreach (var column in content.Columns.Where(column => !column.IsOfStep && column != SheetColumns.Key))
        {
            var said = group.Lines.Where(line => line.Cells[column].Length > 0).ToList();
            if (said.Find(line => line.Cells[column] != said[0].Cells[column]) is { } other)
            {
                bad.Add(new BadCell(content.Sheet, other.Number, column.Name, Texts.Sheet_SaidTwice.With(SheetCells.Shown(other.Cells[column]), SheetCells.Shown(said[0].Cells[column]), said[0].Number)));
            }

            var line = said.FirstOrDefault() ?? group.Lines[0];
            if (column.Read(RowOf(input), line.Cells[column]) is { } problem)
            {
                bad.Add(new BadCell(content.Sheet, line.Number, column.Name, problem));
            }
        }
    }

    private static void Check(SheetGroup group, SheetContent content, ProcessInput input, List<BadCell> bad)
    {
        // Where a process belongs is said, and never taken for the first domain of the list.
        if (group.Known is null && !group.Lines.Any(line => line.Cells.GetValueOrDefault(SheetColumns.Domain) is { Length: > 0 }))
        {
            bad.Add(new BadCell(content.Sheet, group.Lines[0].Number, SheetColumns.Domain.Name, Texts.Sheet_DomainMissing.With(string.Join(", ", ProcessWords.Domains.Select(domain => domain.Text)))));
        }

        var found = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), found, validateAllProperties: true);
        foreach (var problem in found)
        {
            var column = SheetColumns.All.FirstOrDefault(column => !column.IsOfStep && problem.MemberNames.Contains(column.Property)) ?? SheetColumns.Name;
            var line = group.Lines.FirstOrDefault(line => line.Cells.GetValueOrDefault(column) is { Length: > 0 }) ?? group.Lines[0];
            bad.Add(new BadCell(content.Sheet, line.Number, column.Name, problem.ErrorMessage!));
        }
    }

    private static List<StepInput>? StepsOf(SheetGroup group, SheetContent content, List<StepFact> now, List<BadCell> bad)
    {
        var columns = content.Columns.Where(column => column.IsOfStep).ToList();
        if (!columns.Exists(column => column.Property == nameof(StepInput.Name)))
        {
            return null;
        }

        var (steps, lines) = (new List<StepInput>(), new List<SheetLine>());
        foreach (var line in group.Lines.Where(line => columns.Exists(column => line.Cells[column].Length > 0)))
        {
            steps.Add(StepOf(line, columns, content, now, bad));
            lines.Add(line);
        }

        bad.AddRange(StepRules.Check(steps).Select(problem => new BadCell(
            content.Sheet, lines[Math.Min(problem.Row, lines.Count - 1)].Number, SheetColumns.All.First(column => column.IsOfStep && column.Property == problem.Field).Name, problem.Message)));
        return Said(steps, columns) == Said([.. now.Select(InputOf)], columns) ? null : steps;
    }

    // What the sheet has no column for stays as it is at the step of that name.
    private static StepInput StepOf(SheetLine line, List<SheetColumn> columns, SheetContent content, List<StepFact> now, List<BadCell> bad)
    {
        var name = line.Cells[columns.First(column => column.Property == nameof(StepInput.Name))].Trim().Folded();
        var step = now.Find(fact => fact.Name.Folded() == name) is { } known ? InputOf(known) : new StepInput();
        foreach (var column in columns)
        {
            if (column.Read(new SheetRow(new ProcessInput(), step), line.Cells[column]) is { } problem)
            {
                bad.Add(new BadCell(content.Sheet, line.Number, column.Name, problem));
            }
        }

        step.SharePercent ??= ProcessStep.AllCases;
        return step;
    }

    private static string Said(List<StepInput> steps, List<SheetColumn> columns) =>
        string.Join('\n', steps.Select(step => string.Join('\t', columns.Select(column => column.Said(new SheetRow(new ProcessInput(), step))))));

    private static SheetRow RowOf(ProcessInput input) => new(input, new StepInput());

    /// <summary>As a sheet says it: people by their names.</summary>
    internal static ProcessInput InputOf(Process process)
    {
        var input = EditProcess.InputOf(process);
        (input.PilotId, input.DeputyId) = (null, null);
        (input.Pilot, input.Deputy) = (process.Pilot?.Name, process.Deputy?.Name);
        return input;
    }

    internal static StepInput InputOf(StepFact step) => new()
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
}
