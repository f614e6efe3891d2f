using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>Collects durations under keys, and tells what those of each key come to.</summary>
internal sealed class GroupedDurations<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _numbers = [];
    private readonly List<TKey> _keys = [];
    private readonly List<int> _groups = [];
    private readonly List<long> _ticks = [];

    public void Add(TKey key, long ticks)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var isKnown);
        if (!isKnown)
        {
            number = _keys.Count;
            _keys.Add(key);
        }

        _groups.Add(number);
        _ticks.Add(ticks);
    }

    /// <summary>The figures of each key, in the order of their first appearance.</summary>
    public List<(TKey Key, DurationFigures Figures)> Figures()
    {
        var starts = new int[_keys.Count + 1];
        foreach (var group in _groups)
        {
            starts[group + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var next = starts.AsSpan(0, _keys.Count).ToArray();
        var together = new long[_ticks.Count];
        for (var i = 0; i < together.Length; i++)
        {
            together[next[_groups[i]]++] = _ticks[i];
        }

        return [.. _keys.Select((key, number) => (key, DurationFigures.Of(together.AsSpan(starts[number], starts[number + 1] - starts[number]))))];
    }
}
