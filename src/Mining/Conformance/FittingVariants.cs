namespace Pupitre.Mining;

/// <summary>Aligns variants that are simply runs of a net, at no cost; says nothing of the others.</summary>
internal sealed class FittingVariants
{
    private readonly CompiledNet _net;
    private readonly int[][] _stepsOfLabel;
    private readonly LazyRun _run;

    public FittingVariants(CompiledNet net, int[] labelOfTransition, int labels)
    {
        (_net, _run) = (net, new(net));
        var steps = Enumerable.Range(0, net.TransitionCount).Where(step => labelOfTransition[step] >= 0).ToLookup(step => labelOfTransition[step]);
        _stepsOfLabel = [.. Enumerable.Range(0, labels).Select(label => steps[label].ToArray())];
    }

    /// <summary>Aligns one sequence.</summary>
    /// <param name="events">Labels are those given to the constructor.</param>
    /// <param name="moves">Takes the moves, in order, when it fits.</param>
    /// <param name="token">Stops the search.</param>
    /// <returns>0, or null when it was not found to fit.</returns>
    public int? Align(LabelledEvent[] events, List<int> moves, CancellationToken token)
    {
        if (_run.Find(Array.ConvertAll(events, item => item.Label < 0 ? [] : _stepsOfLabel[item.Label]), token) is not { } run)
        {
            return null;
        }

        moves.AddRange(run.Select(step => _net.Weights[step] == 0 ? Move.OnModel(step, 0) : Move.Synchronous(step)));
        return 0;
    }
}
