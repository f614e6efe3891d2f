using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Words;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Roles;

/// <summary>Somebody's part in a process.</summary>
/// <param name="IsOurs">Of the company, and not of a provider.</param>
/// <param name="Level">How well they know it; null while nobody has said.</param>
public sealed record RoleFact(
    Guid PersonId, string Name, bool IsOurs, bool IsPilot, bool IsDeputy, IReadOnlyList<Duty> Duties, KnowHowLevel? Level);

/// <summary>Who plays a part in a process.</summary>
public sealed record RolesView(bool IsArchived, IReadOnlyList<RoleFact> People)
{
    public RoleFact? Pilot => People.FirstOrDefault(person => person.IsPilot);

    public Dependency Dependency => Dependencies.Of([.. People.Select(person => person.Level).OfType<KnowHowLevel>()]);

    public IReadOnlyList<RoleFact> Who(Duty duty) => [.. People.Where(person => person.Duties.Contains(duty))];
}

/// <summary>Reads who does what in a process.</summary>
public sealed class ReadRoles(Db db, IEnumerable<IPersonSides> sides)
{
    /// <summary>People that the form offers.</summary>
    private const int MaxChoices = 1_000;

    /// <summary>Who conducts comes first, then by name. One query; a second one where nobody is named.</summary>
    public async Task<RolesView> RunAsync(Guid processId, CancellationToken token)
    {
        var found = await PeopleAsync(db, processId, token);
        var isArchived = await ArchivedAsync(found, processId, token);
        return new RolesView(
            isArchived,
            [.. found.Select(row => row.Fact).OrderByDescending(person => person.IsPilot).ThenByDescending(person => person.IsDeputy)]);
    }

    /// <summary>Everybody who plays a part in a process or knows it, by name.</summary>
    internal static async Task<IReadOnlyList<(RoleFact Fact, bool IsArchived)>> PeopleAsync(Db db, Guid processId, CancellationToken token)
    {
        var process = db.Set<Process>().Where(row => row.Id == processId);
        var duties = db.Set<ProcessDuty>().Where(row => row.ProcessId == processId);
        var known = db.Set<KnowHow>().Where(row => row.ProcessId == processId);
        var rows = await db.Set<Person>().AsNoTracking()
            .Where(person => process.Any(row => row.PilotId == person.Id || row.DeputyId == person.Id)
                || duties.Any(row => row.PersonId == person.Id) || known.Any(row => row.PersonId == person.Id))
            .OrderBy(person => person.FoldedName).ThenBy(person => person.Id)
            .Select(person => new
            {
                person.Id,
                person.Name,
                IsOurs = person.SideId == null,
                IsPilot = process.Any(row => row.PilotId == person.Id),
                IsDeputy = process.Any(row => row.DeputyId == person.Id),
                IsArchived = process.Any(row => row.ArchivedAt != null),
                Duties = duties.Where(row => row.PersonId == person.Id).Select(row => row.Duty).ToList(),
                Level = known.Where(row => row.PersonId == person.Id).Select(row => (KnowHowLevel?)row.Level).FirstOrDefault(),
            }).AsSingleQuery().ToListAsync(token);
        return
        [
            .. rows.Select(row =>
                (new RoleFact(row.Id, row.Name, row.IsOurs, row.IsPilot, row.IsDeputy, [.. row.Duties.Order()], row.Level),
                    row.IsArchived)),
        ];
    }

    private async Task<bool> ArchivedAsync(
        IReadOnlyList<(RoleFact Fact, bool IsArchived)> found, Guid processId, CancellationToken token) =>
        found.Count > 0 ? found[0].IsArchived : await db.Set<Process>()
            .AnyAsync(row => row.Id == processId && row.ArchivedAt != null, token);

    /// <summary>Everybody who can be named, those of providers with where they work.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(CancellationToken token)
    {
        var where = new Dictionary<Guid, string>();
        foreach (var side in sides)
        {
            foreach (var known in await side.ReadAsync(token))
            {
                where[known.Ref.Id] = known.Name;
            }
        }

        var rows = await db.Set<Person>().AsNoTracking().OrderBy(row => row.SideId != null).ThenBy(row => row.FoldedName).Take(MaxChoices)
            .Select(row => new { row.Id, row.Name, row.SideId }).ToListAsync(token);
        return rows.ConvertAll(row => new Choice(
            row.Id.ToString(), row.SideId is { } side ? RoleWords.At(row.Name, where.GetValueOrDefault(side)) : row.Name));
    }
}
