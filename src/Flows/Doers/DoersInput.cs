namespace Pupitre.Flows.Doers;

/// <summary>What is asked about who does the steps of a source: those of one page.</summary>
public sealed class DoersInput
{
    public List<StepDoerInput> Steps { get; set => field = value ?? []; } = [];

    internal static DoersInput Of(IEnumerable<string> activities, IReadOnlyDictionary<string, Doer> said)
    {
        var input = new DoersInput();
        input.Steps.AddRange(activities.Select(activity => new StepDoerInput { Activity = activity, Doer = said.TryGetValue(activity, out var doer) ? doer : null }));
        return input;
    }

    internal IReadOnlyCollection<SaidStep> ToSteps() => [.. Steps.Where(step => step.Activity is { Length: > 0 }).Select(step => new SaidStep(step.Activity!, step.Doer))];
}

/// <summary>What is said of one step.</summary>
public sealed class StepDoerInput
{
    public string? Activity { get; set; }

    /// <summary>Nothing leaves it to be deduced.</summary>
    public Doer? Doer { get; set; }
}
