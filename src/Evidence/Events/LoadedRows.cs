using NodaTime;

namespace Pupitre.Evidence.Events;

/// <summary>Events in the order of the table, until they are sorted by case.</summary>
/// <param name="attributeNames">Names of the values that stand beside each event.</param>
/// <param name="expected">How many events there will be, as far as that is known: room is made for so many at once.</param>
internal sealed class LoadedRows(string[] attributeNames, int expected)
{
    private const int LeastSize = 64;

    private RecordedEvent[] _events = new RecordedEvent[Math.Max(expected, LeastSize)];
    private int[] _cases = new int[Math.Max(expected, LeastSize)];
    private readonly int[][] _values = [.. attributeNames.Select(_ => new int[Math.Max(expected, LeastSize)])];
    private int _count;

    public void Add(int place, ReadOnlySpan<int> values, RecordedEvent item)
    {
        if (_count == _events.Length)
        {
            Grow();
        }

        _events[_count] = item;
        _cases[_count] = place;
        for (var column = 0; column < values.Length; column++)
        {
            _values[column][_count] = values[column];
        }

        _count++;
    }

    public SourceCases Sort(Guid sourceId, List<string?> words, List<string> names, long firstKey, Instant? knownUntil)
    {
        var starts = Starts(names.Count, out var caseCount);
        var order = Order(starts);
        var (keys, caseNames, offsets) = (new long[caseCount], new string[caseCount], new int[caseCount + 1]);
        for (var (place, filled) = (0, 0); place < names.Count; place++)
        {
            if (starts[place + 1] > starts[place])
            {
                keys[filled] = firstKey + place + 1;
                caseNames[filled] = names[place];
                offsets[++filled] = starts[place + 1];
            }
        }

        return new SourceCases
        {
            SourceId = sourceId,
            Words = words,
            CaseKeys = keys,
            CaseNames = caseNames,
            Events = InOrder(_events, order),
            Offsets = offsets,
            Attributes = attributeNames.Index().ToDictionary(name => name.Item, name => InOrder(_values[name.Index], order)),
            KnownUntil = knownUntil,
        };
    }

    private int[] Starts(int places, out int caseCount)
    {
        var starts = new int[places + 1];
        for (var at = 0; at < _count; at++)
        {
            starts[_cases[at] + 1]++;
        }

        caseCount = starts.AsSpan(1).Length - starts.AsSpan(1).Count(0);
        for (var place = 0; place < places; place++)
        {
            starts[place + 1] += starts[place];
        }

        return starts;
    }

    private int[] Order(int[] starts)
    {
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        var order = new int[_count];
        for (var at = 0; at < _count; at++)
        {
            order[next[_cases[at]]++] = at;
        }

        for (var place = 0; place < next.Length; place++)
        {
            SortCase(order.AsSpan(starts[place], starts[place + 1] - starts[place]));
        }

        return order;
    }

    // A log that was written case by case lies in the table as it is wanted.
    private T[] InOrder<T>(T[] rows, int[] order)
    {
        for (var place = 0; place < order.Length; place++)
        {
            if (order[place] != place)
            {
                return Array.ConvertAll(order, at => rows[at]);
            }
        }

        return rows.Length == _count ? rows : rows[.._count];
    }

    // Most cases are short and already in order.
    private void SortCase(Span<int> order)
    {
        for (var at = 1; at < order.Length; at++)
        {
            if (Compare(order[at - 1], order[at]) > 0)
            {
                order.Sort(Compare);
                return;
            }
        }
    }

    private int Compare(int left, int right)
    {
        ref readonly var a = ref _events[left];
        ref readonly var b = ref _events[right];
        return a.At != b.At ? a.At.CompareTo(b.At) : a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Id.CompareTo(b.Id);
    }

    private void Grow()
    {
        var size = _events.Length * 2;
        Array.Resize(ref _events, size);
        Array.Resize(ref _cases, size);
        for (var column = 0; column < _values.Length; column++)
        {
            Array.Resize(ref _values[column], size);
        }
    }
}
