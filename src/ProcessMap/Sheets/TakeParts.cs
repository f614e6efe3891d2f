using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>Writes what a workbook says beside processes and steps: roles, know-how, links and re-keyings. The caller saves.</summary>
public sealed class TakeParts(Db db, NamePerson people)
{
    internal async Task RunAsync(
        IReadOnlyList<ProcessChange> wanted, IReadOnlyDictionary<Guid, Process> processes, NamedTools tools, CancellationToken token)
    {
        var keys = wanted.Where(change => change.ChangesRoles).Select(change => change.Input.Id).ToList();
        var duties = (await db.Set<ProcessDuty>().Where(row => keys.Contains(row.ProcessId)).ToListAsync(token))
            .ToLookup(row => row.ProcessId);
        var known = (await db.Set<KnowHow>().Where(row => keys.Contains(row.ProcessId)).ToListAsync(token))
            .ToLookup(row => row.ProcessId);
        foreach (var change in wanted.Where(change => change.ChangesRoles))
        {
            var id = change.Input.Id;
            await PlayAsync(change, processes[id], [.. duties[id]], [.. known[id]], token);
        }

        var names = await db.Set<Process>().ToDictionaryAsync(row => row.Id, row => row.Name, token);
        foreach (var (id, process) in processes)
        {
            names[id] = process.Name;
        }

        await LinkAsync(wanted, processes, names, token);
        await RekeyAsync(wanted, processes, tools, token);
    }

    private async Task PlayAsync(
        ProcessChange change, Process process, List<ProcessDuty> duties, List<KnowHow> known, CancellationToken token)
    {
        foreach (var (duty, person) in change.Duties)
        {
            var row = ProcessDuty.Create(process.Id, await KeyOfAsync(person, token), duty);
            db.Add(row);
            duties.Add(row);
        }

        foreach (var level in change.Levels)
        {
            var person = await KeyOfAsync(level.Person, token);
            if (known.Find(row => row.PersonId == person) is { } row)
            {
                row.Become(level.To);
            }
            else
            {
                row = KnowHow.Create(process.Id, person, level.To);
                db.Add(row);
                known.Add(row);
            }
        }

        // The form of roles is filled from the process: whoever has it open sees that they changed.
        if (db.Entry(process).State == EntityState.Unchanged)
        {
            db.Entry(process).State = EntityState.Modified;
        }

        var named = duties.Select(row => row.PersonId).Concat(known.Select(row => row.PersonId)).Distinct().Count();
        db.Record("ProcessRolesChanged", process.Ref, new { process.Name, Named = named });
    }

    private async Task LinkAsync(
        IReadOnlyList<ProcessChange> wanted, IReadOnlyDictionary<Guid, Process> processes, Dictionary<Guid, string> names,
        CancellationToken token)
    {
        var keys = wanted.SelectMany(change => change.Links).Where(change => !change.IsNew).Select(change => change.Input.Id).ToList();
        var there = await db.Set<ProcessLink>().Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        foreach (var (process, change) in wanted.SelectMany(change => change.Links.Select(link => (processes[change.Input.Id], link))))
        {
            var link = change.IsNew ? db.Add(ProcessLink.Create(change.Input.Id)).Entity : there[change.Input.Id];
            link.Describe(change.Input);
            db.Record(change.IsNew ? "ProcessLinked" : "ProcessLinkChanged", process.Ref,
                new { process.Name, Feeds = names[link.ToId], link.Passes });
        }
    }

    private async Task RekeyAsync(
        IReadOnlyList<ProcessChange> wanted, IReadOnlyDictionary<Guid, Process> processes, NamedTools tools, CancellationToken token)
    {
        var keys = wanted.SelectMany(change => change.Rekeyings).Where(change => !change.IsNew).Select(change => change.Input.Id).ToList();
        var there = await db.Set<Rekeying>().Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        foreach (var (process, change) in wanted.SelectMany(change => change.Rekeyings.Select(row => (processes[change.Input.Id], row))))
        {
            var input = change.Input;
            input.PersonId = change.Person is { } person ? await KeyOfAsync(person, token) : null;
            var row = change.IsNew ? db.Add(Rekeying.Create(input.Id)).Entity : there[input.Id];
            row.Describe(input, tools.Of(input.FromTool)!.Value, tools.Of(input.ToTool)!.Value);
            db.Record(change.IsNew ? "RekeyingAdded" : "RekeyingEdited", process.Ref,
                new { process.Name, FromTool = input.FromTool!.Trim(), ToTool = input.ToTool!.Trim(), row.Fields });
        }
    }

    private async Task<Guid> KeyOfAsync(SheetPerson person, CancellationToken token) => person.Id
        ?? (await people.KeepAsync(new PersonInput { Name = person.Name, SideKey = PersonInput.KeyOf(person.Side?.Ref) }, token)).Id;
}
