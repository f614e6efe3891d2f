using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Pupitre.Flows.Logs;
using Pupitre.Flows.Targets;
using Pupitre.Mining;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;

namespace Pupitre.Flows.Conformance;

/// <summary>Holds the cases that a filter leaves against the target of a process.</summary>
internal sealed class ReadConformance(Db db, ReadFlow readFlow, ReadFlowSources readSources, ReadTargets readTargets, ReadTargetModel readModel)
{
    public const string ProcessName = "process";

    /// <summary>Room that alignments take in memory, compared with an event of a log.</summary>
    private const int WeightOfVariant = 8;

    public async Task<ConformanceView> RunAsync(HttpContext http, CancellationToken token)
    {
        var (asked, sources, targets) = ((string?)http.Request.Query[ProcessName], await readSources.ProcessesAsync(token), await readTargets.AllAsync(token));
        var view = await readFlow.RunAsync(WithSource(FlowFilter.Of(http), asked, sources, targets), token);
        if (!view.HasCases)
        {
            return new ConformanceView(view, [], null, null, null, null);
        }

        var processes = await db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.FoldedName).Select(row => new ProcessName(row.Id, row.Name)).ToListAsync(token);
        var known = processes.ConvertAll(process => process with { Target = ReadTargets.InForce(targets[process.Id]) });
        var told = sources[view.Chosen[0].Id].ToHashSet();
        var chosen = Choose(asked, known, told);
        return chosen?.Target is { } target
            ? await AlignAsync(view, known, chosen, target, token)
            : new ConformanceView(view, known, chosen, null, null, null);
    }

    // Who names no source looks at one that tells of the process asked for, else of a process that has a target.
    private static FlowFilter WithSource(FlowFilter filter, string? asked, ILookup<Guid, Guid> sources, ILookup<Guid, ProcessTarget> targets)
    {
        if (filter.Source is not null || filter.Commitment is not null)
        {
            return filter;
        }

        var telling = Guid.TryParse(asked, out var process)
            ? sources.FirstOrDefault(source => source.Contains(process))
            : sources.FirstOrDefault(source => source.Any(told => ReadTargets.InForce(targets[told]) is not null));
        return telling is null ? filter : filter.But((FlowFilter.SourceName, telling.Key.ToString()));
    }

    // As asked, else the process that the events tell of, one with a target first; a target elsewhere would compare what does not belong together.
    private static ProcessName? Choose(string? asked, List<ProcessName> known, HashSet<Guid> told) =>
        (Guid.TryParse(asked, out var id) ? known.Find(process => process.Id == id) : null)
        ?? known.Find(process => told.Contains(process.Id) && process.Target is not null)
        ?? known.Find(process => told.Contains(process.Id))
        ?? known.Find(process => process.Target is not null);

    private async Task<ConformanceView> AlignAsync(FlowView view, IReadOnlyList<ProcessName> known, ProcessName chosen, ProcessTarget target, CancellationToken token)
    {
        try
        {
            var model = await readModel.RunAsync(target, view.Log.Log.Activities, token);
            var alignments = view.Of(
                target.Hash,
                cases => CaseAlignments.Run(cases, model.Net, view.Log.Open is { } open ? open.MayGoOn : null, PageLimits.Alignment, token),
                made => (made.Ended.Count + (made.Begun?.Count ?? 0)) * (long)WeightOfVariant);
            return new ConformanceView(view, known, chosen, model, alignments, null);
        }
        catch (Exception problem) when (problem is UnreadableModel or UnusableModel)
        {
            return new ConformanceView(view, known, chosen, null, null, problem.Message);
        }
    }
}

/// <summary>A process that can be held against its target.</summary>
public sealed record ProcessName(Guid Id, string Name)
{
    /// <summary>What it is held against, or null.</summary>
    public ProcessTarget? Target { get; init; }
}

/// <summary>What the page of conformance stands on.</summary>
/// <param name="Processes">All processes, by name.</param>
/// <param name="Process">The one that is looked at, or null when none fits.</param>
/// <param name="Model">Its target; null without one, or with one that cannot be used.</param>
/// <param name="Alignments">How the cases lie along it, those still under way along its beginning; null likewise.</param>
/// <param name="Problem">Why the target cannot be used.</param>
public sealed record ConformanceView(FlowView Flow, IReadOnlyList<ProcessName> Processes, ProcessName? Process, ProcessModel? Model, CaseAlignments? Alignments, string? Problem);
