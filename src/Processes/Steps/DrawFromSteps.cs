using Microsoft.EntityFrameworkCore;
using Pupitre.Diagrams;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;
using Drawn = Pupitre.Diagrams.ProcessStep;

namespace Pupitre.Processes.Steps;

/// <summary>
/// Draws the steps of a process as a draft of its target: who does what, in which order, and what only some cases pass through.
/// </summary>
public sealed class DrawFromSteps(Db db, ReadSteps read, DrawTarget draw)
{
    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">It has no steps yet.</exception>
    public async Task<ProcessTarget> RunAsync(Guid processId, CancellationToken token)
    {
        if (!await db.Set<Process>().AnyAsync(row => row.Id == processId, token))
        {
            throw new NotFound();
        }

        var steps = await read.OfAsync(processId, token);
        return steps.Count > 0
            ? await draw.RunAsync(processId, Linked(steps), token)
            : throw new Refused(Texts.Steps_NothingToDraw);
    }

    /// <summary>
    /// The steps with what follows each: the next one, or, where the next ones are for some cases only, each of these and the first that
    /// all cases pass through. Where nothing comes after them, they are drawn as for all: an end is no step.
    /// </summary>
    internal static IReadOnlyList<Drawn> Linked(IReadOnlyList<StepFact> steps) =>
        [.. steps.Select((step, at) => new Drawn(Key(at), step.Name, step.Role, [.. After(steps, at)], Note(step)))];

    private static IEnumerable<NextStep> After(IReadOnlyList<StepFact> steps, int at)
    {
        var common = Enumerable.Range(at + 1, steps.Count - at - 1)
            .Where(next => !IsForSome(steps[next])).Select(next => (int?)next).FirstOrDefault();
        if (common is null)
        {
            return at + 1 < steps.Count ? [new NextStep(Key(at + 1))] : [];
        }

        var some = Enumerable.Range(at + 1, common.Value - at - 1)
            .Select(next => new NextStep(Key(next), Condition: Texts.Steps_InCases.With(steps[next].SharePercent))).ToList();
        return [.. some, new NextStep(Key(common.Value), Condition: some.Count > 0 ? Texts.Steps_Otherwise : null)];
    }

    private static bool IsForSome(StepFact step) => step.SharePercent < ProcessStep.AllCases;

    private static string Key(int at) => (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Note(StepFact step) =>
        string.Join(". ", new[] { step.Tool, StepWords.Documents(step) }.OfType<string>()) is { Length: > 0 } note ? note : null;
}
