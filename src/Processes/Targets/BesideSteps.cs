using Pupitre.Diagrams;
using Pupitre.Kernel;
using ProcessStep = Pupitre.Processes.Steps.ProcessStep;
using StepFact = Pupitre.Processes.Steps.StepFact;

namespace Pupitre.Processes.Targets;

/// <summary>Whether a drawing and the steps of its process say the same, and which of the two leads where they do not.</summary>
internal static class BesideSteps
{
    private const int Named = 5;

    /// <summary>Null where there is nothing to hold side by side: no step is said, or the drawing shows more than a process has.</summary>
    public static string? Say(BpmnDocument document, IReadOnlyList<StepFact> steps)
    {
        if (steps.Count == 0 || document.Elements.Count(element => element.Kind == ElementKind.Activity) is 0 or > ProcessStep.MaxSteps)
        {
            return null;
        }

        List<string> drawn = [.. ListSteps.Run(document).Select(step => step.Name)];
        List<string> listed = [.. steps.Select(step => step.Name)];
        if (drawn.Select(name => name.Folded()).SequenceEqual(listed.Select(name => name.Folded()), StringComparer.Ordinal))
        {
            return Texts.Target_StepsSame;
        }

        string[] parts = [.. Only(Texts.Target_StepsOnlyDrawn, drawn, listed), .. Only(Texts.Target_StepsOnlyListed, listed, drawn)];
        return Texts.Target_StepsDiffer.With(parts.Length > 0 ? string.Join(' ', parts) : Texts.Target_StepsOrder);
    }

    private static IEnumerable<string> Only(string sentence, List<string> these, List<string> others)
    {
        var there = others.Select(name => name.Folded()).ToHashSet(StringComparer.Ordinal);
        var only = these.FindAll(name => !there.Contains(name.Folded()));
        if (only.Count > 0)
        {
            var names = string.Join(", ", only.Take(Named));
            yield return sentence.With(only.Count > Named ? Texts.Target_StepsMore.With(names, only.Count - Named) : names);
        }
    }
}
