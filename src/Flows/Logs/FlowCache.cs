using Pupitre.Platform.Data;

namespace Pupitre.Flows.Logs;

/// <summary>
/// Logs that were asked for lately and what was computed from them, in memory. Everything in it can be thrown away: it is found by a key
/// that says exactly what it was made of, so that nothing has to invalidate it.
/// </summary>
public sealed class FlowCache : IDisposable
{
    /// <summary>Events held over all companies, about 40 bytes each.</summary>
    public const long MaxWeight = 6_000_000;

    private readonly RecentlyUsed<object> _kept = new(MaxWeight);
    private readonly SemaphoreSlim _loading = new(1);

    internal T? Find<T>(string key)
        where T : class => _kept.Find(typeof(T).Name + " " + key) as T;

    /// <param name="weight">In events: how many it holds, or what it takes compared with one.</param>
    internal void Keep<T>(string key, T value, long weight)
        where T : class => _kept.Keep(typeof(T).Name + " " + key, value, weight);

    /// <summary>The one way in for whoever loads something large.</summary>
    internal async Task<IDisposable> EnterAsync(CancellationToken token)
    {
        await _loading.WaitAsync(token);
        return new Turn(_loading);
    }

    public void Dispose() => _loading.Dispose();

    private sealed class Turn(SemaphoreSlim loading) : IDisposable
    {
        public void Dispose() => loading.Release();
    }
}
