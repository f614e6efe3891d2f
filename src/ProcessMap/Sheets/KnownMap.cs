using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>A person of the directory, by what tells them apart.</summary>
public sealed record KnownPerson(Guid Id, string Name, string FoldedName, Guid? SideId);

/// <summary>The map as it stands, for a workbook to leave and to be held against; what is archived is not in it.</summary>
public sealed class KnownMap
{
    /// <summary>By name.</summary>
    public required IReadOnlyList<Process> Processes { get; init; }

    public required ILookup<Guid, StepInput> Steps { get; init; }

    public required ILookup<Guid, ProcessDuty> Duties { get; init; }

    public required ILookup<Guid, KnowHow> KnowHow { get; init; }

    public required IReadOnlyList<ProcessLink> Links { get; init; }

    public required IReadOnlyList<Rekeying> Rekeyings { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<Tool> ToolRows { get; init; }

    public required IReadOnlyDictionary<Guid, string> Tools { get; init; }

    public required IReadOnlyDictionary<Guid, KnownPerson> Persons { get; init; }

    public required IReadOnlyList<PersonSide> Sides { get; init; }

    /// <summary>The process as a sheet says it: people by their names.</summary>
    public static ProcessInput InputOf(Process process)
    {
        var input = EditProcess.InputOf(process);
        (input.PilotId, input.DeputyId) = (null, null);
        (input.Pilot, input.Deputy) = (process.Pilot?.Name, process.Deputy?.Name);
        return input;
    }

    public static LinkInput InputOf(ProcessLink link) => new()
    {
        Id = link.Id,
        FromId = link.FromId,
        ToId = link.ToId,
        Kind = link.Kind,
        Passes = link.Passes,
        DaysUntil = link.DaysUntil,
        Version = link.Version,
    };

    public RekeyingInput InputOf(Rekeying row) => new()
    {
        Id = row.Id,
        ProcessId = row.ProcessId,
        FromTool = Tools[row.FromToolId],
        ToTool = Tools[row.ToToolId],
        Fields = row.Fields,
        MinutesAMonth = row.MinutesAMonth,
        Function = row.Function,
        PersonId = row.PersonId,
        Automation = row.Automation,
        Version = row.Version,
    };
}

/// <summary>Reads the map as sheets say it: one query for each of its tables.</summary>
public sealed class ReadKnownMap(Db db, IEnumerable<IPersonSides> sides)
{
    internal async Task<KnownMap> RunAsync(CancellationToken token)
    {
        WholeCompany.Require(db);
        var processes = await ProcessesAsync(db, token);
        var rows = await db.Set<Tool>().AsNoTracking().OrderBy(row => row.FoldedName).ToListAsync(token);
        var tools = rows.ToDictionary(row => row.Id, row => row.Name);
        var active = processes.Select(row => row.Id).ToHashSet();
        var links = await db.Set<ProcessLink>().AsNoTracking().ToListAsync(token);
        var rekeyings = await db.Set<Rekeying>().AsNoTracking().ToListAsync(token);
        return new KnownMap
        {
            Processes = processes,
            ToolRows = rows,
            Tools = tools,
            Steps = await StepsAsync(db, tools, token),
            Duties = (await db.Set<ProcessDuty>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(token)).ToLookup(row => row.ProcessId),
            KnowHow = (await db.Set<KnowHow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(token)).ToLookup(row => row.ProcessId),
            Links = links.FindAll(row => active.Contains(row.FromId) && active.Contains(row.ToId)),
            Rekeyings = rekeyings.FindAll(row => active.Contains(row.ProcessId)),
            Persons = await db.Set<Person>().AsNoTracking()
                .Select(row => new KnownPerson(row.Id, row.Name, row.FoldedName, row.SideId)).ToDictionaryAsync(row => row.Id, token),
            Sides = await SidesAsync(token),
        };
    }

    internal static async Task<IReadOnlyList<Process>> ProcessesAsync(Db db, CancellationToken token) =>
        await db.Set<Process>().AsNoTracking().Include(row => row.Pilot).Include(row => row.Deputy)
            .Where(row => row.ArchivedAt == null).OrderBy(row => row.FoldedName).ThenBy(row => row.Id).ToListAsync(token);

    internal static async Task<ILookup<Guid, StepInput>> StepsAsync(
        Db db, IReadOnlyDictionary<Guid, string> tools, CancellationToken token)
    {
        var rows = await db.Set<ProcessStep>().AsNoTracking().OrderBy(row => row.ProcessId).ThenBy(row => row.Number).ToListAsync(token);
        return rows.ToLookup(row => row.ProcessId, row => new StepInput
        {
            Id = row.Id,
            Name = row.Name,
            Role = row.Role,
            Tool = row.ToolId is { } tool ? tools.GetValueOrDefault(tool) : null,
            Minutes = row.Minutes,
            WaitHours = row.WaitHours,
            SharePercent = row.SharePercent,
            DocumentsIn = row.DocumentsIn,
            DocumentsOut = row.DocumentsOut,
        });
    }

    private async Task<IReadOnlyList<PersonSide>> SidesAsync(CancellationToken token)
    {
        var all = new List<PersonSide>();
        foreach (var side in sides)
        {
            all.AddRange(await side.ReadAsync(token));
        }

        return all;
    }
}
