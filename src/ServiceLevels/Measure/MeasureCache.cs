namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// Measured commitments that were asked for lately, in memory. Everything in it can be thrown away: it is found by a key that says
/// exactly what it was computed from, so nothing has to invalidate it, and no write elsewhere does.
/// </summary>
public sealed class MeasureCache
{
    /// <summary>Obligations held over all companies, about 150 bytes each.</summary>
    public const int MaxObligations = 1_000_000;

    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];
    private readonly Lock _lock = new();
    private int _obligations;

    internal MeasuredCases? Find(string key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Measured;
        }
    }

    internal void Keep(string key, MeasuredCases measured)
    {
        lock (_lock)
        {
            if (measured.Cases.Count > MaxObligations || _entries.ContainsKey(key))
            {
                return;
            }

            _entries[key] = _byUse.AddFirst(new Entry(key, measured));
            _obligations += measured.Cases.Count;
            while (_obligations > MaxObligations)
            {
                var oldest = _byUse.Last!;
                _byUse.RemoveLast();
                _entries.Remove(oldest.Value.Key);
                _obligations -= oldest.Value.Measured.Cases.Count;
            }
        }
    }

    private sealed record Entry(string Key, MeasuredCases Measured);
}
