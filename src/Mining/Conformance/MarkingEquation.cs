namespace Pupitre.Mining;

/// <summary>Proposes the prices of <see cref="CostBound"/> that bound one sequence best.</summary>
internal sealed class MarkingEquation
{
    /// <summary>Cells of the tableau, 8 bytes each; a net that needs more gets the trivial bound.</summary>
    private const long MostCells = 4_000_000;

    private readonly CompiledNet _net;
    private readonly int[] _labelOfTransition;
    private readonly int _labels;
    private readonly List<(double[] Row, double Most)> _constraints = [];

    /// <param name="net">The model.</param>
    /// <param name="labelOfTransition">By step the number of its label, or -1.</param>
    /// <param name="labels">How many labels there are.</param>
    public MarkingEquation(CompiledNet net, int[] labelOfTransition, int labels)
    {
        (_net, _labelOfTransition, _labels) = (net, labelOfTransition, labels);
        if (Width * ((2L * net.TransitionCount) + labels) > MostCells)
        {
            return;
        }

        for (var step = 0; step < net.TransitionCount; step++)
        {
            _constraints.Add((RowOf(step, -1), net.Weights[step]));
            if (labelOfTransition[step] >= 0)
            {
                _constraints.Add((RowOf(step, labelOfTransition[step]), 0));
            }
        }

        for (var label = 0; label < labels; label++)
        {
            var row = new double[Width];
            row[Positive(net.PlaceCount + label)] = 1;
            row[Positive(net.PlaceCount + label) + 1] = -1;
            _constraints.Add((row, 1));
        }
    }

    /// <summary>A price is the difference of two variables that are 0 or more; those of the labels come after those of the places.</summary>
    private int Width => 2 * (_net.PlaceCount + _labels);

    /// <exception cref="OperationCanceledException"/>
    public CostBound BoundOf(LabelledEvent[] events, CancellationToken token)
    {
        if (_constraints.Count == 0)
        {
            return CostBound.Of(_net, _labelOfTransition, _labels, new double[_net.PlaceCount]);
        }

        var objective = new double[Width];
        for (var place = 0; place < _net.PlaceCount; place++)
        {
            Add(objective, place, _net.Final[place] - _net.Initial[place]);
        }

        foreach (var happened in events.Where(happened => happened.Label >= 0))
        {
            Add(objective, _net.PlaceCount + happened.Label, 1);
        }

        var values = PriceSimplex.Maximise(_constraints, objective, token);
        return CostBound.Of(_net, _labelOfTransition, _labels, [.. Enumerable.Range(0, _net.PlaceCount).Select(place => values[Positive(place)] - values[Positive(place) + 1])]);
    }

    private double[] RowOf(int step, int label)
    {
        var row = new double[Width];
        foreach (var (place, tokens) in _net.ChangesOf(step))
        {
            Add(row, place, tokens);
        }

        if (label >= 0)
        {
            Add(row, _net.PlaceCount + label, 1);
        }

        return row;
    }

    private static void Add(double[] row, int price, double times)
    {
        row[Positive(price)] += times;
        row[Positive(price) + 1] -= times;
    }

    private static int Positive(int price) => 2 * price;
}
