using Pupitre.Flows.Logs;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Flows;

/// <summary>Opens what a page of flows is asked for: the chosen sources as one log, and the cases that the filter leaves of it.</summary>
public sealed class ReadFlow(Tenant tenant, ReadFlowSources readSources, ReadFlowLog readLog, OpenFlowLog openLog, FlowCache cache)
{
    /// <summary>For a page: a large log may still be opening, and the view says so.</summary>
    public Task<FlowView> RunAsync(FlowFilter filter, CancellationToken token) => RunAsync(filter, openLog.RunAsync, token);

    /// <summary>For a file, which waits until the log is open.</summary>
    public Task<FlowView> WholeAsync(FlowFilter filter, CancellationToken token) =>
        RunAsync(filter, async (sources, steps, attribute, _) => (await readLog.RunAsync(sources, steps, attribute, progress: null, token), null), token);

    private async Task<FlowView> RunAsync(FlowFilter filter, Func<IReadOnlyList<FlowSource>, StepNames, string?, CancellationToken, Task<(FlowLog? Log, FlowOpening? Opening)>> open, CancellationToken token)
    {
        var sources = await readSources.RunAsync(token);
        var wanted = filter.Commitment is { } commitment ? await readSources.OfCommitmentAsync(commitment, token) : filter.Source;
        var chosen = await readSources.WithDoersAsync(Choose(wanted, filter.With, sources), token);
        if (chosen.Count == 0 || ReadFlowLog.IsTooLarge(chosen))
        {
            return new FlowView(filter, sources, chosen, null, null, cache);
        }

        var (log, opening) = await open(chosen, filter.Steps, filter.Attribute, token);
        return log is null
            ? new FlowView(filter, sources, chosen, null, null, cache) { Opening = opening }
            : new FlowView(filter, sources, chosen, log, log.Part(filter.Key, whole => new NarrowCases(filter, tenant.Zone).Run(whole, token)), cache);
    }

    // Without a choice, the fullest source: every page shows something as soon as there is something.
    private static List<FlowSource> Choose(Guid? wanted, Guid? with, IReadOnlyList<FlowSource> sources)
    {
        var first = sources.FirstOrDefault(source => source.Id == wanted) ?? (sources.Count > 0 ? sources[0] : null);
        var second = sources.FirstOrDefault(source => source.Id == with && source != first);
        return [.. new[] { first, second }.OfType<FlowSource>()];
    }
}
