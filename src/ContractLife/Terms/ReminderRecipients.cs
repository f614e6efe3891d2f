using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>Somebody who is reminded.</summary>
internal sealed record Recipient(Guid AccountId, string Name, string Email, Role Role);

/// <summary>
/// Who is reminded of a contract: who pilots the processes that it covers, while they are away whoever covers for them or the deputy; where
/// nobody of them signs in here, the company's pilots; where there is none, its owners. Nobody who is limited to a provider.
/// </summary>
internal sealed class ReminderRecipients(Db db, Tenant tenant)
{
    /// <summary>By contract: never empty, since a company always keeps an owner.</summary>
    public async Task<Func<Guid, IReadOnlyList<Recipient>>> ReadAsync(
        IReadOnlyCollection<Guid> contracts, DateOnly today, CancellationToken token)
    {
        var members = await (from member in db.Memberships.AsNoTracking()
                             join account in db.Users on member.AccountId equals account.Id
                             where member.CompanyId == tenant.CompanyId && member.ScopeId == null && account.Email != null
                             orderby account.Id
                             select new Recipient(account.Id, account.DisplayName, account.Email!, member.Role)).ToListAsync(token);
        var pilots = await (from scope in db.Set<ContractProcess>().AsNoTracking()
                            join process in db.Set<Process>() on scope.ProcessId equals process.Id
                            where contracts.Contains(scope.ContractId) && process.PilotId != null
                            select new { scope.ContractId, process.PilotId, process.DeputyId }).ToListAsync(token);
        var people = await db.Set<Person>().AsNoTracking().Include(row => row.Absences).Where(row => row.AccountId != null)
            .ToDictionaryAsync(row => row.Id, token);
        var fallback = members.FindAll(member => member.Role == Role.Pilot) is { Count: > 0 } conductors ? conductors
            : members.FindAll(member => member.Role == Role.Owner);
        var named = pilots.ToLookup(row => row.ContractId, row => AccountOf(row.PilotId, row.DeputyId));
        return contract => members.FindAll(member => named[contract].Contains(member.AccountId)) is { Count: > 0 } own ? own : fallback;

        Guid? AccountOf(Guid? pilot, Guid? deputy)
        {
            var absence = pilot is { } id && people.TryGetValue(id, out var known) ? known.Absences.FirstOrDefault(row => row.Holds(today))
                : null;
            return (absence is null ? Account(pilot) : Account(absence.CoveredById) ?? Account(deputy)) ?? Account(pilot);
        }

        Guid? Account(Guid? person) => person is { } id && people.TryGetValue(id, out var known) ? known.AccountId : null;
    }
}
