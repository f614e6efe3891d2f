using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;

namespace Pupitre.App.Accounts;

/// <summary>Where a person gives their own calendar the dates of one company.</summary>
internal sealed record CalendarPlace(string Company, string Address);

/// <summary>Reads where a person's calendars are, one for each company whose contracts they see.</summary>
internal sealed class ReadCalendarPlaces(Db db)
{
    public async Task<IReadOnlyList<CalendarPlace>> RunAsync(Guid account, CancellationToken token)
    {
        var rows = await db.Memberships.AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Company.Name)
            .Select(row => new { row.Company.Name, row.Company.Slug, row.Role }).ToListAsync(token);
        return [.. rows.Where(row => Roles.PermitsOf(row.Role).Contains(Permit.ReadSourcing))
            .Select(row => new CalendarPlace(row.Name, $"/{row.Slug}/calendar-feed"))];
    }
}
