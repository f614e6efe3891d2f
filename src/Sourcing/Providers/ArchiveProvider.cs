using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Providers;

/// <summary>Takes a provider out of the lists; nothing of it is lost.</summary>
public sealed class ArchiveProvider(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var provider = await db.Set<Provider>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (provider.IsArchived)
        {
            return;
        }

        provider.Archive(clock.GetCurrentInstant());
        db.Record("ProviderArchived", provider.Ref, new { provider.Name });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Puts an archived provider back.</summary>
public sealed class RestoreProvider(Db db)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var provider = await db.Set<Provider>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (!provider.IsArchived)
        {
            return;
        }

        provider.Restore();
        db.Record("ProviderRestored", provider.Ref, new { provider.Name });
        await db.SaveChangesAsync(token);
    }
}
