using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Privacy;

/// <summary>The keys that a person held in the company: erased whole. What they open is nobody's once the person has left.</summary>
internal sealed class PersonalKeys(Db db, Tenant tenant) : IPersonalData
{
    public int Order => 890;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token) =>
    [
        new PersonalPiece(Texts.Key_Personal,
            [.. (await Of(whom).AsNoTracking().OrderBy(row => row.MadeAt).ToListAsync(token)).Select(key => (object)new
        {
            purpose = key.Purpose, made = key.MadeAt.ToString(), lastUsed = key.LastUsedOn, revoked = key.RevokedAt?.ToString(),
        })]),
    ];

    public Task EraseAsync(Whom whom, CancellationToken token) => Of(whom).ExecuteDeleteAsync(token);

    private IQueryable<AccessKey> Of(Whom whom) =>
        db.Set<AccessKey>().Where(row => row.CompanyId == tenant.CompanyId && row.AccountId == whom.AccountId);
}
