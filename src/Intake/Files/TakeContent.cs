using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Files;

/// <summary>Takes a content into the company's files. The same content twice adds nothing, wherever it came from.</summary>
public sealed class TakeContent(Db db, FileStore store, Tenant tenant, IClock clock)
{
    public async Task<(EvidenceFile File, bool IsKnown)> RunAsync(Stream content, string name, string? mediaType, Guid? parentId, bool keepContent, CancellationToken token)
    {
        var stored = await store.SaveAsync(content, name, mediaType, token);
        var known = await db.Set<EvidenceFile>().FirstOrDefaultAsync(row => row.Hash == stored.Hash, token)
            ?? db.ChangeTracker.Entries<EvidenceFile>().FirstOrDefault(entry => entry.Entity.Hash == stored.Hash)?.Entity;
        if (known is not null)
        {
            db.Entry(stored).State = EntityState.Detached;
            if (!known.ContentKept)
            {
                store.DropContent(stored);
            }

            return (known, true);
        }

        var file = EvidenceFile.Receive(stored, name, keepContent, clock.GetCurrentInstant(), tenant.AccountId, parentId);
        db.Add(file);
        return (file, false);
    }
}
