using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>Whether a list of steps can be drawn at all; what is only doubtful, <see cref="CheckDiagram"/> says of the drawing.</summary>
internal static class CheckSteps
{
    public static void Run(IReadOnlyList<ProcessStep> steps)
    {
        if (steps.Count is 0 or > DrawSteps.MaxSteps)
        {
            throw new Refused(steps.Count == 0 ? Texts.Steps_None : Texts.Steps_TooMany.With(steps.Count, DrawSteps.MaxSteps));
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (string.IsNullOrWhiteSpace(step.Name) || string.IsNullOrWhiteSpace(step.Key))
            {
                throw new Refused(Texts.Steps_Unnamed.With(step.Key));
            }

            if (!keys.Add(step.Key))
            {
                throw new Refused(Texts.Steps_SameKey.With(step.Name, step.Key));
            }
        }

        foreach (var step in steps)
        {
            Check(step, keys);
        }
    }

    private static void Check(ProcessStep step, HashSet<string> keys)
    {
        if (step.Next.FirstOrDefault(next => !keys.Contains(next.Key)) is { } unknown)
        {
            throw new Refused(Texts.Steps_UnknownNext.With(step.Name, unknown.Key));
        }

        if (step.Next.GroupBy(next => next.Key, StringComparer.Ordinal).Any(same => same.Skip(1).Any()))
        {
            throw new Refused(Texts.Steps_SameNext.With(step.Name));
        }

        if (step.Next.Any(next => next.Share is < 0 or > 100))
        {
            throw new Refused(Texts.Steps_BadShare.With(step.Name));
        }

        if (step.Next.Sum(next => next.Share ?? 0) is > 100 and var sum)
        {
            throw new Refused(Texts.Steps_SharesAbove.With(step.Name, sum));
        }
    }
}
