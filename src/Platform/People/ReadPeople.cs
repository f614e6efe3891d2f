using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.People;

/// <summary>What the list of people is asked for.</summary>
/// <param name="Side">"ours", the key of a side (<see cref="PersonInput.KeyOf"/>), or nothing for everybody.</param>
public sealed record PeopleFilter(string? Search, string? Side, int Page);

/// <summary>A line of the list.</summary>
public sealed record PersonLine(Person Person, PersonSide? Side, IReadOnlyList<PersonDuty> Duties, Absence? Away, string? CoveredBy);

/// <summary>A page of the list.</summary>
public sealed record PeopleList(IReadOnlyList<PersonLine> Lines, int Total, int Page, IReadOnlyList<PersonSide> Sides);

/// <summary>One person, with all that rests on them.</summary>
/// <param name="Others">Everybody else of the same side, by name: who may cover, take over, or be the same person.</param>
public sealed record PersonView(Person Person, PersonSide? Side, IReadOnlyList<PersonDuty> Duties, IReadOnlyList<PersonName> Others, bool HasAccess);

/// <summary>A person's key and name.</summary>
public sealed record PersonName(Guid Id, string Name);

/// <summary>Lists the people of the company and of its providers, each with the parts that they play; shows one of them.</summary>
public sealed class ReadPeople(Db db, Tenant tenant, IClock clock, IEnumerable<IPersonDuties> duties, IEnumerable<IPersonSides> sides)
{
    public const int PageSize = 25;
    public const string Ours = "ours";

    private const int MaxOthers = 1_000;

    public DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    public async Task<PeopleList> ListAsync(PeopleFilter filter, CancellationToken token)
    {
        var rows = Narrow(db.Set<Person>().AsNoTracking(), filter);
        var total = await rows.CountAsync(token);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var persons = await rows.Include(row => row.Absences).OrderBy(row => row.FoldedName).ThenBy(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize).AsSingleQuery().ToListAsync(token);
        var parts = (await DutiesAsync(persons.ConvertAll(row => row.Id), token)).ToLookup(duty => duty.PersonId);
        var known = await SidesAsync(token);
        var away = persons.ToDictionary(row => row.Id, row => row.Absences.FirstOrDefault(absence => absence.Holds(Today)));
        var covering = away.Values.Select(absence => absence?.CoveredById).OfType<Guid>().ToList();
        var names = covering.Count == 0 ? [] : await db.Set<Person>().Where(row => covering.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, token);
        return new PeopleList(
            persons.ConvertAll(row => new PersonLine(row, known.FirstOrDefault(side => side.Ref == row.Side), [.. parts[row.Id]], away[row.Id], away[row.Id]?.CoveredById is { } cover ? names.GetValueOrDefault(cover) : null)),
            total, page, known);
    }

    public async Task<PersonView> OneAsync(Guid id, CancellationToken token)
    {
        var person = await db.Set<Person>().AsNoTracking().Include(row => row.Absences).AsSingleQuery().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var side = person.IsOurs ? null : (await SidesAsync(token)).FirstOrDefault(known => known.Ref == person.Side);
        var others = await db.Set<Person>().AsNoTracking().Where(row => row.Id != id && row.SideId == person.SideId).OrderBy(row => row.FoldedName).Take(MaxOthers)
            .Select(row => new PersonName(row.Id, row.Name)).ToListAsync(token);
        var hasAccess = person.AccountId is { } account && await db.Memberships.AnyAsync(row => row.CompanyId == tenant.CompanyId && row.AccountId == account, token);
        return new PersonView(person, side, await DutiesAsync([id], token), others, hasAccess);
    }

    /// <summary>What would leave with the person, whoever takes their parts over.</summary>
    public async Task<IReadOnlyList<PersonDuty>> LeavingAsync(Guid id, CancellationToken token)
    {
        var all = new List<PersonDuty>();
        foreach (var contribution in duties.OrderBy(known => known.Order))
        {
            all.AddRange(await contribution.LeavesAsync(id, token));
        }

        return all;
    }

    public async Task<IReadOnlyList<PersonSide>> SidesAsync(CancellationToken token)
    {
        var all = new List<PersonSide>();
        foreach (var contribution in sides)
        {
            all.AddRange(await contribution.ReadAsync(token));
        }

        return all;
    }

    private async Task<List<PersonDuty>> DutiesAsync(List<Guid> persons, CancellationToken token)
    {
        var all = new List<PersonDuty>();
        if (persons.Count == 0)
        {
            return all;
        }

        foreach (var contribution in duties.OrderBy(known => known.Order))
        {
            all.AddRange(await contribution.ReadAsync(persons, token));
        }

        return all;
    }

    private static IQueryable<Person> Narrow(IQueryable<Person> rows, PeopleFilter filter)
    {
        if (filter.Side == Ours)
        {
            rows = rows.Where(row => row.SideId == null);
        }
        else if (new PersonInput { SideKey = filter.Side }.Side is { } side)
        {
            rows = rows.Where(row => row.SideId == side.Id);
        }

        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            return rows;
        }

        var (wanted, typed) = (filter.Search.Trim().Folded(), filter.Search.Trim());
        return rows.Where(row => row.FoldedName.Contains(wanted) || (row.Email != null && row.Email.Contains(typed)));
    }
}
