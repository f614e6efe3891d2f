using Pupitre.Evidence.Events;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Flows.Logs;

/// <summary>
/// Opens sources as a log: from memory when nothing of them has changed, else from the narrow tables. One log is loaded at a time over
/// all companies, so that memory stays bounded however many people ask.
/// </summary>
public sealed class ReadFlowLog(Tenant tenant, ReadCases readCases, ReadAttributeNames readNames, FlowCache cache)
{
    /// <summary>Most events that are opened at once: some 400 MB while they are being read.</summary>
    public const int MaxEvents = 3_000_000;

    /// <summary>Whether the sources hold more than is opened at once.</summary>
    public static bool IsTooLarge(IEnumerable<FlowSource> sources) => sources.Sum(source => (long)source.Events) > MaxEvents;

    /// <summary>Says exactly what a log is made of.</summary>
    public string KeyOf(IReadOnlyList<FlowSource> sources, StepNames steps, string? attribute) =>
        $"{tenant.CompanyId:N} {tenant.Zone.Id} {steps} {attribute?.Length}:{attribute} {string.Join(' ', sources.Select(source => source.Key))}";

    /// <param name="sources">At least one, and not too large together.</param>
    /// <param name="steps">What a step is named after.</param>
    /// <param name="attribute">Name of the one attribute to keep, or null.</param>
    /// <param name="progress">Told now and then how many more events were read, or null.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<FlowLog> RunAsync(IReadOnlyList<FlowSource> sources, StepNames steps, string? attribute, Action<int>? progress, CancellationToken token)
    {
        var key = KeyOf(sources, steps, attribute);
        if (cache.Find<FlowLog>(key) is { } known)
        {
            return known;
        }

        using (await cache.EnterAsync(token))
        {
            if (cache.Find<FlowLog>(key) is { } justLoaded)
            {
                return justLoaded;
            }

            var log = await LoadAsync(key, sources, steps, attribute, progress, token);
            cache.Keep(key, log, log.Weight);
            return log;
        }
    }

    private async Task<FlowLog> LoadAsync(string key, IReadOnlyList<FlowSource> sources, StepNames steps, string? attribute, Action<int>? progress, CancellationToken token)
    {
        var loaded = new List<(SourceCases Cases, FlowSource Source)>();
        var names = new SortedSet<string>(StringComparer.CurrentCulture);
        foreach (var source in sources)
        {
            loaded.Add((await readCases.RunAsync(source.Id, attribute is null ? [] : [attribute], progress, token), source));
            names.UnionWith(await readNames.RunAsync(source, token));
        }

        var build = new BuildFlowLog(tenant.Zone, steps, attribute);
        var (log, caseKeys, stepsOfLog) = build.Run(loaded, token);
        return new FlowLog(key, log, caseKeys, [.. names], stepsOfLog, loaded.Max(source => source.Cases.KnownUntil), build.Moments);
    }
}
