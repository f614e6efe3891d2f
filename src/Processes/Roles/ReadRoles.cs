using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Ui;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Roles;

/// <summary>Somebody's part in a process.</summary>
/// <param name="IsOurs">Of the company, and not of a provider.</param>
/// <param name="Level">How well they know it; null while nobody has said.</param>
public sealed record RoleFact(Guid PersonId, string Name, bool IsOurs, bool IsPilot, bool IsDeputy, IReadOnlyList<Duty> Duties, KnowHowLevel? Level);

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

    /// <summary>One query. Who conducts comes first, then by name.</summary>
    public async Task<RolesView> RunAsync(Guid processId, CancellationToken token)
    {
        var found = await db.Set<Process>().AsNoTracking().Where(row => row.Id == processId).Select(row => new
        {
            IsArchived = row.ArchivedAt != null,
            row.PilotId,
            row.DeputyId,
            People = db.Set<Person>().Where(person => person.Id == row.PilotId || person.Id == row.DeputyId
                    || db.Set<ProcessDuty>().Any(duty => duty.ProcessId == row.Id && duty.PersonId == person.Id)
                    || db.Set<KnowHow>().Any(known => known.ProcessId == row.Id && known.PersonId == person.Id))
                .OrderBy(person => person.FoldedName).ThenBy(person => person.Id)
                .Select(person => new { person.Id, person.Name, IsOurs = person.SideId == null }).ToList(),
            Duties = db.Set<ProcessDuty>().Where(duty => duty.ProcessId == row.Id).Select(duty => new { duty.PersonId, duty.Duty }).ToList(),
            Levels = db.Set<KnowHow>().Where(known => known.ProcessId == row.Id).Select(known => new { known.PersonId, known.Level }).ToList(),
        }).AsSingleQuery().SingleAsync(token);
        return new RolesView(
            found.IsArchived,
            [
                .. found.People.Select(person => new RoleFact(
                    person.Id, person.Name, person.IsOurs, person.Id == found.PilotId, person.Id == found.DeputyId,
                    [.. found.Duties.Where(row => row.PersonId == person.Id).Select(row => row.Duty).Order()],
                    found.Levels.Find(row => row.PersonId == person.Id)?.Level)).OrderByDescending(person => person.IsPilot).ThenByDescending(person => person.IsDeputy),
            ]);
    }

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
