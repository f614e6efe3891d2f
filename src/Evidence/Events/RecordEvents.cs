using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Events;

/// <summary>
/// Records events in a source, as one import that is whole or not there: the door for what a person types in, what a check sees, what a
/// connection brings. A file of many is read by <see cref="RunImport"/>, in the background.
/// </summary>
public sealed class RecordEvents(Db db, SourceWriting writing, Tenant tenant, IClock clock)
{
    /// <param name="sourceId">The source.</param>
    /// <param name="from">What they stand in.</param>
    /// <param name="events">Each is read before the next one is asked for.</param>
    /// <param name="tell">Writes the lines of the history, in the same transaction; the import is done then.</param>
    /// <exception cref="InvalidOperationException">There is no such source in this company.</exception>
    public async Task<Import> RunAsync(Guid sourceId, EventOrigin from, IEnumerable<IncomingEvent> events, Action<Import> tell, CancellationToken token)
    {
        var source = await db.Set<EvidenceSource>().SingleAsync(row => row.Id == sourceId, token);
        await using var turn = await writing.EnterAsync(db, source.Number, token);
        await db.Entry(source).ReloadAsync(token);
        var now = clock.GetCurrentInstant();
        var import = Import.Start(source, from.Hash, from.Name, from.SizeBytes, takesGoodRowsOnly: true, now, tenant.AccountId);
        using var write = new WriteEvents(db, source.Number, import);
        await write.OpenAsync(token);

        // One transaction: what broke off in the middle would stay for ever as an import that runs.
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        db.Add(import);
        foreach (var item in events)
        {
            if (write.Add(item))
            {
                await write.FlushAsync(token);
            }
        }

        await write.FlushAsync(token);
        import.Finish(write.Counts, write.KnownUntil(tenant.Zone, now), write.Digest(), now);
        tell(import);
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return import;
    }
}

/// <summary>What recorded events stand in.</summary>
/// <param name="Hash">SHA-256 in hexadecimal of the content: the file, or the words that were typed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="SizeBytes">Zero for what is no file.</param>
public sealed record EventOrigin(string Hash, string Name, long SizeBytes);
