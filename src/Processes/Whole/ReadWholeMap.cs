using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Whole;

/// <summary>Reads the whole map in five queries, and one for each module that knows the providers; again once something changed.</summary>
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
        var rows = await ProcessesAsync(token);
        var tools = await ToolsAsync(token);
        var parts = await PartsAsync(token);
        var rekeyings = (await readRekeyings.RunAsync(token)).ToLookup(row => row.ProcessId);
        var facts = await readFacts.RunAsync(ProcessFactPart.Providers, token);
        var processes = rows.ConvertAll(process => process with
        {
            Tools = [.. tools[process.Id]],
            Parts = [.. parts[process.Id]],
            Rekeyings = [.. rekeyings[process.Id]],
            Providers = facts.GetValueOrDefault(process.Id)?.Providers ?? [],
        });
        return new WholeMap(processes, await LinksAsync(processes, token));
    }

    private async Task<List<MapProcess>> ProcessesAsync(CancellationToken token)
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
                Pilot = row.Pilot!.Name,
                row.DeputyId,
                Deputy = row.Deputy!.Name,
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
                Pilot = row.PilotId is { } pilot ? new MapName(pilot, row.Pilot) : null,
                Deputy = row.DeputyId is { } deputy ? new MapName(deputy, row.Deputy) : null,
                YearlyVolume = row.YearlyVolume,
                LegalDeadline = row.LegalDeadline,
                ErrorPercent = row.ErrorPercent,
                ErrorCost = row.ErrorCost,
                HasTarget = row.HasTarget,
            }),
        ];
    }

    private async Task<ILookup<Guid, MapName>> ToolsAsync(CancellationToken token) =>
        (await db.Set<ProcessStep>().Where(step => step.ToolId != null)
            .Select(step => new { step.ProcessId, ToolId = step.ToolId!.Value }).Distinct()
            .Join(db.Set<Tool>(), pair => pair.ToolId, tool => tool.Id,
                (pair, tool) => new { pair.ProcessId, tool.Id, tool.Name, tool.FoldedName })
            .OrderBy(row => row.FoldedName).ToListAsync(token)).ToLookup(row => row.ProcessId, row => new MapName(row.Id, row.Name));

    private async Task<ILookup<Guid, MapPart>> PartsAsync(CancellationToken token)
    {
        // Enumerations are stored as words: as words the two tables fit into one list.
        var duties = db.Set<ProcessDuty>()
            .Select(row => new { row.ProcessId, row.PersonId, Word = (string)(object)row.Duty, IsDuty = true });
        var levels = db.Set<KnowHow>()
            .Select(row => new { row.ProcessId, row.PersonId, Word = (string)(object)row.Level, IsDuty = false });
        var rows = await duties.Concat(levels)
            .Join(db.Set<Person>(), row => row.PersonId, person => person.Id,
                (row, person) => new { row.ProcessId, row.Word, row.IsDuty, person.Id, person.Name })
            .OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(token);
        return rows.ToLookup(row => row.ProcessId, row => new MapPart(
            new MapName(row.Id, row.Name),
            row.IsDuty ? Enum.Parse<Duty>(row.Word) : null,
            row.IsDuty ? null : Enum.Parse<KnowHowLevel>(row.Word)));
    }

    // A link to or from what is archived waits with it.
    private async Task<IReadOnlyList<MapLink>> LinksAsync(List<MapProcess> processes, CancellationToken token)
    {
        var numbers = processes.Index().ToDictionary(process => process.Item.Id, process => process.Index);
        var rows = await db.Set<ProcessLink>().AsNoTracking()
            .Select(row => new { row.Id, row.FromId, row.ToId, row.Passes, row.DaysUntil }).ToListAsync(token);
        var links = new List<MapLink>(rows.Count);
        foreach (var row in rows)
        {
            if (numbers.TryGetValue(row.FromId, out var from) && numbers.TryGetValue(row.ToId, out var to))
            {
                links.Add(new MapLink(row.Id, from, to, row.Passes, row.DaysUntil));
            }
        }

        return [.. links.OrderBy(link => link.From).ThenBy(link => link.To)];
    }
}
