using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;

namespace Pupitre.Processes.Steps;

/// <summary>Something that a step cannot be.</summary>
/// <param name="Row">Which of the steps given, from 0.</param>
/// <param name="Field">Name of the property of <see cref="StepInput"/>.</param>
/// <param name="Message">What is wrong and what to do, in the reader's language.</param>
public sealed record StepProblem(int Row, string Field, string Message);

/// <summary>What holds for the steps of a process, whoever says them.</summary>
public static class StepRules
{
    /// <summary>Everything that is wrong, in the order of the steps.</summary>
    public static IReadOnlyList<StepProblem> Check(IReadOnlyList<StepInput> steps)
    {
        var problems = new List<StepProblem>();
        foreach (var (row, step) in steps.Index())
        {
            var found = new List<ValidationResult>();
            Validator.TryValidateObject(step, new ValidationContext(step), found, validateAllProperties: true);
            problems.AddRange(found.Select(problem => new StepProblem(row, problem.MemberNames.FirstOrDefault() ?? nameof(StepInput.Name), problem.ErrorMessage!)));
        }

        if (steps.Count(step => !string.IsNullOrWhiteSpace(step.Name)) > ProcessStep.MaxSteps)
        {
            problems.Add(new StepProblem(ProcessStep.MaxSteps, nameof(StepInput.Name), Texts.Step_TooMany.With(ProcessStep.MaxSteps)));
        }

        return problems;
    }

    /// <summary>
    /// The named steps in the order that was asked for. What was given a place that is not the one where it stood goes before what stands there.
    /// </summary>
    public static IReadOnlyList<StepInput> InOrder(IReadOnlyList<StepInput> steps) =>
    [
        .. steps.Index().Where(row => !string.IsNullOrWhiteSpace(row.Item.Name))
            .OrderBy(row => row.Item.Place ?? row.Index + 1)
            .ThenBy(row => row.Item.Place is { } place && place != row.Index + 1 ? 0 : 1)
            .ThenBy(row => row.Index)
            .Select(row => row.Item),
    ];
}
