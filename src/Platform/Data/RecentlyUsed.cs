namespace Pupitre.Platform.Data;

/// <summary>
/// What was used last, up to a weight: the least recently used goes first. Kept under keys that say exactly what it was computed from,
/// so that nothing ever has to be invalidated. Safe for several threads.
/// </summary>
/// <param name="maxWeight">Sum of weights that is held; something heavier alone is not kept.</param>
public sealed class RecentlyUsed<T>(long maxWeight)
    where T : class
{
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = [];
    private readonly Lock _lock = new();
    private long _weight;

    /// <summary>What was kept under a key, which is then the last used; null when there is nothing, or no longer.</summary>
    public T? Find(string key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Value;
        }
    }

    /// <summary>Keeps a value under a key that holds none.</summary>
    /// <param name="weight">In the unit of the sum: not negative.</param>
    public void Keep(string key, T value, long weight)
    {
        lock (_lock)
        {
            if (weight > maxWeight || _entries.ContainsKey(key))
            {
                return;
            }

            _entries[key] = _byUse.AddFirst(new Entry(key, value, weight));
            _weight += weight;
            while (_weight > maxWeight)
            {
                var oldest = _byUse.Last!;
                _byUse.RemoveLast();
                _entries.Remove(oldest.Value.Key);
                _weight -= oldest.Value.Weight;
            }
        }
    }

    private sealed record Entry(string Key, T Value, long Weight);
}
