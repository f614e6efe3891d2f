using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Diagrams;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Processes.Targets;

namespace Pupitre.Processes.Steps;

/// <summary>
/// Makes the steps of a process those that a drawing shows. The drawing says names, order, roles and which steps only some cases take;
/// what it does not know (minutes, tools, waits, documents) stays with the step of the same name.
/// </summary>
public sealed class TakeDrawnSteps(ReadTarget readTarget, SaveSteps save)
{
    /// <exception cref="NotFound">The company has no such version.</exception>
    /// <exception cref="Refused">It is no drawing, or shows more steps than a process has.</exception>
    public async Task<DrawnSteps> PlanAsync(Guid processId, int number, CancellationToken token)
    {
        var view = await readTarget.RunAsync(processId, number, token);
        var now = await save.PrepareAsync(processId, token);
        return new DrawnSteps(view.ProcessName, Match(now, Shown(view.Diagram?.Document
            ?? throw new Refused(Texts.Target_NetText), token)));
    }

    /// <param name="version">Version of the process for which the plan was shown.</param>
    /// <exception cref="NotFound">The company has no such version.</exception>
    /// <exception cref="Refused">It is no drawing, shows more steps than a process has, or the process is archived.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed the process or its steps since the plan was shown.</exception>
    public async Task RunAsync(Guid processId, int number, long version, CancellationToken token)
    {
        var plan = (await PlanAsync(processId, number, token)).Plan;
        await save.RunAsync(new StepsInput { ProcessId = processId, Version = version, Steps = plan.Steps }, token);
    }

    /// <summary>The steps of a drawing as a process may have them.</summary>
    /// <exception cref="Refused">There are too many, or none.</exception>
    internal static IReadOnlyList<ListedStep> Shown(BpmnDocument document, CancellationToken token)
    {
        var shown = ListSteps.Run(document, token);
        return shown.Count is > 0 and <= ProcessStep.MaxSteps
            ? shown
            : throw new Refused(shown.Count == 0 ? Texts.Steps_DrawnNone : Texts.Steps_DrawnTooMany.With(shown.Count,
                ProcessStep.MaxSteps));
    }

    /// <summary>Pairs the steps of a drawing with those of the process, by name.</summary>
    internal static StepsPlan Match(StepsInput now, IReadOnlyList<ListedStep> shown)
    {
        var left = now.Steps.ToList();
        var (steps, changes) = (new List<StepInput>(shown.Count), new List<StepChange>(shown.Count));
        foreach (var (place, drawn) in shown.Index())
        {
            var name = NameOf(drawn, place);
            var there = left.Find(step => step.Name!.Folded() == name.Folded());
            var input = Of(drawn, name, place + 1, there);
            steps.Add(input);
            if (there is not null)
            {
                left.Remove(there);
            }

            changes.Add(new StepChange(input, there, there is null ? StepFate.New : IsSame(input,
                there) ? StepFate.Same : StepFate.Changed));
        }

        return new StepsPlan(now.Version, steps, [.. changes, .. left.Select(gone => new StepChange(gone, gone, StepFate.Gone))]);
    }

    private static StepInput Of(ListedStep drawn, string name, int place, StepInput? there) => new()
    {
        Id = there?.Id ?? Guid.Empty,
        Place = place,
        Name = name,
        Role = drawn.Role?.CutShort(ProcessStep.MaxRoleLength) ?? there?.Role,
        Tool = there?.Tool,
        Minutes = there?.Minutes,
        WaitHours = there?.WaitHours,
        SharePercent = ShareOf(drawn, there),
        DocumentsIn = there?.DocumentsIn,
        DocumentsOut = there?.DocumentsOut,
    };

    // A drawing that says no figure leaves the one that was typed, as long as it says "some" as well.
    private static int? ShareOf(ListedStep drawn, StepInput? there) =>
        !drawn.IsForSome ? ProcessStep.AllCases
        : drawn.Share is { } share ? Math.Clamp((int)Math.Round(share), 1, ProcessStep.AllCases)
        : there?.SharePercent ?? ProcessStep.AllCases;

    private static bool IsSame(StepInput input, StepInput there) =>
        input.Role == there.Role && (input.SharePercent ?? ProcessStep.AllCases) == (there.SharePercent ?? ProcessStep.AllCases);

    private static string NameOf(ListedStep drawn, int place) =>
        (drawn.Name.Length > 0 ? drawn.Name : Texts.Step_Number.With((place + 1).ToString(CultureInfo.CurrentCulture)))
            .CutShort(ProcessStep.MaxNameLength);
}

/// <summary>What taking a drawing would do to the steps of a process.</summary>
public sealed record DrawnSteps(string ProcessName, StepsPlan Plan);

/// <param name="Version">Of the process that it was made for.</param>
/// <param name="Steps">All steps afterwards.</param>
/// <param name="Changes">Each of them, in order, then what would be gone.</param>
public sealed record StepsPlan(long Version, List<StepInput> Steps, IReadOnlyList<StepChange> Changes)
{
    public int Count(StepFate fate) => Changes.Count(change => change.Fate == fate);

    public bool ChangesNothing => Changes.All(change => change.Fate == StepFate.Same) && IsInOrder;

    private bool IsInOrder => Changes.Where(change => change.Was is not null).Select(change => change.Was!.Place).Order()
        .SequenceEqual(Changes.Where(change => change.Was is not null).Select(change => change.Was!.Place));
}

/// <param name="Step">As it would be; as it was when it would be gone.</param>
/// <param name="Was">As it is; null when it is new.</param>
public sealed record StepChange(StepInput Step, StepInput? Was, StepFate Fate);

/// <summary>What becomes of a step.</summary>
public enum StepFate
{
    Same,
    Changed,
    New,
    Gone,
}
