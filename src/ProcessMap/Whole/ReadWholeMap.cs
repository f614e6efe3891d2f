using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Whole;

/// <summary>Reads the whole map in seven queries, and one for each module that knows the providers; again once something changed.</summary>
public sealed class ReadWholeMap(Db db, ReadRekeyings readRekeyings, ReadProcessFacts readFacts, KeepMap keep)
{
    public Task<WholeMap> RunAsync(CancellationToken token)
    {
        WholeCompany.Require(db);
        return readFacts.KindsOf(ProcessFactPart.Providers) is { } kinds
            ? keep.OfAsync("map", kinds, () => ReadAsync(token), map => map.Rows, token)
            : ReadAsync(token);
    }

    private async Task<WholeMap> ReadAsync(CancellationToken token)
    {
        var people = await PeopleAsync(token);
        var rows = await ProcessesAsync(people, token);
        var tools = await ToolsAsync(token);
        var parts = await PartsAsync(people, token);
        var rekeyings = (await readRekeyings.RunAsync(token)).ToLookup(row => row.ProcessId);
        var facts = await readFacts.RunAsync(ProcessFactPart.Providers, token);
        var processes = rows.ConvertAll(process => process with
        {
            Tools = tools.GetValueOrDefault(process.Id) ?? [],
            Parts = parts.GetValueOrDefault(process.Id) ?? [],
            Rekeyings = [.. rekeyings[process.Id]],
            Providers = facts.GetValueOrDefault(process.Id)?.Providers ?? [],
        });
        return new WholeMap(processes, await LinksAsync(processes, token));
    }

    // A name stands in many rows: it is read once, and the rows name it by its key. One that was added meanwhile is not yet known: the
    // line that tells of it makes the map be read again.
    private async Task<Dictionary<Guid, Placed>> PeopleAsync(CancellationToken token) => Named(
        await db.Set<Person>().AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id)
            .Select(row => new MapName(row.Id, row.Name)).ToListAsync(token));

    private static Dictionary<Guid, Placed> Named(List<MapName> names) =>
        names.Index().ToDictionary(name => name.Item.Id, name => new Placed(name.Item, name.Index));

    private async Task<List<MapProcess>> ProcessesAsync(Dictionary<Guid, Placed> people, CancellationToken token)
    {
        var published = db.Set<ProcessTarget>().Where(target => target.State == TargetState.Published);
        var rows = await db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null)
            .OrderBy(row => row.FoldedName).ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Name,
                row.Domain,
                row.Criticality,
                row.PilotId,
                row.DeputyId,
                row.YearlyVolume,
                row.LegalDeadline,
                row.ErrorPercent,
                row.ErrorCost,
                HasTarget = published.Any(target => target.ProcessId == row.Id),
            }).ToListAsync(token);
        return
        [
            .. rows.OrderBy(row => row.Domain).Select(row => new MapProcess(row.Id, row.Name, row.Domain, row.Criticality)
            {
                Pilot = row.PilotId is { } pilot ? people.GetValueOrDefault(pilot)?.Name : null,
                Deputy = row.DeputyId is { } deputy ? people.GetValueOrDefault(deputy)?.Name : null,
                YearlyVolume = row.YearlyVolume,
                LegalDeadline = row.LegalDeadline,
                ErrorPercent = row.ErrorPercent,
                ErrorCost = row.ErrorCost,
                HasTarget = row.HasTarget,
            }),
        ];
    }

    private async Task<Dictionary<Guid, MapName[]>> ToolsAsync(CancellationToken token)
    {
        var tools = Named(await db.Set<Tool>().AsNoTracking().OrderBy(tool => tool.FoldedName)
            .Select(tool => new MapName(tool.Id, tool.Name)).ToListAsync(token));
        var steps = await db.Set<ProcessStep>().Where(step => step.ToolId != null)
            .Select(step => new { step.ProcessId, ToolId = step.ToolId!.Value }).ToListAsync(token);
        return steps.Where(step => tools.ContainsKey(step.ToolId)).GroupBy(step => step.ProcessId, step => tools[step.ToolId]).ToDictionary(
            group => group.Key, group => group.Distinct().OrderBy(tool => tool.Place).Select(tool => tool.Name).ToArray());
    }

    private async Task<Dictionary<Guid, MapPart[]>> PartsAsync(Dictionary<Guid, Placed> people, CancellationToken token)
    {
        // Enumerations are stored as words: as words the two tables fit into one list.
        var duties = db.Set<ProcessDuty>()
            .Select(row => new { row.ProcessId, row.PersonId, Word = (string)(object)row.Duty, IsDuty = true });
        var levels = db.Set<KnowHow>()
            .Select(row => new { row.ProcessId, row.PersonId, Word = (string)(object)row.Level, IsDuty = false });
        var rows = await duties.Concat(levels).ToListAsync(token);
        return rows.Where(row => people.ContainsKey(row.PersonId)).GroupBy(row => row.ProcessId).ToDictionary(
            group => group.Key,
            group => group.OrderBy(row => people[row.PersonId].Place).Select(row => new MapPart(
                people[row.PersonId].Name,
                row.IsDuty ? Enum.Parse<Duty>(row.Word) : null,
                row.IsDuty ? null : Enum.Parse<KnowHowLevel>(row.Word))).ToArray());
    }

    // A link to or from what is archived waits with it.
    private async Task<IReadOnlyList<MapLink>> LinksAsync(List<MapProcess> processes, CancellationToken token)
    {
        var numbers = processes.Index().ToDictionary(process => process.Item.Id, process => process.Index);
        var rows = await db.Set<ProcessLink>().AsNoTracking()
            .Select(row => new { row.FromId, row.ToId, row.Passes, row.DaysUntil }).ToListAsync(token);
        var links = new List<MapLink>(rows.Count);
        foreach (var row in rows)
        {
            if (numbers.TryGetValue(row.FromId, out var from) && numbers.TryGetValue(row.ToId, out var to))
            {
                links.Add(new MapLink(from, to, row.Passes, row.DaysUntil));
            }
        }

        return [.. links.OrderBy(link => link.From).ThenBy(link => link.To)];
    }

    /// <param name="Place">Where the name stands among all of its kind.</param>
    private sealed record Placed(MapName Name, int Place);
}
