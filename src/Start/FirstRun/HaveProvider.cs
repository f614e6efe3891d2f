using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Start.FirstRun;

/// <summary>The provider of a tile: the one of that name, else a new one.</summary>
public sealed class HaveProvider(Db db, CreateProvider create)
{
    public async Task<Provider> RunAsync(TileInput tile, CancellationToken token)
    {
        var name = tile.ProviderName!.Trim();
        var known = await db.Set<Provider>().Where(row => row.ArchivedAt == null).ToListAsync(token);
        return known.Find(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? await create.RunAsync(new ProviderInput { Name = name, Email = tile.ProviderEmail }, token);
    }
}
