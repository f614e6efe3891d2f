using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Privacy;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Where a person stands as having agreed to a commitment for the other side, and where a provider's own fields name them.</summary>
internal sealed class PersonalAgreements(Db db) : IPersonalData
{
    public int Order => 200;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var (name, email) = (whom.LikeName, whom.LikeEmail);
        var agreed = await db.Set<CommitmentVersion>().AsNoTracking().Where(row => row.AgreedBy != null && row.AgreedBy.Contains(name)).Select(row => new { row.AgreedBy, row.AgreedOn, row.Action }).ToListAsync(token);
        var providers = await db.Set<Provider>().AsNoTracking().Where(row => row.Email == email || (row.Note != null && (row.Note.Contains(name) || row.Note.Contains(email)))).Select(row => new { row.Name, row.Email, row.Note }).ToListAsync(token);
        return
        [
            new PersonalPiece(Texts.Privacy_Agreements, [.. agreed.Where(row => whom.IsIn(row.AgreedBy)).Select(row => (object)new { by = row.AgreedBy, on = row.AgreedOn, commitment = row.Action })]),
            new PersonalPiece(Texts.Privacy_Providers, [.. providers.Select(row => (object)new { provider = row.Name, email = row.Email, note = row.Note })], Texts.Privacy_ProvidersKept),
        ];
    }

    // That somebody agreed stays: the commitment stands on it.
    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var (name, nobody) = (whom.LikeName, Texts.Privacy_Somebody);
        var rows = await db.Set<CommitmentVersion>().AsNoTracking().Where(row => row.AgreedBy != null && row.AgreedBy.Contains(name)).Select(row => new { row.Id, row.AgreedBy }).ToListAsync(token);
        var ids = rows.Where(row => whom.IsIn(row.AgreedBy)).Select(row => row.Id).ToList();
        await db.Set<CommitmentVersion>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.AgreedBy, nobody), token);
    }
}
