using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Roles;

/// <summary>Says who does what in a process and who knows how, all of it: whoever is not named any more plays no part.</summary>
public sealed class SaveRoles(Db db, NamePerson people)
{
    public async Task<RolesInput> PrepareAsync(Guid processId, CancellationToken token)
    {
        var version = await db.Set<Process>().Where(row => row.Id == processId).Select(row => (long?)row.Version)
            .SingleOrDefaultAsync(token)
            ?? throw new NotFound();
        return new RolesInput
        {
            ProcessId = processId,
            Version = version,
            Roles =
            [
                .. (await ReadRoles.PeopleAsync(db, processId, token)).Select(row => row.Fact)
                    .Where(person => person.Level is not null || person.Duties.Count > 0)
                    .Select(person => new RoleInput
                    {
                        PersonKey = person.PersonId.ToString(),
                        Duties = [.. person.Duties.Select(duty => duty.ToString())],
                        Level = person.Level,
                    }),
            ],
        };
    }

    /// <exception cref="Refused">A rule of the roles is broken; the field is named.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the process or its roles since the form was opened.</exception>
    public async Task RunAsync(RolesInput input, CancellationToken token)
    {
        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == input.ProcessId, token) ?? throw new NotFound();
        if (process.IsArchived)
        {
            throw new Refused(Texts.Role_ProcessArchived.With(process.Name));
        }

        db.Entry(process).Property(row => row.Version).OriginalValue = input.Version;
        var said = await NamedAsync(input, token);
        db.RemoveRange(await db.Set<ProcessDuty>().Where(row => row.ProcessId == process.Id).ToListAsync(token));
        db.RemoveRange(await db.Set<KnowHow>().Where(row => row.ProcessId == process.Id).ToListAsync(token));
        foreach (var (person, role) in said)
        {
            db.AddRange(role.Known.Select(duty => ProcessDuty.Create(process.Id, person, duty)));
            if (role.Level is { } level)
            {
                db.Add(KnowHow.Create(process.Id, person, level));
            }
        }

        if (db.Entry(process).State == EntityState.Unchanged)
        {
            db.Entry(process).State = EntityState.Modified;
        }

        db.Record("ProcessRolesChanged", process.Ref, new { process.Name, Named = said.Count });
        await db.SaveChangesAsync(token);
    }

    private async Task<List<(Guid Person, RoleInput Role)>> NamedAsync(RolesInput input, CancellationToken token)
    {
        var asked = input.Roles.Select(role => role.PersonId).OfType<Guid>().ToList();
        var outside = await db.Set<Person>().Where(row => asked.Contains(row.Id))
            .Select(row => new { row.Id, row.Name, IsOurs = row.SideId == null })
            .ToDictionaryAsync(row => row.Id, token);
        var said = new List<(Guid Person, RoleInput Role)>();
        foreach (var (at, role) in input.Roles.Index())
        {
            if (role.NamesNobody)
            {
                RefuseLost(role, at);
                continue;
            }

            var known = role.PersonId is { } id ? outside.GetValueOrDefault(id) ?? throw new Refused(Texts.Role_NoSuchPerson, Field(at))
                : null;
            if (known is { IsOurs: false } && role.Known.Contains(Duty.Validates))
            {
                throw new Refused(Texts.Role_ProviderValidates.With(known.Name), Field(at));
            }

            if (role.SaysNothing)
            {
                continue;
            }

            var person = known?.Id ?? (await people.OursAsync(null, role.Name, Field(at), token))!.Value;
            if (said.Exists(one => one.Person == person))
            {
                throw new Refused(Texts.Role_Twice.With(known?.Name ?? role.Name!.Trim()), Field(at));
            }

            said.Add((person, role));
        }

        return said.Count <= ProcessDuty.MaxPeople ? said : throw new Refused(Texts.Role_TooMany.With(ProcessDuty.MaxPeople));
    }

    // What was ticked for nobody would vanish without a word.
    private static void RefuseLost(RoleInput role, int at)
    {
        if (!role.SaysNothing)
        {
            throw new Refused(Texts.Role_NobodyNamed, Field(at));
        }
    }

    private static string Field(int at) => $"Roles[{at}].{nameof(RoleInput.PersonKey)}";
}
