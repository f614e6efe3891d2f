using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Flows.Logs;

namespace Pupitre.ServiceLevels.Flows;

/// <summary>Opens what a page of flows is asked for: the chosen sources as one log, and the cases that the filter leaves of it.</summary>
internal sealed class ReadFlow(Tenant tenant, ReadFlowSources readSources, ReadFlowLog readLog, FlowCache cache)
{
    public async Task<FlowView> RunAsync(FlowFilter filter, CancellationToken token)
    {
        var sources = await readSources.RunAsync(token);
        var wanted = filter.Commitment is { } commitment ? await readSources.OfCommitmentAsync(commitment, token) : filter.Source;
        var chosen = await readSources.WithDoersAsync(Choose(wanted, filter.With, sources), token);
        if (chosen.Count == 0 || ReadFlowLog.IsTooLarge(chosen))
        {
            return new FlowView(filter, sources, chosen, null, null, cache);
        }

        var log = await readLog.RunAsync(chosen, filter.Steps, filter.Attribute, token);
        return new FlowView(filter, sources, chosen, log, log.Part(filter.Key, whole => new NarrowCases(filter, tenant.Zone).Run(whole, token)), cache);
    }

    // Without a choice, the fullest source: every page shows something as soon as there is something.
    private static List<FlowSource> Choose(Guid? wanted, Guid? with, IReadOnlyList<FlowSource> sources)
    {
        var first = sources.FirstOrDefault(source => source.Id == wanted) ?? (sources.Count > 0 ? sources[0] : null);
        var second = sources.FirstOrDefault(source => source.Id == with && source != first);
        return [.. new[] { first, second }.OfType<FlowSource>()];
    }
}
