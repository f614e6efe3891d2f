using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sample.World;

namespace Pupitre.Start.Sample;

/// <summary>
/// Makes a sample company for a person, still empty. The mark of a sample is set now and for ever: only such a company can be removed.
/// Who has one already gets that one.
/// </summary>
public sealed class CreateSampleCompany(Db db, IClock clock)
{
    public async Task<(Company Company, bool IsNew)> RunAsync(Guid accountId, CancellationToken token)
    {
        var known = await db.Memberships.AsNoTracking().Include(row => row.Company)
            .FirstOrDefaultAsync(row => row.AccountId == accountId && row.Company.IsSample, token);
        if (known is not null)
        {
            return (known.Company, false);
        }

        var now = clock.GetCurrentInstant();
        var company = Company.Create(Cast.Company, await FreeSlugAsync(token), "metropole", "Europe/Paris", now, isSample: true);
        db.Companies.Add(company);
        db.Memberships.Add(Membership.Create(accountId, company, Role.Owner, now));
        await db.SaveChangesAsync(token);
        return (company, true);
    }

    private async Task<string> FreeSlugAsync(CancellationToken token)
    {
        var taken = await db.Companies.Where(row => row.Slug.StartsWith(Cast.CompanySlug)).Select(row => row.Slug).ToListAsync(token);
        var slug = Cast.CompanySlug;
        for (var number = 2; taken.Contains(slug); number++)
        {
            slug = string.Create(CultureInfo.InvariantCulture, $"{Cast.CompanySlug}-{number}");
        }

        return slug;
    }
}
