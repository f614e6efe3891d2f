using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Flows.Doers;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Flows.Logs;

/// <summary>Lists the sources that hold events, with where each stands, in one query; and what processes they tell of, in another.</summary>
public sealed class ReadFlowSources(Db db)
{
    /// <summary>The sources with live events, the fullest first.</summary>
    public async Task<IReadOnlyList<FlowSource>> RunAsync(CancellationToken token)
    {
        var rows = await db.Set<EvidenceSource>().AsNoTracking()
            .Select(source => new
            {
                source.Id,
                source.Number,
                source.Name,
                source.ProviderId,
                source.CurrentVersion,
                Live = db.Set<Import>().Count(row => row.SourceId == source.Id && row.State == ImportState.Done && row.WithdrawnAt == null),
                Withdrawn = db.Set<Import>().Count(row => row.SourceId == source.Id && row.State == ImportState.Done && row.WithdrawnAt != null),
                Events = db.Set<Import>().Where(row => row.SourceId == source.Id && row.State == ImportState.Done && row.WithdrawnAt == null).Sum(row => row.Counts.EventsAdded),
            }).ToListAsync(token);
        return [.. rows.Where(row => row.Live > 0).OrderByDescending(row => row.Events).ThenBy(row => row.Name, StringComparer.CurrentCulture)
            .Select(row => new FlowSource(row.Id, row.Number, row.Name, row.ProviderId, row.Events, string.Create(CultureInfo.InvariantCulture, $"{row.Id:N}.{row.CurrentVersion}.{row.Live}.{row.Withdrawn}")))];
    }

    /// <summary>The same sources with what is known of who does their steps: what a person said, and what the commitments measured on them say.</summary>
    public async Task<IReadOnlyList<FlowSource>> WithDoersAsync(IReadOnlyList<FlowSource> sources, CancellationToken token)
    {
        var ids = sources.Select(source => source.Id).ToList();
        var rows = await db.Set<EvidenceSource>().AsNoTracking().AsSingleQuery().Where(source => ids.Contains(source.Id)).Select(source => new
        {
            source.Id,
            Doers = db.Set<StepDoer>().Where(row => row.SourceId == source.Id).Select(row => new { row.Activity, row.Doer }).ToList(),
            Rules = (from use in db.Set<SourceUse>()
                     join commitment in db.Set<Commitment>() on use.CommitmentId equals commitment.Id
                     join version in db.Set<CommitmentVersion>() on commitment.Id equals version.CommitmentId
                     where use.SourceId == source.Id && commitment.ArchivedAt == null && version.Kind == CommitmentKind.Clock
                     select new OwedRule(version.CommitmentId, commitment.Performer, version.EffectiveFrom, version.Number, version.RuleJson)).ToList(),
        }).ToListAsync(token);
        var known = rows.ToDictionary(row => row.Id, row => (Said: row.Doers.ToDictionary(doer => doer.Activity, doer => doer.Doer, StringComparer.Ordinal), Owed: OwedSteps.Of(row.Rules)));
        return [.. sources.Select(source => known.TryGetValue(source.Id, out var doers) ? source.Knowing(doers.Said, doers.Owed) : source)];
    }

    /// <summary>The first source that a commitment is measured on, or null.</summary>
    public async Task<Guid?> OfCommitmentAsync(Guid commitment, CancellationToken token) =>
        await db.Set<SourceUse>().Where(use => use.CommitmentId == commitment).OrderBy(use => use.SourceId).Select(use => (Guid?)use.SourceId).FirstOrDefaultAsync(token);

    /// <summary>Processes by source: those whose commitments are measured on it.</summary>
    public async Task<ILookup<Guid, Guid>> ProcessesAsync(CancellationToken token) =>
        (await db.Set<SourceUse>().Join(db.Set<Commitment>(), use => use.CommitmentId, commitment => commitment.Id, (use, commitment) => new { use.SourceId, commitment.ProcessId })
            .Distinct().ToListAsync(token)).ToLookup(row => row.SourceId, row => row.ProcessId);
}
