namespace Pupitre.Mining;

/// <summary>
/// A net whose steps may depend on more than their own places: what a drawing means before it is known whether a plain net can say it.
/// </summary>
internal sealed class GuardedNet
{
    public List<string> Places { get; } = [];

    public List<GuardedStep> Steps { get; } = [];

    public int AddPlace(string id)
    {
        Places.Add(id);
        return Places.Count - 1;
    }

    public GuardedStep Add(string? element, string? label, IEnumerable<int> inputs, IEnumerable<int> outputs)
    {
        var step = new GuardedStep { Element = element, Label = label, Inputs = [.. inputs], Outputs = [.. outputs] };
        Steps.Add(step);
        return step;
    }
}

/// <summary>A step of a <see cref="GuardedNet"/>.</summary>
internal sealed class GuardedStep
{
    public string? Element { get; init; }

    public string? Label { get; init; }

    public int[] Inputs { get; set; } = [];

    public int[] Outputs { get; set; } = [];

    /// <summary>Places that must be empty (after its inputs were taken) for it to happen, or null.</summary>
    public int[]? Empty { get; set; }

    /// <summary>Places that it empties, or null.</summary>
    public int[]? Clears { get; set; }

    /// <summary>The inclusive join that it is, or null: its inputs are then those of which at least one must be marked.</summary>
    public InclusiveWait? Waits { get; set; }

    public bool IsPlain => Empty is null && Clears is null && Waits is null;
}

/// <summary>
/// When an inclusive join may go on (BPMN 2.0, 13.4.3): it holds a token, and every token that could still come to one of its empty flows
/// could as well come to one that is not empty.
/// </summary>
/// <param name="Upstream">For each of the join's inputs the places from which a token can come to it without passing the join.</param>
internal sealed record InclusiveWait(HashSet<int>[] Upstream);
