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

    /// <summary>The net that it is by itself, when all its steps are plain; places of others are there and untouched.</summary>
    public PetriNet ToNet(int places) => new(
        [.. Enumerable.Range(1, places).Select(number => "p" + number)],
        [.. Steps.Select((step, at) => new NetTransition("t" + (at + 1), step.Label, [.. step.Inputs], [.. step.Outputs], step.Element))],
        [.. Enumerable.Range(0, places).Select(place => place == Entry ? 1 : 0)],
        [.. Enumerable.Range(0, places).Select(place => place == Exit ? 1 : 0)]);
}
