using Microsoft.Extensions.Hosting;

namespace Pupitre.Platform.Jobs;

/// <summary>The work that this program is at: told to stop when the program is, and waited for until it has written down how it ended.</summary>
public sealed class RunningWork(IHostApplicationLifetime life)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private int _count;

    /// <summary>Cancelled when the program is told to stop.</summary>
    public CancellationToken Stopping => life.ApplicationStopping;

    /// <summary>Counts a piece of work until what is returned is disposed of.</summary>
    public IDisposable Begin()
    {
        Interlocked.Increment(ref _count);
        return new Ended(this);
    }

    /// <summary>Returns when no work is left, or when <paramref name="patience"/> is over.</summary>
    public async Task EndAsync(CancellationToken patience)
    {
        while (Volatile.Read(ref _count) > 0 && !patience.IsCancellationRequested)
        {
            await Task.Delay(_pause, CancellationToken.None);
        }
    }

    private sealed class Ended(RunningWork work) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref work._count);
    }
}
