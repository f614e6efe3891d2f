using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Notices.Escalations;

/// <summary>Somebody whom a level writes to.</summary>
/// <param name="AccountId">The account by which they sign in here; null for a provider's people.</param>
/// <param name="InsteadOf">Whom they stand in for today.</param>
internal sealed record LadderPerson(string Name, string Email, Guid? AccountId, LadderTarget As, string? InsteadOf = null);

/// <summary>
/// Finds the people behind a ladder: the provider's contacts by what they are turned to for, who conducts the process, the owners.
/// Whoever is away
/// today is stood in for by whom their absence names, else by the next one who would be asked.
/// </summary>
internal sealed class LadderPeople(Db db, Tenant tenant)
{
    private readonly Dictionary<Guid, Person> _people = [];
    private readonly Dictionary<Guid, (Guid? Pilot, Guid? Deputy)> _processes = [];
    private ILookup<Guid, (Guid PersonId, ContactDuty Duty)> _contacts =
        Array.Empty<(Guid, (Guid, ContactDuty))>().ToLookup(row => row.Item1, row => row.Item2);
    private IReadOnlyList<LadderPerson> _owners = [];
    private DateOnly _today;

    /// <summary>Reads who is there; four queries, before <see cref="Of"/> is asked.</summary>
    public async Task ReadAsync(DateOnly today, CancellationToken token)
    {
        _today = today;
        foreach (var person in await db.Set<Person>().AsNoTracking().Include(row => row.Absences).ToListAsync(token))
        {
            _people[person.Id] = person;
        }

        foreach (var row in await db.Set<Process>().AsNoTracking().Where(row => row.PilotId != null || row.DeputyId != null)
            .Select(row => new { row.Id, row.PilotId, row.DeputyId }).ToListAsync(token))
        {
            _processes[row.Id] = (row.PilotId, row.DeputyId);
        }

        _contacts = (await db.Set<ProviderContact>().AsNoTracking().OrderBy(row => row.Place)
            .Select(row => new { row.ProviderId, row.PersonId, row.Duty }).ToListAsync(token))
            .ToLookup(row => row.ProviderId, row => (row.PersonId, row.Duty));
        _owners = await (from member in db.Memberships.AsNoTracking()
                         join account in db.Users on member.AccountId equals account.Id
                         where member.CompanyId == tenant.CompanyId && member.ScopeId == null && account.Email != null
                             && member.Role == Role.Owner
                         orderby account.Id
                         select new LadderPerson(account.DisplayName, account.Email!, account.Id, LadderTarget.Owner, null))
            .ToListAsync(token);
    }

    /// <summary>
    /// Those whom a level writes to, each once, in the order of the ladder. Whoever has no address is asked by the next one.
    /// </summary>
    public IReadOnlyList<LadderPerson> Of(CommitmentFacts commitment, LadderTarget targets, CompanyFacts facts) =>
        [.. Enum.GetValues<LadderTarget>().Where(target => target != LadderTarget.Nobody && targets.HasFlag(target))
            .SelectMany(target => Behind(commitment, target, facts)).DistinctBy(person => person.Email, StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<LadderPerson> Behind(CommitmentFacts commitment, LadderTarget target, CompanyFacts facts) => target switch
    {
        LadderTarget.Owner => _owners.Select(StandIn),
        LadderTarget.Pilot or LadderTarget.Deputy => Conducts(commitment, target),
        _ => AtProvider(commitment, target, facts),
    };

    private IEnumerable<LadderPerson> Conducts(CommitmentFacts commitment, LadderTarget target)
    {
        var (pilot, deputy) = _processes.GetValueOrDefault(commitment.Row.ProcessId);
        var asked = target == LadderTarget.Pilot ? new[] { pilot, deputy } : [deputy];
        return InTurn(asked.OfType<Guid>(), target) is { } found ? [found]
            : target == LadderTarget.Pilot ? _owners.Select(owner => StandIn(owner) with { As = target }) : [];
    }

    private IEnumerable<LadderPerson> AtProvider(CommitmentFacts commitment, LadderTarget target, CompanyFacts facts)
    {
        var provider = facts.Providers.FirstOrDefault(row => row.Id == commitment.Row.ProviderId);
        var asked = ContactOrder.Of([.. _contacts[provider?.Id ?? Guid.Empty]], target == LadderTarget.Manager);
        return InTurn(asked, target) is { } found ? [found with { AccountId = null }]
            : provider is { Email: { } email, IsArchived: false } ? [new LadderPerson(provider.Name, email, null, target)]
            : [];
    }

    // The first who is there and can be written to: whoever is away is stood in for by whom they named.
    private LadderPerson? InTurn(IEnumerable<Guid> asked, LadderTarget target)
    {
        string? away = null;
        foreach (var person in asked.Select(id => _people.GetValueOrDefault(id)).OfType<Person>())
        {
            var (here, isAway) = HereOf(person);
            away ??= isAway ? person.Name : null;
            if (here is { Email: { } email })
            {
                return new LadderPerson(here.Name, email, here.AccountId, target, away);
            }
        }

        return null;
    }

    private (Person? Here, bool IsAway) HereOf(Person person) => AbsenceOf(person) is not { } absence ? (person, false)
        : (absence.CoveredById is { } cover && _people.TryGetValue(cover, out var known) && AbsenceOf(known) is null ? known : null, true);

    private LadderPerson StandIn(LadderPerson owner)
    {
        var person = _people.Values.FirstOrDefault(row => row.AccountId == owner.AccountId);
        return person is not null && HereOf(person) is (Person { Email: { } email } here, true)
            ? new LadderPerson(here.Name, email, here.AccountId, LadderTarget.Owner, person.Name) : owner;
    }

    private Absence? AbsenceOf(Person person) => person.Absences.FirstOrDefault(row => row.Holds(_today));
}
