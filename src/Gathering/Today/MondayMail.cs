using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Today;

/// <summary>
/// Writes to each of the company's people on Monday what is waiting for them, as they see it and in their language: once a week, seven
/// lines at most, and nothing when nothing is. Whoever does not want it says so in their account.
/// </summary>
public sealed class MondayMail(Db db, Tenant tenant, IServiceScopeFactory scopes, IClock clock)
{
    internal static readonly TimeOnly At = new(8, 0);

    private const string ClaimType = "pupitre.monday";
    private const string Unwanted = "off";

    public async Task<bool> IsWantedByAsync(Guid accountId, CancellationToken token) => !await Refusals(accountId).AnyAsync(token);

    /// <summary>Says whether a person wants it. It is kept with the account, for all companies.</summary>
    public async Task WantAsync(Guid accountId, bool wanted, CancellationToken token)
    {
        if (wanted)
        {
            await Refusals(accountId).ExecuteDeleteAsync(token);
        }
        else if (!await Refusals(accountId).AnyAsync(token))
        {
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = accountId, ClaimType = ClaimType, ClaimValue = Unwanted });
            await db.SaveChangesAsync(token);
        }
    }

    internal async Task RunAsync(CancellationToken token)
    {
        // The people of a sample company are made up, and so are their addresses.
        if (tenant.Company.IsSample)
        {
            return;
        }

        var day = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var people = await db.Memberships.AsNoTracking().Where(row => row.CompanyId == tenant.CompanyId)
            .Where(row => !db.UserClaims.Any(claim => claim.UserId == row.AccountId && claim.ClaimType == ClaimType))
            .Join(db.Users, row => row.AccountId, account => account.Id, (row, account) => new { Member = row, account.Email })
            .OrderBy(row => row.Email).ToListAsync(token);
        foreach (var person in people.Where(row => row.Email is not null))
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            services.GetRequiredService<Tenant>().EnterAsMember(tenant.Company, person.Member);
            var language = await services.GetRequiredService<AccountLanguage>().OfAsync(person.Member.AccountId, token);
            using var spoken = InLanguage.Speak(AccountLanguage.CultureOf(language));
            await services.GetRequiredService<WriteMonday>().RunAsync(person.Email!, KeyOf(person.Member, monday), token);
        }
    }

    private IQueryable<IdentityUserClaim<Guid>> Refusals(Guid accountId) =>
        db.UserClaims.Where(row => row.UserId == accountId && row.ClaimType == ClaimType);

    // The same week, person and company make the same key: work that is done again after it was cut off writes no second mail.
    private static Guid KeyOf(Membership member, DateOnly monday) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{member.CompanyId:N} {member.AccountId:N} {monday:O}")).AsSpan(0, 16));
}
