namespace Pupitre.Mining;

/// <summary>The part of a net that a process or subprocess becomes.</summary>
internal sealed class BpmnRegion(BpmnScope scope, int entry, int exit)
{
    public BpmnScope Scope { get; } = scope;

    /// <summary>A token here begins it.</summary>
    public int Entry { get; } = entry;

    /// <summary>A token here is all that remains when it is complete.</summary>
    public int Exit { get; } = exit;

    /// <summary>Its steps and those of the subprocesses in it.</summary>
    public List<GuardedStep> Steps { get; } = [];

    /// <summary>Its places and those of the subprocesses in it; neither entry nor exit nor <see cref="Active"/>.</summary>
    public List<int> Places { get; } = [];

    /// <summary>For each end in it (not in its subprocesses) the place where its tokens stay.</summary>
    public Dictionary<BpmnNode, int> Ends { get; } = [];

    /// <summary>The steps that begin it.</summary>
    public List<GuardedStep> Beginnings { get; } = [];

    /// <summary>Steps that stop everything in it, with the place that they leave a token in.</summary>
    public List<(GuardedStep Step, int[] Kept)> Stops { get; } = [];

    /// <summary>Holds a token while it runs; null until somebody needs to know.</summary>
    public int? Active { get; private set; }

    public int MakeActive(GuardedNet net)
    {
        if (Active is null)
        {
            Active = net.AddPlace("running");
            Beginnings.ForEach(step => step.Outputs = [.. step.Outputs, Active.Value]);
        }

        return Active.Value;
    }

    /// <summary>Says, once all places are known, what the stops empty.</summary>
    public void SetStops() => Stops.ForEach(stop => stop.Step.Clears = [.. Places.Except(stop.Kept)]);
}
