using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Providers;

/// <summary>Adds a provider. The same form sent twice adds one.</summary>
public sealed class CreateProvider(Db db)
{
    public async Task<Provider> RunAsync(ProviderInput input, CancellationToken token)
    {
        if (await db.Set<Provider>().SingleOrDefaultAsync(row => row.Id == input.Id, token) is { } made)
        {
            return made;
        }

        var provider = Provider.Create(input.Id);
        provider.Describe(input);
        db.Add(provider);
        db.Record("ProviderCreated", provider.Ref, new { provider.Name, provider.Siren });
        await db.SaveChangesAsync(token);
        return provider;
    }
}
