using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>
/// The open spans of a run of days, cut into slots of exactly 24 hours that begin at local midnight by the zone's standard offset: an
/// instant's slot is its day after that shift, and a span that crosses into the next slot is simply cut. Immutable.
/// </summary>
/// <remarks>
/// A slot is 8 bytes: the open time before it and the number of its shape, so that ten years stay in the nearest cache; days look alike,
/// so there are few shapes. Spans begin and end on whole seconds, positions are nanoseconds.
/// </remarks>
internal sealed class OpenTable
{
    public const long SlotLength = NodaConstants.NanosecondsPerDay;

    // More shapes than there are days in all years.
    private const int ShapeBits = 20;
    private const int ManyBit = 1 << ShapeBits;
    private const long ShapeMask = ManyBit - 1;
    private const long Second = NodaConstants.NanosecondsPerSecond;

    private readonly long[] _slots;
    private readonly TwoSpans[] _heads;
    private readonly int _dayOfFirst;
    private readonly long _shift;

    /// <param name="firstSlot">Number of the first slot: days since 1970 by the standard offset.</param>
    /// <param name="standardOffsetSeconds">The zone's standard offset.</param>
    /// <param name="shapeOf">The number of each slot's shape.</param>
    /// <param name="shapes">The shapes.</param>
    public OpenTable(int firstSlot, long standardOffsetSeconds, int[] shapeOf, DayShape[] shapes)
    {
        FirstSlot = firstSlot;
        Start = ((firstSlot * (long)NodaConstants.SecondsPerDay) - standardOffsetSeconds) * Second;
        Shapes = shapes;
        _heads = [.. shapes.Select(shape => shape.Head)];
        var isWest = standardOffsetSeconds < 0;
        _shift = (standardOffsetSeconds * Second) + (isWest ? SlotLength : 0);
        _dayOfFirst = firstSlot + (isWest ? 1 : 0);
        _slots = new long[shapeOf.Length];
        var before = 0L;
        for (var at = 0; at < shapeOf.Length; at++)
        {
            var shape = shapes[shapeOf[at]];
            var number = (uint)(shapeOf[at] | (shape.Spans.Length > 2 ? ManyBit : 0));
            _slots[at] = (before << (ShapeBits + 1)) | number;
            before += shape.Open / Second;
        }

        TotalSeconds = before;
    }

    public int FirstSlot { get; }

    public int Count => _slots.Length;

    /// <summary>Nanoseconds since 1970 at which the first slot begins.</summary>
    public long Start { get; }

    public DayShape[] Shapes { get; }

    /// <summary>Open nanoseconds of the whole table.</summary>
    public ulong Total => (ulong)TotalSeconds * (ulong)Second;

    /// <summary>Bytes that the table occupies.</summary>
    public long Bytes => (_slots.Length * 8L) + Shapes.Sum(shape => Unsafe.SizeOf<TwoSpans>() + Unsafe.SizeOf<DayShape>() + 24L + (shape.Spans.Length * 16L));

    private long TotalSeconds { get; }

    /// <summary>Where an instant lies: its slot, outside the table when it is negative or at least <see cref="Count"/>, and the time since that began.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Locate(Instant instant, out long offset)
    {
        var sinceEpoch = instant - default(Instant);
        var (day, time) = (sinceEpoch.Days, sinceEpoch.NanosecondOfDay);
        if (time < 0)
        {
            // Before 1970 NodaTime counts both from zero backwards.
            (day, time) = (day - 1, time + SlotLength);
        }

        // Instants are anywhere in the day, so that a branch here and in the sums below would be mispredicted half of the time.
        var beyond = time + _shift - SlotLength;
        var isSameDay = beyond >> 63;
        offset = beyond + (isSameDay & SlotLength);
        return day - _dayOfFirst + 1 + (int)isSameDay;
    }

    /// <summary>As <see cref="Locate(Instant, out long)"/>, for Unix time in units of 100 ns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Locate(long ticks, out long offset)
    {
        const ulong slotTicks = NodaConstants.TicksPerDay;
        const long nanosecondsPerTick = 100;
        var position = (ulong)(ticks - (Start / nanosecondsPerTick));
        var slot = position / slotTicks;
        offset = (long)(position - (slot * slotTicks)) * nanosecondsPerTick;
        return (int)slot;
    }

    /// <summary>Open time between the beginning of the table and a place in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long OpenBefore(int slot, long offset)
    {
        var packed = _slots[slot];
        if ((packed & ManyBit) != 0)
        {
            return OpenBeforeAmongMany(packed, offset);
        }

        ref readonly var head = ref _heads[packed & ShapeMask];
        return ((packed >> (ShapeBits + 1)) * Second) + Within(offset - head.Open1, head.Length1) + Within(offset - head.Open2, head.Length2);
    }

    /// <summary>Open time between the beginning of the table and an instant that it covers.</summary>
    public ulong OpenBefore(long nanoseconds)
    {
        var slot = SlotAt(nanoseconds);
        return (ulong)OpenBefore(slot, nanoseconds - SlotStart(slot));
    }

    public bool Covers(long nanoseconds) => (ulong)(nanoseconds - Start) < (ulong)Count * SlotLength;

    /// <summary>The earliest instant before which the table has <paramref name="target"/> of open time, above zero and at most <see cref="Total"/>.</summary>
    public long Earliest(ulong target)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Before(middle) < target ? (middle, high) : (low, middle - 1);
        }

        var missing = (long)(target - Before(low));
        foreach (var span in SpansAt(low))
        {
            if (missing <= span.Length)
            {
                return SlotStart(low) + span.Open + missing;
            }

            missing -= span.Length;
        }

        throw new InvalidOperationException("The open time before a slot and its spans disagree.");
    }

    /// <summary>The latest instant before which the table has <paramref name="target"/> of open time, below <see cref="Total"/>.</summary>
    public long Latest(ulong target)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Before(middle) <= target ? (middle, high) : (low, middle - 1);
        }

        var missing = (long)(target - Before(low));
        foreach (var span in SpansAt(low))
        {
            if (missing < span.Length)
            {
                return SlotStart(low) + span.Open + missing;
            }

            missing -= span.Length;
        }

        throw new InvalidOperationException("The open time before a slot and its spans disagree.");
    }

    public int SlotAt(long nanoseconds) => (int)((ulong)(nanoseconds - Start) / SlotLength);

    public long SlotStart(int slot) => Start + (slot * SlotLength);

    public int ShapeAt(int slot) => (int)(_slots[slot] & ShapeMask);

    public NanosecondSpan[] SpansAt(int slot) => Shapes[ShapeAt(slot)].Spans;

    /// <summary>A time kept between zero and a length, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Within(long time, long length)
    {
        var positive = time & ~(time >> 63);
        var missing = positive - length;
        return length + (missing & (missing >> 63));
    }

    private ulong Before(int slot) => (ulong)OpenBefore(slot, 0);

    private long OpenBeforeAmongMany(long packed, long offset)
    {
        var open = (packed >> (ShapeBits + 1)) * Second;
        foreach (var span in Shapes[packed & ShapeMask].Spans)
        {
            if (span.Open >= offset)
            {
                break;
            }

            open += Math.Min(offset, span.Close) - span.Open;
        }

        return open;
    }
}

/// <summary>An open stretch, in nanoseconds from the beginning of its slot.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NanosecondSpan(long Open, long Close)
{
    public long Length => Close - Open;
}

/// <summary>The first two spans of a slot, which is all that nearly every day has; those that are missing are empty.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TwoSpans(long Open1, long Length1, long Open2, long Length2);

/// <summary>The spans of a slot, in order and not touching.</summary>
internal sealed class DayShape(NanosecondSpan[] spans)
{
    public NanosecondSpan[] Spans { get; } = spans;

    /// <summary>Open time of the whole slot.</summary>
    public long Open { get; } = spans.Sum(span => span.Length);

    public TwoSpans Head => new(
        Spans.Length > 0 ? Spans[0].Open : 0,
        Spans.Length > 0 ? Spans[0].Length : 0,
        Spans.Length > 1 ? Spans[1].Open : 0,
        Spans.Length > 1 ? Spans[1].Length : 0);
}
