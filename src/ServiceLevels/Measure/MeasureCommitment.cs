using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Sources;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Measures a clock commitment on the sources that it uses: from memory when nothing that counts has changed, else from the events.</summary>
public sealed class MeasureCommitment(Db db, Tenant tenant, ReadCases readCases, ReadAdjustments readAdjustments, MeasureCache cache)
{
    public async Task<MeasuredCases> RunAsync(MeasuredTerms terms, CancellationToken token) =>
        await RunAsync(terms, (await CompanyStamp.ReadAsync(new KindHeads(db), token)).Evidence, token);

    /// <summary>The same for whoever has the stamp of the evidence already.</summary>
    public async Task<MeasuredCases> RunAsync(MeasuredTerms terms, string evidence, CancellationToken token)
    {
        var key = $"{tenant.CompanyId:N} {tenant.Zone.Id} {terms.Key} {evidence}";
        if (cache.Find(key) is { } known)
        {
            return known;
        }

        var sources = await SourcesAsync(terms, token);
        var measured = new MeasureCases(terms, tenant.Zone, await readAdjustments.RunAsync(evidence, token)).Run(sources);
        cache.Keep(key, measured);
        return measured;
    }

    /// <summary>The cases of every source that the commitment is measured on.</summary>
    public async Task<IReadOnlyList<SourceCases>> SourcesAsync(MeasuredTerms terms, CancellationToken token)
    {
        var uses = await db.Set<SourceUse>().Where(use => use.CommitmentId == terms.Id).Select(use => use.SourceId).ToListAsync(token);
        var sources = new List<SourceCases>();
        foreach (var sourceId in uses)
        {
            sources.Add(await readCases.RunAsync(sourceId, terms.AttributeNames, token));
        }

        return sources;
    }
}
