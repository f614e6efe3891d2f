using Pupitre.Kernel;
using Pupitre.Processes.Steps;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>
/// Reads the steps of a process in the order of their rows. A step is the one of its key, else of its name; one that has no row stays,
/// behind the step that it stands behind now. What has no column stays as it is at the step.
/// </summary>
internal sealed class ListSteps(MapDraft map, SheetContent content)
{
    public void Run(ProcessDraft draft, IReadOnlyList<SheetLine> rows)
    {
        List<StepInput> now = [.. draft.Known is { } known ? map.Known.Steps[known.Id] : []];
        draft.StepsBefore = now.Count;
        var lines = rows.Where(line => StepColumns.All.Any(column => line[column].Length > 0)).ToList();
        if (lines.Count == 0 || !content.Columns.Contains(StepColumns.Name))
        {
            return;
        }

        var left = new List<StepInput>(now);
        var said = lines.ConvertAll(line => Read(line, left));
        map.Bad.AddRange(StepRules.Check(said).Select(problem => content.BadAt(
            lines[Math.Min(problem.Row, lines.Count - 1)],
            StepColumns.All.First(column => column.Property == problem.Field),
            problem.Message)));
        var all = Merged(now, said, left);
        if (all.Count > ProcessStep.MaxSteps && said.Count <= ProcessStep.MaxSteps)
        {
            map.Bad.Add(content.BadAt(lines[^1], StepColumns.Name, Texts.Step_TooMany.With(ProcessStep.MaxSteps)));
        }

        if (!all.Select(Said).SequenceEqual(now.Select(Said), StringComparer.Ordinal))
        {
            draft.Steps = all;
            draft.StepChanges = draft.Known is null ? [] : [.. Changes(now, all)];
            all.ForEach(step => map.Needs(step.Tool));
        }
    }

    // Takes out of what is left the step that the row means.
    private StepInput Read(SheetLine line, List<StepInput> left)
    {
        var (key, name) = (line[StepColumns.Key], line[StepColumns.Name].Trim());
        var meant = key.Length > 0
            ? left.Find(step => Guid.TryParse(key, out var id) && step.Id == id)
            : left.Find(step => step.Name!.Folded() == name.Folded());
        if (key.Length > 0 && (meant is null || name.Length == 0))
        {
            map.Bad.Add(meant is null
                ? content.BadAt(line, StepColumns.Key, Texts.Sheet_NoSuchRow.With(SheetCells.Shown(key)))
                : content.BadAt(line, StepColumns.Name, Texts.Step_NameMissing));
        }

        var step = meant is null ? new StepInput() : Copy(meant);
        _ = meant is not null && left.Remove(meant);
        content.Fill(step, line, StepColumns.All, map.Bad);
        step.SharePercent ??= ProcessStep.AllCases;
        return step;
    }

    private static List<StepInput> Merged(List<StepInput> now, List<StepInput> said, List<StepInput> left)
    {
        var all = new List<StepInput>(said);
        for (var at = 0; at < now.Count; at++)
        {
            if (left.Contains(now[at]))
            {
                all.Insert(at == 0 ? 0 : all.FindIndex(step => step.Id == now[at - 1].Id) + 1, now[at]);
            }
        }

        return all;
    }

    // "Enregistrer la facture, minutes : 5 → 9"; a step that comes, and one that takes another place.
    private static IEnumerable<FieldChange> Changes(List<StepInput> now, List<StepInput> all)
    {
        var before = now.ToDictionary(step => step.Id);
        foreach (var step in all)
        {
            if (!before.TryGetValue(step.Id, out var was))
            {
                yield return new FieldChange(Texts.Sheet_StepOf.With(all.IndexOf(step) + 1), "", step.Name ?? "");
                continue;
            }

            foreach (var field in MapPlanner.Differences(StepColumns.All, was, step))
            {
                yield return field with { Label = Texts.Sheet_StepField.With(was.Name, field.Label) };
            }

            if (all.Count == now.Count && now.IndexOf(was) != all.IndexOf(step))
            {
                yield return new FieldChange(Texts.Sheet_StepPlace.With(was.Name), Place(now.IndexOf(was)), Place(all.IndexOf(step)));
            }
        }
    }

    private static string Place(int at) => (at + 1).ToString(System.Globalization.CultureInfo.CurrentCulture);

    private static string Said(StepInput step) => string.Join('\t', StepColumns.All.Select(column => column.Said(step)));

    private static StepInput Copy(StepInput step) => new()
    {
        Id = step.Id,
        Name = step.Name,
        Role = step.Role,
        Tool = step.Tool,
        Minutes = step.Minutes,
        WaitHours = step.WaitHours,
        SharePercent = step.SharePercent,
        DocumentsIn = step.DocumentsIn,
        DocumentsOut = step.DocumentsOut,
    };
}
