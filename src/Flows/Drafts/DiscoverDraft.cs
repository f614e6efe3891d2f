using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pupitre.Flows.Conformance;
using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Platform;
using Pupitre.Processes.Targets;

namespace Pupitre.Flows.Drafts;

/// <summary>Discovers the process that the cases of a filter show, and saves it as a draft of a process's target.</summary>
public sealed class DiscoverDraft(ReadFlow readFlow, AttachTarget attach)
{
    public const string NoiseName = "noise";

    /// <summary>Hundredths below which what is rare beside the most frequent alternative is left out, unless something else is asked for.</summary>
    public const int UsualNoise = 20;

    /// <summary>Steps of a drawing that a person can still read and change.</summary>
    public const int MaxTasks = 200;

    private const string MediaName = ".bpmn";

    public static int NoiseOf(HttpContext http) =>
        int.TryParse(http.Request.Query[NoiseName], NumberStyles.None, CultureInfo.InvariantCulture, out var noise) && noise <= 100 ? noise : UsualNoise;

    /// <summary>What would be saved; null when the filter leaves nothing.</summary>
    public async Task<DraftView> PrepareAsync(FlowFilter filter, int noise, CancellationToken token) => Of(await readFlow.RunAsync(filter, token), noise, token);

    /// <summary>The same for a file, which waits until the log is open.</summary>
    public async Task<DraftView> WholeAsync(FlowFilter filter, int noise, CancellationToken token) => Of(await readFlow.WholeAsync(filter, token), noise, token);

    /// <exception cref="NotFound">The filter leaves no case, or the company has no such process.</exception>
    /// <exception cref="Refused">The model would be too large to be read.</exception>
    public async Task<ProcessTarget> RunAsync(FlowFilter filter, int noise, Guid processId, CancellationToken token)
    {
        var (view, draft) = await WholeAsync(filter, noise, token);
        if (draft is null)
        {
            throw new NotFound();
        }

        using var content = new MemoryStream(Write(draft, view.Chosen[0].Name));
        return await attach.RunAsync(processId, new TargetInput(view.Chosen[0].Name + MediaName, TargetFormat.Bpmn, TargetOrigin.Discovered, IsDraft: true), content, token);
    }

    /// <exception cref="Refused">The model would be too large to be read.</exception>
    public static byte[] Write(FlowDraft draft, string name)
    {
        if (draft.Tasks > MaxTasks)
        {
            throw new Refused(Texts.Draft_TooLarge.With(draft.Tasks, MaxTasks));
        }

        using var content = new MemoryStream();
        BpmnWriter.Write(draft.Tree, content, name);
        return content.ToArray();
    }

    private static DraftView Of(FlowView view, int noise, CancellationToken token) => new(view, view.HasCases ? Discover(view, noise, token) : null);

    private static FlowDraft Discover(FlowView view, int noise, CancellationToken token) => view.Of(
        "draft " + noise.ToString(CultureInfo.InvariantCulture),
        cases =>
        {
            var tree = InductiveMiner.Discover(cases.Variants, noise / 100.0, token);
            var tasks = BpmnWriter.TasksOf(tree);
            if (tasks > MaxTasks)
            {
                return new FlowDraft(tree, tasks, Fitting: 0, Compared: 0);
            }

            var fitting = AlignVariants.Run(cases.Variants, TreeNet.Of(tree, token), PageLimits.Alignment, token);
            return new FlowDraft(tree, tasks, fitting.FittingCases, fitting.SolvedCases);
        });
}

/// <summary>A discovered process.</summary>
/// <param name="Tasks">How many steps are drawn.</param>
/// <param name="Fitting">Cases that follow it from end to end, of those that could be compared.</param>
/// <param name="Compared">Those: none where it is too large to be drawn, or to be compared within the limits of a page.</param>
public sealed record FlowDraft(ProcessTree Tree, int Tasks, long Fitting, long Compared);

/// <summary>What the page of a draft stands on.</summary>
public sealed record DraftView(FlowView Flow, FlowDraft? Draft);
