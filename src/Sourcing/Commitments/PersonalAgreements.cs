using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Where a person stands as having agreed to a commitment for the other side, and where a provider's own fields name them.</summary>
internal sealed class PersonalAgreements(Db db) : IPersonalData
{
    public int Order => 200;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var agreed = await AgreedAsync(whom, token);
        var providers = await db.Set<Provider>().AsNoTracking().Select(row => new { row.Name, row.Email, row.Note }).AsAsyncEnumerable()
            .Where(row => whom.IsIn(row.Email) || whom.IsIn(row.Note)).ToListAsync(token);
        return
        [
            new PersonalPiece(Texts.Privacy_Agreements, [.. agreed.Select(row => (object)new { by = row.AgreedBy, on = row.AgreedOn, commitment = row.Action })]),
            new PersonalPiece(Texts.Privacy_Providers, [.. providers.Select(row => (object)new { provider = row.Name, email = row.Email, note = row.Note })], Texts.Privacy_ProvidersKept),
        ];
    }

    // That somebody agreed stays: the commitment stands on it.
    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var ids = (await AgreedAsync(whom, token)).ConvertAll(row => row.Id);
        var nobody = Texts.Privacy_Somebody;
        await db.Set<CommitmentVersion>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.AgreedBy, nobody), token);
    }

    private ValueTask<List<CommitmentVersion>> AgreedAsync(Whom whom, CancellationToken token) =>
        db.Set<CommitmentVersion>().AsNoTracking().Where(row => row.AgreedBy != null).AsAsyncEnumerable().Where(row => whom.IsIn(row.AgreedBy)).ToListAsync(token);
}
