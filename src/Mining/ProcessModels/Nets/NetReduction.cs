using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// Takes silent steps out of a net where that leaves its language (the sequences of activities of its complete runs) as it is. After
/// Murata's rules of fusion (1989), of which only those hold here that silent steps allow.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>A silent step whose only input leads nowhere else: whoever fed that place feeds what the step fed.</item>
/// <item>A silent step with one output that nobody else feeds: whoever drew from that place draws what the step drew.</item>
/// <item>A silent step that changes nothing, or that stands there twice: away.</item>
/// </list>
/// Places that lie in the initial or final marking keep their tokens: the rules pass them by, except that a token moves along a silent step
/// from one place to one place.
/// </remarks>
internal sealed class NetReduction
{
    /// <summary>Steps that a fusion may multiply into, for one removed: more would make the net larger, not smaller.</summary>
    private const int MostFused = 64;

    private readonly List<NetTransition?> _steps;
    private readonly int[] _initial;
    private readonly int[] _final;
    private readonly HashSet<int>[] _from;
    private readonly HashSet<int>[] _into;
    private readonly string[] _places;
    private readonly bool _keepEnds;

    private NetReduction(PetriNet net, bool keepEnds)
    {
        _keepEnds = keepEnds;
        _places = [.. net.Places];
        (_initial, _final) = ([.. net.Initial], [.. net.Final]);
        _from = [.. net.Places.Select(_ => new HashSet<int>())];
        _into = [.. net.Places.Select(_ => new HashSet<int>())];
        _steps = [.. net.Transitions];
        for (var at = 0; at < _steps.Count; at++)
        {
            Link(at, isThere: true);
        }
    }

    /// <summary>Reduces a net.</summary>
    /// <param name="net">The net.</param>
    /// <param name="keepEnds">Leaves the places of the initial and final marking alone, so that a workflow net remains one.</param>
    /// <param name="token">Gives up.</param>
    public static PetriNet Reduce(PetriNet net, bool keepEnds, CancellationToken token)
    {
        var reduction = new NetReduction(net, keepEnds);
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var at = 0; at < reduction._steps.Count; at++)
            {
                token.ThrowIfCancellationRequested();
                changed |= reduction._steps[at] is { IsSilent: true } step && (reduction.DropIdle(at, step) || reduction.FuseForward(at, step) || reduction.FuseBackward(at, step));
            }
        }

        return reduction.Net();
    }

    private bool DropIdle(int at, NetTransition step)
    {
        var isIdle = step.Inputs.Order().SequenceEqual(step.Outputs.Order())
            || (step.Inputs is [var first, ..] && _from[first].Any(other => other < at && _steps[other] is { IsSilent: true } same && Same(same, step)));
        if (isIdle)
        {
            Replace(at, null);
        }

        return isIdle;
    }

    /// <summary>The place before the step leads to it alone: its feeders feed what the step feeds.</summary>
    private bool FuseForward(int at, NetTransition step)
    {
        if (step.Inputs is not [var place] || _from[place].Count != 1 || step.Outputs.Contains(place) || _final[place] > 0
            || (_initial[place] > 0 && (_keepEnds || step.Outputs.Length != 1 || _initial[place] > 1))
            || _into[place].Count * (step.Outputs.Length - 1) > MostFused || _into[place].Any(feeder => Weighs(_steps[feeder]!.Outputs, place)))
        {
            return false;
        }

        foreach (var feeder in _into[place].ToList())
        {
            var old = _steps[feeder]!;
            Replace(feeder, old with { Outputs = [.. old.Outputs.Where(output => output != place), .. step.Outputs] });
        }

        Move(_initial, place, step.Outputs);
        Replace(at, null);
        return true;
    }

    /// <summary>The place after the step is fed by it alone: those that draw from it draw what the step draws.</summary>
    private bool FuseBackward(int at, NetTransition step)
    {
        if (step.Outputs is not [var place] || _into[place].Count != 1 || step.Inputs.Contains(place) || step.Inputs.Length == 0 || _initial[place] > 0
            || (_final[place] > 0 && (_keepEnds || step.Inputs.Length != 1 || _final[place] > 1)) || _from[place].Any(drawer => Weighs(_steps[drawer]!.Inputs, place))
            || _from[place].Count * (step.Inputs.Length - 1) > MostFused || !IsFreeToWait(step, place))
        {
            return false;
        }

        foreach (var drawer in _from[place].ToList())
        {
            var old = _steps[drawer]!;
            Replace(drawer, old with { Inputs = [.. old.Inputs.Where(input => input != place), .. step.Inputs] });
        }

        Move(_final, place, step.Inputs);
        Replace(at, null);
        return true;
    }

    /// <summary>A final marking that holds the place before already would be confused with the one after.</summary>
    private bool IsFreeToWait(NetTransition step, int place) => _final[place] == 0 || step.Inputs.All(input => _final[input] == 0);

    private static void Move(int[] marking, int place, ImmutableArray<int> to)
    {
        foreach (var target in marking[place] > 0 ? to : [])
        {
            marking[target] += marking[place];
        }

        marking[place] = 0;
    }

    private static bool Weighs(ImmutableArray<int> places, int place) => places.Count(other => other == place) > 1;

    private static bool Same(NetTransition one, NetTransition other) =>
        one.Inputs.Order().SequenceEqual(other.Inputs.Order()) && one.Outputs.Order().SequenceEqual(other.Outputs.Order());

    private void Replace(int at, NetTransition? step)
    {
        Link(at, isThere: false);
        _steps[at] = step;
        Link(at, isThere: true);
    }

    private void Link(int at, bool isThere)
    {
        if (_steps[at] is not { } step)
        {
            return;
        }

        foreach (var (places, index) in new[] { (step.Inputs, _from), (step.Outputs, _into) })
        {
            foreach (var place in places)
            {
                _ = isThere ? index[place].Add(at) : index[place].Remove(at);
            }
        }
    }

    private PetriNet Net()
    {
        var kept = Enumerable.Range(0, _places.Length).Where(place => _from[place].Count + _into[place].Count + _initial[place] + _final[place] > 0).ToArray();
        var numbers = new int[_places.Length];
        for (var at = 0; at < kept.Length; at++)
        {
            numbers[kept[at]] = at;
        }

        var steps = _steps.OfType<NetTransition>().Select(step => step with { Inputs = [.. step.Inputs.Select(place => numbers[place])], Outputs = [.. step.Outputs.Select(place => numbers[place])] });
        return new([.. kept.Select(place => _places[place])], [.. steps], [.. kept.Select(place => _initial[place])], [.. kept.Select(place => _final[place])]);
    }
}
