using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>Replays one sequence event by event, adding the tokens that are missing.</summary>
internal sealed class GreedyReplay(CompiledNet net)
{
    private readonly SilentSteps _silent = new(net);
    private readonly int[] _marking = new int[net.PlaceCount];
    private readonly List<int> _path = [];
    private (long Produced, long Consumed, long Missing) _tokens;

    /// <summary>Counts the tokens of a complete run of the net.</summary>
    public ReplayedVariant Count(List<int> run)
    {
        Begin();
        run.ForEach(Fire);
        return End(0, []);
    }

    /// <param name="events">By event the steps of the net that may stand for it; none when the net does not know it.</param>
    /// <param name="token">Stops the replay.</param>
    public ReplayedVariant Replay(int[][] events, CancellationToken token)
    {
        Begin();
        var forced = ImmutableArray.CreateBuilder<int>();
        for (var at = 0; at < events.Length; at++)
        {
            token.ThrowIfCancellationRequested();
            if (events[at].Length == 0 || !Take(events[at]))
            {
                forced.Add(at);
            }
        }

        Follow(marking => Distance(marking));
        return End(events.Count(steps => steps.Length == 0), forced.ToImmutable());
    }

    private void Begin()
    {
        _silent.Begin();
        net.Net.Initial.CopyTo(_marking);
        _tokens = (net.Net.Initial.Sum(), 0, 0);
    }

    /// <summary>Fires the step that lacks fewest tokens after the best silent steps; false when it lacked one.</summary>
    private bool Take(int[] steps)
    {
        Follow(marking => steps.Min(step => Lacking(step, marking)));
        var best = steps.MinBy(step => Lacking(step, _marking));
        var lacking = Lacking(best, _marking);
        foreach (var (place, tokens) in net.NeedsOf(best))
        {
            _marking[place] = Math.Max(_marking[place], tokens);
        }

        _tokens.Missing += lacking;
        Fire(best);
        return lacking == 0;
    }

    private void Follow(Func<int[], long> lacking)
    {
        _path.Clear();
        _silent.Find(_marking, lacking, _path);
        _path.ForEach(Fire);
    }

    private void Fire(int step)
    {
        var transition = net.Net.Transitions[step];
        _tokens = (_tokens.Produced + transition.Outputs.Length, _tokens.Consumed + transition.Inputs.Length, _tokens.Missing);
        foreach (var (place, tokens) in net.ChangesOf(step))
        {
            _marking[place] += tokens;
        }
    }

    private ReplayedVariant End(int unknown, ImmutableArray<int> forced)
    {
        var remaining = 0L;
        for (var place = 0; place < _marking.Length; place++)
        {
            var difference = _marking[place] - net.Final[place];
            _tokens.Missing += Math.Max(0, -difference);
            remaining += Math.Max(0, difference);
        }

        return new(_tokens.Produced, _tokens.Consumed + net.Net.Final.Sum(), _tokens.Missing, remaining, unknown, forced);
    }

    private long Lacking(int step, int[] marking)
    {
        var lacking = 0;
        foreach (var (place, tokens) in net.NeedsOf(step))
        {
            lacking += Math.Max(0, tokens - marking[place]);
        }

        return lacking;
    }

    /// <summary>Tokens missing and remaining if this were the end.</summary>
    private long Distance(int[] marking)
    {
        var distance = 0L;
        for (var place = 0; place < marking.Length; place++)
        {
            distance += Math.Abs(marking[place] - net.Final[place]);
        }

        return distance;
    }
}
