using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>
/// The open spans of a run of days, cut into slots of exactly 24 hours so that a slot is found by one division: local midnight by the
/// zone's standard offset begins a slot, and a span that crosses into the next one is simply cut. Immutable.
/// </summary>
/// <remarks>
/// A slot is the open time before it and the number of its shape; days look alike, so there are few shapes. All times are nanoseconds:
/// the first 24-hour slot begins at <see cref="Start"/>, and positions are counted from there.
/// </remarks>
internal sealed class OpenTable(int firstSlot, long start, Slot[] slots, DayShape[] shapes)
{
    public const long SlotLength = NodaConstants.NanosecondsPerDay;

    private readonly ulong _length = (ulong)slots.Length * SlotLength;

    /// <summary>Number of the first slot: days since 1970, by the standard offset.</summary>
    public int FirstSlot { get; } = firstSlot;

    /// <summary>Nanoseconds since 1970 at which the first slot begins.</summary>
    public long Start { get; } = start;

    public Slot[] Slots { get; } = slots;

    public DayShape[] Shapes { get; } = shapes;

    /// <summary>Open time of the whole table.</summary>
    public ulong Total => Slots.Length == 0 ? 0 : Slots[^1].Before + (ulong)Shapes[Slots[^1].Shape].Open;

    /// <summary>Bytes that the table occupies.</summary>
    public long Bytes => ((long)Slots.Length * Marshal.SizeOf<Slot>()) + Shapes.Sum(shape => 56L + (shape.Spans.Length * 16L));

    public bool Covers(long nanoseconds) => (ulong)(nanoseconds - Start) < _length;

    /// <summary>Open time between the beginning of the table and an instant that it covers.</summary>
    public ulong OpenBefore(long nanoseconds)
    {
        var position = (ulong)(nanoseconds - Start);
        var number = position / SlotLength;
        ref readonly var slot = ref Slots[number];
        return slot.Before + (ulong)Shapes[slot.Shape].OpenBefore((long)(position - (number * SlotLength)));
    }

    /// <summary>The earliest instant before which the table has <paramref name="target"/> of open time, above zero and at most <see cref="Total"/>.</summary>
    public long Earliest(ulong target)
    {
        var (low, high) = (0, Slots.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Slots[middle].Before < target ? (middle, high) : (low, middle - 1);
        }

        var missing = (long)(target - Slots[low].Before);
        foreach (var span in Shapes[Slots[low].Shape].Spans)
        {
            if (missing <= span.Close - span.Open)
            {
                return SlotStart(low) + span.Open + missing;
            }

            missing -= span.Close - span.Open;
        }

        throw new InvalidOperationException("The open time before a slot and its spans disagree.");
    }

    /// <summary>The latest instant before which the table has <paramref name="target"/> of open time, below <see cref="Total"/>.</summary>
    public long Latest(ulong target)
    {
        var (low, high) = (0, Slots.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Slots[middle].Before <= target ? (middle, high) : (low, middle - 1);
        }

        var missing = (long)(target - Slots[low].Before);
        foreach (var span in Shapes[Slots[low].Shape].Spans)
        {
            if (missing < span.Close - span.Open)
            {
                return SlotStart(low) + span.Open + missing;
            }

            missing -= span.Close - span.Open;
        }

        throw new InvalidOperationException("The open time before a slot and its spans disagree.");
    }

    public int SlotAt(long nanoseconds) => (int)((ulong)(nanoseconds - Start) / SlotLength);

    public long SlotStart(int slot) => Start + (slot * SlotLength);

    public NanosecondSpan[] SpansAt(int slot) => Shapes[Slots[slot].Shape].Spans;
}

/// <summary>24 hours of the table.</summary>
/// <param name="Before">Open time from the beginning of the table.</param>
/// <param name="Shape">Which spans it has.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Slot(ulong Before, int Shape);

/// <summary>An open stretch, in nanoseconds from the beginning of its slot.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NanosecondSpan(long Open, long Close);

/// <summary>The spans of a slot. Two of them are at hand, which is what nearly every day needs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DayShape
{
    private readonly long _open1;
    private readonly long _close1;
    private readonly long _open2;
    private readonly long _close2;

    /// <param name="spans">In order, not touching.</param>
    public DayShape(NanosecondSpan[] spans)
    {
        Spans = spans;
        Open = spans.Sum(span => span.Close - span.Open);
        (_open1, _close1) = spans.Length > 0 ? (spans[0].Open, spans[0].Close) : default;
        (_open2, _close2) = spans.Length > 1 ? (spans[1].Open, spans[1].Close) : default;
        HasMore = spans.Length > 2;
    }

    public NanosecondSpan[] Spans { get; }

    /// <summary>Open time of the whole slot.</summary>
    public long Open { get; }

    private bool HasMore { get; }

    /// <summary>Open time of the slot before <paramref name="offset"/>; without branches for up to two spans.</summary>
    public long OpenBefore(long offset)
    {
        var open = Math.Min(Math.Max(offset, _open1), _close1) - _open1 + Math.Min(Math.Max(offset, _open2), _close2) - _open2;
        return HasMore ? open + OfOthersBefore(offset) : open;
    }

    private long OfOthersBefore(long offset)
    {
        var open = 0L;
        for (var at = 2; at < Spans.Length && Spans[at].Open < offset; at++)
        {
            open += Math.Min(offset, Spans[at].Close) - Spans[at].Open;
        }

        return open;
    }
}
