using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Processes.Targets;

/// <summary>The versions of targets, newest first.</summary>
public sealed class ReadTargets(Db db)
{
    private readonly Dictionary<Guid, IReadOnlyList<ProcessTarget>> _asked = [];

    /// <summary>Two modules ask on one page: they are answered once.</summary>
    public async Task<IReadOnlyList<ProcessTarget>> OfAsync(Guid processId, CancellationToken token)
    {
        if (!_asked.TryGetValue(processId, out var versions))
        {
            versions = await db.Set<ProcessTarget>().AsNoTracking().Where(row => row.ProcessId == processId).OrderByDescending(row => row.Number).ToListAsync(token);
            _asked.Add(processId, versions);
        }

        return versions;
    }

    /// <summary>Of every process of the company, one query.</summary>
    public async Task<ILookup<Guid, ProcessTarget>> AllAsync(CancellationToken token) =>
        (await db.Set<ProcessTarget>().AsNoTracking().OrderByDescending(row => row.Number).ToListAsync(token)).ToLookup(row => row.ProcessId);

    /// <summary>What a process is held against: the newest published version, else the newest draft; null without either.</summary>
    public static ProcessTarget? InForce(IEnumerable<ProcessTarget> newestFirst)
    {
        var versions = newestFirst.ToList();
        return versions.Find(row => row.State == TargetState.Published) ?? versions.Find(row => row.State == TargetState.Draft);
    }
}
