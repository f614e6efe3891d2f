using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Providers;

/// <summary>Adds a provider. The same form sent twice adds one.</summary>
public sealed class CreateProvider(Db db, ContactPersons contacts)
{
    public async Task<Provider> RunAsync(ProviderInput input, CancellationToken token)
    {
        if (await db.Set<Provider>().SingleOrDefaultAsync(row => row.Id == input.Id, token) is { } made)
        {
            return made;
        }

        await RefuseSameNameAsync(db, input, token);
        var provider = Provider.Create(input.Id);
        provider.Describe(input);
        provider.BeReachedBy(await contacts.RunAsync(provider, input, token));
        db.Add(provider);
        db.Record("ProviderCreated", provider.Ref, new { provider.Name, provider.Siren });
        await db.SaveChangesAsync(token);
        return provider;
    }

    /// <summary>Two providers may bear one name; nobody should make the second without knowing.</summary>
    internal static async Task RefuseSameNameAsync(Db db, ProviderInput input, CancellationToken token)
    {
        if (input.AcceptsSameName)
        {
            return;
        }

        var name = input.Name!.Trim().Folded();
        var others = await db.Set<Provider>().AsNoTracking().Where(row => row.Id != input.Id && row.ArchivedAt == null).Select(row => row.Name).ToListAsync(token);
        if (others.Find(other => other.Folded() == name) is { } same)
        {
            throw new Refused(Texts.Provider_SameName.With(same), nameof(ProviderInput.AcceptsSameName));
        }
    }
}
