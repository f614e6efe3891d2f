using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>Compiles days into an <see cref="OpenTable"/>, and extends a table without compiling again what it holds.</summary>
internal sealed class OpenTableBuilder
{
    // A closing resolved to a later occurrence, and the distance between the standard and the actual offset, stay within two days.
    private const int MarginDays = 2;
    private const long SecondsPerDay = NodaConstants.SecondsPerDay;

    private readonly DayRules _rules;
    private readonly LocalClock _clock;
    private readonly long _standardOffsetSeconds;

    public OpenTableBuilder(DayRules rules, LocalClock clock)
    {
        (_rules, _clock) = (rules, clock);
        _standardOffsetSeconds = clock.Zone.GetZoneInterval(Instant.FromUtc(2020, 1, 1, 0, 0)).StandardOffset.Seconds;
    }

    /// <summary>A table without any slot.</summary>
    public static OpenTable Empty { get; } = new(0, 0, [], []);

    /// <summary>Number of the slot that holds an instant.</summary>
    public int SlotOf(long nanoseconds)
    {
        var local = nanoseconds + (_standardOffsetSeconds * NodaConstants.NanosecondsPerSecond);
        var (slot, rest) = Math.DivRem(local, OpenTable.SlotLength);
        return (int)(rest < 0 ? slot - 1 : slot);
    }

    /// <summary>A table of the slots <paramref name="first"/> to <paramref name="last"/>, which include those of <paramref name="known"/>.</summary>
    public OpenTable Extend(OpenTable known, int first, int last)
    {
        var shapes = new List<DayShape>(known.Shapes);
        var numbers = new Dictionary<NanosecondSpan[], int>(SameSpans.Comparer);
        for (var number = 0; number < shapes.Count; number++)
        {
            numbers[shapes[number].Spans] = number;
        }

        var slots = new int[last - first + 1];
        var (knownFirst, knownEnd) = known.Count == 0 ? (last + 1, last + 1) : (known.FirstSlot, known.FirstSlot + known.Count);
        Compile(first, knownFirst - 1);
        for (var slot = knownFirst; slot < knownEnd && known.Count > 0; slot++)
        {
            slots[slot - first] = known.ShapeAt(slot - knownFirst);
        }

        Compile(knownEnd, last);
        return new(first, _standardOffsetSeconds, slots, [.. shapes]);

        void Compile(int from, int to)
        {
            if (from > to)
            {
                return;
            }

            var spans = Spans(from, to);
            var cursor = 0;
            for (var slot = from; slot <= to; slot++)
            {
                var key = Cut(spans, slot, ref cursor);
                if (!numbers.TryGetValue(key, out var number))
                {
                    numbers[key] = number = shapes.Count;
                    shapes.Add(new(key));
                }

                slots[slot - first] = number;
            }
        }
    }

    private long SlotStartSeconds(int slot) => (slot * SecondsPerDay) - _standardOffsetSeconds;

    /// <summary>The open spans around the slots in Unix seconds: in order, overlapping and touching ones joined, skipped ones gone.</summary>
    private List<(long Open, long Close)> Spans(int from, int to)
    {
        var first = Math.Max(from - MarginDays, LocalClock.UnixDay(_rules.FirstDate));
        var last = Math.Min(to + MarginDays, LocalClock.UnixDay(_rules.LastDate));
        var spans = new List<(long Open, long Close)>();
        for (var day = first; day <= last; day++)
        {
            var date = LocalClock.DateOf(day);
            foreach (var hours in _rules.HoursOf(date))
            {
                var span = _clock.Resolve(date, hours);
                if (span.Close > span.Open)
                {
                    spans.Add(span);
                }
            }
        }

        spans.Sort();
        return Joined(spans);
    }

    private static List<(long Open, long Close)> Joined(List<(long Open, long Close)> spans)
    {
        var joined = new List<(long Open, long Close)>(spans.Count);
        foreach (var span in spans)
        {
            if (joined.Count > 0 && span.Open <= joined[^1].Close)
            {
                joined[^1] = (joined[^1].Open, Math.Max(joined[^1].Close, span.Close));
                continue;
            }

            joined.Add(span);
        }

        return joined;
    }

    private NanosecondSpan[] Cut(List<(long Open, long Close)> spans, int slot, ref int cursor)
    {
        var start = SlotStartSeconds(slot);
        while (cursor < spans.Count && spans[cursor].Close <= start)
        {
            cursor++;
        }

        var cut = new List<NanosecondSpan>(2);
        for (var at = cursor; at < spans.Count && spans[at].Open < start + SecondsPerDay; at++)
        {
            var (open, close) = (Math.Max(spans[at].Open - start, 0), Math.Min(spans[at].Close - start, SecondsPerDay));
            cut.Add(new(open * NodaConstants.NanosecondsPerSecond, close * NodaConstants.NanosecondsPerSecond));
        }

        return [.. cut];
    }

    private sealed class SameSpans : IEqualityComparer<NanosecondSpan[]>
    {
        public static SameSpans Comparer { get; } = new();

        public bool Equals(NanosecondSpan[]? left, NanosecondSpan[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(NanosecondSpan[] spans)
        {
            var hash = new HashCode();
            foreach (var span in spans)
            {
                hash.Add(span);
            }

            return hash.ToHashCode();
        }
    }
}
