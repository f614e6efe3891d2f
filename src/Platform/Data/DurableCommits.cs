using Microsoft.AspNetCore.Http;

namespace Pupitre.Platform.Data;

/// <summary>
/// What was answered outlasts a power cut. SQLite writes each commit at the end of one log and does not wait for the disk; one flush of
/// that log, just before an answer leaves, makes everything durable that the answer speaks of, however many commits it took.
/// </summary>
/// <remarks>PostgreSQL waits for the disk at each commit by itself.</remarks>
public sealed class DurableCommits(DataPlace place)
{
    private readonly Lock _turn = new();
    private DateTime _named;
    private long _count;

    /// <summary>How often the log was flushed since the start.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Returns when every commit made before the call lies on the disk.</summary>
    public void Flush()
    {
        var log = place.SqliteFile + "-wal";
        if (place.IsPostgres || !File.Exists(log))
        {
            return;
        }

        try
        {
            using var file = new FileStream(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            file.Flush(flushToDisk: true);
        }
        catch (FileNotFoundException)
        {
            // The last connection closed meanwhile and took the log into the database, flushed.
            return;
        }

        Interlocked.Increment(ref _count);
        FlushName(log);
    }

    // The log comes and goes with the first and the last connection; the folder is asked once for each.
    private void FlushName(string log)
    {
        var made = File.GetCreationTimeUtc(log);
        lock (_turn)
        {
            if (made == _named)
            {
                return;
            }

            _named = made;
        }

        DiskFlush.Folder(place.Folder);
    }
}

/// <summary>Before the answer to a request that may have changed something leaves, what it changed lies on the disk.</summary>
internal sealed class DurableAnswers(RequestDelegate next, DurableCommits commits)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.OnStarting(() =>
            {
                commits.Flush();
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
