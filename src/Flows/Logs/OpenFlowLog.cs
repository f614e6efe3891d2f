using Pupitre.Platform.Tenancy;

namespace Pupitre.Flows.Logs;

/// <summary>Opens sources for a page: at once when they are small or in memory, else aside, and the page says how far that is.</summary>
public sealed class OpenFlowLog(Tenant tenant, ReadFlowLog readLog, FlowCache cache, FlowOpenings openings)
{
    /// <summary>Events that are read while the reader waits, well within a second.</summary>
    private const long MostAtOnce = 150_000;

    /// <summary>How long a page waits for a large log before it shows how far it is.</summary>
    private const int PatienceMs = 1_500;

    /// <returns>The log, or how far its opening is.</returns>
    public async Task<(FlowLog? Log, FlowOpening? Opening)> RunAsync(IReadOnlyList<FlowSource> sources, StepNames steps, string? attribute, CancellationToken token)
    {
        var key = readLog.KeyOf(sources, steps, attribute);
        if (cache.Find<FlowLog>(key) is { } known)
        {
            return (known, null);
        }

        if (sources.Sum(source => (long)source.Events) <= MostAtOnce || openings.Begin(key, tenant.Company, sources, steps, attribute) is not { } opening)
        {
            return (await readLog.RunAsync(sources, steps, attribute, progress: null, token), null);
        }

        await Task.WhenAny(opening.Work, Task.Delay(PatienceMs, token));
        token.ThrowIfCancellationRequested();
        return opening.Work.IsCompleted ? (await opening.Work, null) : (null, opening);
    }
}
