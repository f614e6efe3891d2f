namespace Pupitre.Mining;

/// <summary>
/// A price for each place and each label that bounds from below what aligning the rest of a sequence costs: the dual of the marking
/// equation (Adriansyah, 2014), in whole numbers over one denominator, so that no rounding can make it wrong.
/// </summary>
/// <remarks>
/// Let Y be prices of places such that no step of the model gains more than it costs (Y of its outputs less Y of its inputs), and let W of a
/// label be the most that no synchronous step undercuts, at most 1. Then Y (final marking - marking) + the sum of W over the remaining events
/// never exceeds the cost of what remains, and along any move it falls by no more than that move costs. Whatever Y was proposed, these
/// conditions are checked here exactly; only the quality of the bound depends on the proposal.
/// </remarks>
internal sealed class CostBound
{
    private static readonly int[] Denominators = [1, 2, 3, 4, 6, 12, 60];

    private readonly CompiledNet _net;
    private readonly long[] _places;
    private readonly long[] _labels;
    private readonly int _denominator;
    private readonly long _final;

    private CostBound(CompiledNet net, int[] labelOfTransition, int labels, long[] places, int denominator)
    {
        (_net, _places, _denominator) = (net, places, denominator);
        _labels = new long[labels];
        Array.Fill(_labels, denominator);
        for (var step = 0; step < net.TransitionCount; step++)
        {
            if (labelOfTransition[step] is >= 0 and var label)
            {
                _labels[label] = Math.Min(_labels[label], -Gain(step));
            }
        }

        _final = PriceOf(net.Final);
    }

    /// <summary>The bound from proposed prices, or the trivial one (unknown activities cost 1) when they break the conditions.</summary>
    public static CostBound Of(CompiledNet net, int[] labelOfTransition, int labels, ReadOnlySpan<double> proposed)
    {
        foreach (var denominator in Denominators)
        {
            var places = new long[proposed.Length];
            for (var place = 0; place < places.Length; place++)
            {
                places[place] = (long)Math.Round(proposed[place] * denominator);
            }

            var bound = new CostBound(net, labelOfTransition, labels, places, denominator);
            if (bound.Holds())
            {
                return bound;
            }
        }

        return new(net, labelOfTransition, labels, new long[net.PlaceCount], 1);
    }

    /// <summary>For each position of a sequence, what the events from there on are worth; the last entry is 0.</summary>
    public long[] WorthOf(LabelledEvent[] events)
    {
        var worth = new long[events.Length + 1];
        for (var at = events.Length - 1; at >= 0; at--)
        {
            worth[at] = worth[at + 1] + (events[at].Label < 0 ? _denominator : _labels[events[at].Label]);
        }

        return worth;
    }

    /// <summary>The least that the rest can cost.</summary>
    public int Of(ReadOnlySpan<byte> marking, long worth)
    {
        var sum = _final - PriceOf(marking) + worth;
        return sum <= 0 ? 0 : (int)((sum + _denominator - 1) / _denominator);
    }

    private bool Holds()
    {
        for (var step = 0; step < _net.TransitionCount; step++)
        {
            if (Gain(step) > (long)_net.Weights[step] * _denominator)
            {
                return false;
            }
        }

        return true;
    }

    private long Gain(int step)
    {
        var gain = 0L;
        foreach (var (place, tokens) in _net.ChangesOf(step))
        {
            gain += _places[place] * tokens;
        }

        return gain;
    }

    private long PriceOf(ReadOnlySpan<byte> marking)
    {
        var price = 0L;
        for (var place = 0; place < marking.Length; place++)
        {
            price += _places[place] * marking[place];
        }

        return price;
    }
}
