using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Imports;

/// <summary>What the background work of an import needs.</summary>
internal sealed record ImportPayload(Guid ImportId);

/// <summary>
/// Reads a file into its source, in the background. Nothing counts before the last line: an import that stops in the middle leaves
/// events behind that no live import holds.
/// </summary>
public sealed class RunImport(Db db, FileStore files, SourceWriting writing, Tenant tenant, IClock clock)
{
    public const string JobKindName = "evidence.import";

    /// <summary>Bad rows that are listed one by one; the others are only counted.</summary>
    public const int MaxListedRows = 10_000;

    private readonly List<RejectedRow> _rejected = [];
    private int _rejectedCount;
    private int _listed;

    /// <param name="progress">Of the background work, which goes back in line while another import is at work in the source; null waits.</param>
    public async Task RunAsync(Guid importId, JobProgress? progress, CancellationToken token)
    {
        var import = await db.Set<Import>().SingleAsync(row => row.Id == importId, token);
        var source = await db.Set<EvidenceSource>().SingleAsync(row => row.Id == import.SourceId, token);
        await using (progress is null ? await writing.EnterAsync(db, source.Number, token) : await writing.TryEnterAsync(db, source.Number, token) ?? throw new WorkWaits())
        {
            using var write = new WriteEvents(db, source.Number, import);
            try
            {
                await write.OpenAsync(token);
                try
                {
                    await ReadAsync(import, write, progress, token);
                }
                finally
                {
                    await write.SettleAsync();
                }

                End(import, write);
            }
            catch (Exception problem) when (problem is Refused or UnreadableLog)
            {
                import.Fail(write.Counts with { Rejected = _rejectedCount }, problem.Message.Cut(Import.MaxReasonLength), clock.GetCurrentInstant());
            }
        }

        if (import.State == ImportState.Failed)
        {
            await UnreadTables.GiveBackAsync(db, import, token);
        }

        db.Record("ImportEnded", new SubjectRef(Import.Kind, import.Id), new
        {
            State = import.State.ToString(),
            File = import.FileHash,
            Name = import.FileName,
            import.Counts.CasesAdded,
            import.Counts.EventsAdded,
            import.Counts.SeenAgain,
            import.Counts.Rejected,
            import.Digest,
        });
        await db.SaveChangesAsync(token);
        if (import.State == ImportState.Failed)
        {
            throw new Refused(import.Problem!);
        }
    }

    private async Task ReadAsync(Import import, WriteEvents write, JobProgress? progress, CancellationToken token)
    {
        var mapping = TableMapping.FromJson(await db.Set<SourceVersion>().Where(row => row.SourceId == import.SourceId && row.Number == import.SourceVersion).Select(row => row.MappingJson!).SingleAsync(token));
        await using var content = await files.OpenAsync(import.FileHash, token);
        using var events = TableFile.OpenEvents(content, mapping);
        while (events.Read())
        {
            if (events.Bad is { } bad)
            {
                await RejectAsync(import, bad, write, token);
            }
            else if (write.Add(events.Event))
            {
                await write.HandOverAsync(token);
                await ReportAsync(progress, events, write, import, token);
            }
        }

        await write.FlushAsync(token);
        await KeepRejectedAsync(token);
    }

    // The length of what is inside a packed file is not known: the share is that of the packed bytes, the count that of the events.
    private static Task ReportAsync(JobProgress? progress, EventFile events, WriteEvents write, Import import, CancellationToken token)
    {
        var total = events.BytesRead > 0 ? (long)(write.Written * ((double)import.SizeBytes / Math.Min(events.BytesRead, import.SizeBytes))) : (long?)null;
        return progress?.ReportAsync(write.Written, total, token) ?? Task.CompletedTask;
    }

    private void End(Import import, WriteEvents write)
    {
        var counts = write.Counts with { Rejected = _rejectedCount };
        var now = clock.GetCurrentInstant();
        if (counts.Events == 0)
        {
            import.Fail(counts, Texts.Import_NothingRead, now);
        }
        else if (counts.Rejected > 0 && !import.TakesGoodRowsOnly)
        {
            import.Await(counts, write.KnownUntil(tenant.Zone, now), write.Digest(), now);
        }
        else
        {
            import.Finish(counts, write.KnownUntil(tenant.Zone, now), write.Digest(), now);
        }
    }

    private async Task RejectAsync(Import import, BadRow bad, WriteEvents write, CancellationToken token)
    {
        _rejectedCount++;
        if (_listed >= MaxListedRows)
        {
            return;
        }

        _rejected.Add(RejectedRow.Create(import.Id, ++_listed, bad.Line, bad.Reason, bad.Text.Replace("\0", "", StringComparison.Ordinal)));
        if (_rejected.Count >= 1_000)
        {
            await write.SettleAsync();
            await KeepRejectedAsync(token);
        }
    }

    private async Task KeepRejectedAsync(CancellationToken token)
    {
        db.AddRange(_rejected);
        await db.SaveChangesAsync(token);
        foreach (var row in _rejected)
        {
            db.Entry(row).State = EntityState.Detached;
        }

        _rejected.Clear();
    }
}
