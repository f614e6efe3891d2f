using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>The order that brings the events of each case together, by time, ties as they came.</summary>
internal sealed class CaseOrder
{
    private const int CasesBetweenChecks = 4_096;

    /// <summary>Cases of at most this many events are sorted in place, which is quick for the few that are out of order.</summary>
    private const int ShortCase = 24;

    /// <summary>Where the event at each place came from, or null when all stay where they are.</summary>
    private readonly int[]? _origin;

    private CaseOrder(int[] caseOffsets, int[]? origin) => (CaseOffsets, _origin) = (caseOffsets, origin);

    public int[] CaseOffsets { get; }

    public static CaseOrder Of(ReadOnlySpan<int> cases, ReadOnlySpan<long> ticks, int caseCount, CancellationToken token)
    {
        var offsets = Offsets(cases, caseCount);
        var origin = IsInOrder(cases, ticks) ? null : Grouped(cases, offsets);
        if (origin is not null)
        {
            SortByTime(origin, ticks, offsets, token);
        }

        return new(offsets, origin);
    }

    public T[] Sorted<T>(List<T> column) => Sorted<T>(CollectionsMarshal.AsSpan(column));

    public T[] Sorted<T>(ReadOnlySpan<T> column)
    {
        if (_origin is null)
        {
            return column.ToArray();
        }

        var sorted = GC.AllocateUninitializedArray<T>(column.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = column[_origin[i]];
        }

        return sorted;
    }

    /// <summary>The order of time of some instants, ties as they stand.</summary>
    public static int[] ByTime(ReadOnlySpan<long> ticks)
    {
        var order = new int[ticks.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        SortByTime(order, ticks);
        return order;
    }

    private static int[] Offsets(ReadOnlySpan<int> cases, int caseCount)
    {
        var offsets = new int[caseCount + 1];
        foreach (var number in cases)
        {
            offsets[number + 1]++;
        }

        for (var i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        return offsets;
    }

    private static bool IsInOrder(ReadOnlySpan<int> cases, ReadOnlySpan<long> ticks)
    {
        for (var i = 1; i < cases.Length; i++)
        {
            if (cases[i] < cases[i - 1] || (cases[i] == cases[i - 1] && ticks[i] < ticks[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Grouped(ReadOnlySpan<int> cases, int[] offsets)
    {
        var next = offsets.AsSpan(0, offsets.Length - 1).ToArray();
        var origin = GC.AllocateUninitializedArray<int>(cases.Length);
        for (var i = 0; i < cases.Length; i++)
        {
            origin[next[cases[i]]++] = i;
        }

        return origin;
    }

    private static void SortByTime(int[] origin, ReadOnlySpan<long> ticks, int[] offsets, CancellationToken token)
    {
        for (var number = 0; number < offsets.Length - 1; number++)
        {
            if (number % CasesBetweenChecks == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            SortByTime(origin.AsSpan(offsets[number], offsets[number + 1] - offsets[number]), ticks);
        }
    }

    private static void SortByTime(Span<int> events, ReadOnlySpan<long> ticks)
    {
        if (events.Length <= ShortCase)
        {
            Insert(events, ticks);
        }
        else
        {
            Sort(events, ticks);
        }
    }

    private static void Insert(Span<int> events, ReadOnlySpan<long> ticks)
    {
        for (var i = 1; i < events.Length; i++)
        {
            var (moved, time, at) = (events[i], ticks[events[i]], i);
            for (; at > 0 && ticks[events[at - 1]] > time; at--)
            {
                events[at] = events[at - 1];
            }

            events[at] = moved;
        }
    }

    private static void Sort(Span<int> events, ReadOnlySpan<long> ticks)
    {
        var keys = new (long Ticks, int Origin)[events.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = (ticks[events[i]], events[i]);
        }

        keys.AsSpan().Sort(static (one, other) => one.Ticks != other.Ticks ? one.Ticks.CompareTo(other.Ticks) : one.Origin.CompareTo(other.Origin));
        for (var i = 0; i < keys.Length; i++)
        {
            events[i] = keys[i].Origin;
        }
    }
}
