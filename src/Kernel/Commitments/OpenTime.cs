using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>The calendar's operations on Unix time in units of 100 ns.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OpenTime(BusinessCalendar calendar)
{
    public BusinessCalendar Calendar => calendar;

    public static Instant InstantOf(long ticks) => Instant.FromUnixTimeTicks(ticks);

    public long Elapsed(long from, long to) => calendar.ElapsedTicks(from, to);

    public long Add(long from, long ticks) => calendar.Add(InstantOf(from), Duration.FromTicks(ticks)).ToUnixTimeTicks();

    public DateOnly DateOf(long ticks) => InstantOf(ticks).InZone(calendar.Zone).Date.ToDateOnly();
}

/// <summary>A due instant that pauses move, as section 3 says of day targets.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DueTracker
{
    private readonly bool _moves;
    private bool _settled;

    public DueTracker(long? at, bool moves) => (At, _moves) = (at, moves);

    /// <summary>The due instant, or null when the target has none of its own (a duration).</summary>
    public long? At { get; private set; }

    /// <summary>A pause <c>[from, to)</c> went by: if it began before the due instant and holds open time, it moves it.</summary>
    public void Pass(long from, long to, OpenTime open)
    {
        if (!_moves || _settled || At is not { } due)
        {
            return;
        }

        if (from >= due)
        {
            _settled = true;
            return;
        }

        if (open.Elapsed(from, to) is > 0 and var length)
        {
            At = open.Add(due, length);
        }
    }

    /// <summary>Whether a pause that is open since <paramref name="pause"/> leaves no due instant.</summary>
    public readonly bool IsUnknownWhilePausedSince(long? pause) => _moves && !_settled && pause is { } since && since < At;
}
