using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Escalations;

/// <summary>The cases of a commitment that run still: from memory while nothing that counts has changed, else from the events.</summary>
internal sealed class ReadRunningCases(Tenant tenant, MeasureCommitment measure, ReadAdjustments readAdjustments, RunningCasesCache cache)
{
    public async Task<IReadOnlyList<RunningCase>> RunAsync(CommitmentFacts commitment, string evidence, CancellationToken token)
    {
        var key = $"{tenant.CompanyId:N} {tenant.Zone.Id} {commitment.Terms.Key} {evidence}";
        if (cache.Find(key) is { } known)
        {
            return known;
        }

        var sources = await measure.SourcesAsync(commitment.Terms, token);
        var running = sources.Count == 0 ? []
            : new MeasureCases(commitment.Terms, tenant.Zone, await readAdjustments.RunAsync(evidence, token)).Running(sources);
        cache.Keep(key, running);
        return running;
    }
}

/// <summary>The running cases of commitments that were asked for lately. All of it can be thrown away.</summary>
internal sealed class RunningCasesCache
{
    /// <summary>Cases held over all companies, one to three kilobytes each with their stories.</summary>
    private const int MaxCases = 50_000;

    private readonly RecentlyUsed<IReadOnlyList<RunningCase>> _known = new(MaxCases);

    public IReadOnlyList<RunningCase>? Find(string key) => _known.Find(key);

    public void Keep(string key, IReadOnlyList<RunningCase> running) => _known.Keep(key, running, Math.Max(1, running.Count));
}
