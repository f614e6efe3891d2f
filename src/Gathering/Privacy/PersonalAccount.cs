using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Privacy;

/// <summary>The account by which the person signed in, and the links that were made for them. An account that is another company's stays.</summary>
internal sealed class PersonalAccount(Db db, Tenant tenant, IClock clock) : IPersonalData
{
    public int Order => 900;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        if (whom.AccountId is not { } id)
        {
            return [];
        }

        var account = await db.Users.AsNoTracking().Where(row => row.Id == id)
            .Select(row => new { row.DisplayName, row.Email, row.CreatedAt, IsElsewhere = db.Memberships.Any(member => member.AccountId == id) }).SingleOrDefaultAsync(token);
        return account is null ? [] : [new PersonalPiece(Texts.Privacy_Account, [new { name = account.DisplayName, email = account.Email, since = account.CreatedAt.ToString() }], account.IsElsewhere ? Texts.Privacy_AccountKept : null)];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var isNobodys = whom.AccountId is { } id && !await db.Memberships.AnyAsync(row => row.AccountId == id, token);
        if (isNobodys)
        {
            await ForgetAsync(whom.AccountId!.Value, token);
        }

        await EraseLinksAsync(whom, isNobodys, token);
    }

    // The row stays, because the history says by its key who acted; it names nobody, and nobody signs in with it.
    private async Task ForgetAsync(Guid id, CancellationToken token)
    {
        var stamp = Guid.CreateVersion7().ToString("N");
        var (address, nobody) = ($"{id:N}@erased.invalid", Texts.Privacy_Somebody);
        var folded = address.ToUpperInvariant();
        await db.Set<AccountSession>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token);
        await db.Users.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.UserName, address).SetProperty(row => row.NormalizedUserName, folded)
                .SetProperty(row => row.Email, address).SetProperty(row => row.NormalizedEmail, folded)
                .SetProperty(row => row.DisplayName, nobody).SetProperty(row => row.PasswordHash, (string?)null).SetProperty(row => row.SecurityStamp, stamp),
            token);
    }

    // Links that another company made for the same address are that company's, for as long as the account is.
    private async Task EraseLinksAsync(Whom whom, bool isNobodys, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var account = whom.AccountId;
        var named = await db.Set<ActionLink>().AsNoTracking()
            .Where(row => row.Addressee != null && (row.ForCompany == tenant.CompanyId || (isNobodys && row.SubjectId == account)))
            .Select(row => new { row.Id, row.SubjectId, row.Addressee }).ToListAsync(token);
        var ids = named.Where(row => row.SubjectId == account || whom.IsIn(row.Addressee)).Select(row => row.Id).ToList();
        await db.Set<ActionLink>().Where(row => ids.Contains(row.Id) && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), token);
        await db.Set<ActionLink>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Addressee, (string?)null), token);
    }
}
