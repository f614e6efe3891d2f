using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>An open stretch <c>[Open, Close)</c>.</summary>
/// <param name="Open">First open instant.</param>
/// <param name="Close">First instant that is no longer open.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpenSpan(Instant Open, Instant Close);

/// <summary>
/// A calendar that answers questions about open time. Exact to the nanosecond; lengths are open time, not time on the wall.
/// </summary>
/// <remarks>
/// <para>
/// Local times are resolved in <see cref="Zone"/> (source: the IANA database of NodaTime): a repeated local time is its first occurrence for
/// an opening, a question or a computed result, and its second for a closing; a skipped one is the first valid instant after the gap. Spans
/// that then overlap or touch are one, and skipped ones vanish; midnight between 24:00 and 00:00 is neither a closing nor an opening.
/// </para>
/// <para>
/// A calendar knows the local years 1910 to 2200, and 1950 to 2100 when it has a zone of French holidays. Asking outside them
/// (<see cref="Earliest"/>, <see cref="Latest"/>) and searching beyond them is refused.
/// </para>
/// <para>
/// Immutable for those who use it, and safe to share between threads: days are compiled when they are first asked for, about 8 bytes each.
/// Questions about days that are compiled allocate nothing.
/// </para>
/// </remarks>
public sealed partial class BusinessCalendar
{
    private readonly DayRules _rules;
    private readonly LocalClock _clock;

    private BusinessCalendar(CalendarDefinition definition)
    {
        Definition = definition;
        Zone = DateTimeZoneProviders.Tzdb[definition.TimeZone];
        _rules = new(definition);
        _clock = new(Zone);
        _builder = new(_rules, _clock);
        Earliest = Zone.AtStartOfDay(LocalDate.FromDateOnly(_rules.FirstDate)).ToInstant();
        Latest = Zone.AtStartOfDay(LocalDate.FromDateOnly(_rules.LastDate).PlusDays(1)).ToInstant();
    }

    /// <summary>What was compiled.</summary>
    public CalendarDefinition Definition { get; }

    /// <summary>The time zone of the local times.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>First instant that the calendar knows.</summary>
    public Instant Earliest { get; }

    /// <summary>Last instant that the calendar knows: the midnight that ends its last year.</summary>
    public Instant Latest { get; }

    /// <summary>Makes a calendar that answers.</summary>
    /// <exception cref="Refused">See <see cref="CalendarDefinition.Check"/>: unknown time zone, no weekly opening, a closure that ends first.</exception>
    public static BusinessCalendar Compile(CalendarDefinition definition)
    {
        definition.Check();
        return new(definition);
    }

    /// <summary>Open time inside <c>[from, to)</c>; zero when <paramref name="to"/> is not after <paramref name="from"/>.</summary>
    /// <exception cref="Refused">The interval leaves the years that the calendar knows.</exception>
    public Duration Elapsed(Instant from, Instant to)
    {
        var table = _table;
        var first = table.Locate(from, out var firstOffset);
        var last = table.Locate(to, out var lastOffset);
        if ((uint)first < (uint)table.Count && (uint)last < (uint)table.Count)
        {
            var open = table.OpenBefore(last, lastOffset) - table.OpenBefore(first, firstOffset);
            if (open > 0)
            {
                return Duration.FromNanoseconds(open);
            }
        }

        return ElapsedBeyondTable(from, to);
    }

    /// <summary><see cref="Elapsed"/> on Unix times in units of 100 ns, for streams of events that are kept so.</summary>
    /// <exception cref="Refused">The interval leaves the years that the calendar knows.</exception>
    public long ElapsedTicks(long fromTicks, long toTicks)
    {
        var table = _table;
        var first = table.Locate(fromTicks, out var firstOffset);
        var last = table.Locate(toTicks, out var lastOffset);
        if ((uint)first < (uint)table.Count && (uint)last < (uint)table.Count)
        {
            var open = table.OpenBefore(last, lastOffset) - table.OpenBefore(first, firstOffset);
            if (open > 0)
            {
                return open / NanosecondsPerTick;
            }
        }

        return toTicks <= fromTicks ? 0 : ElapsedBeyondTable(Instant.FromUnixTimeTicks(fromTicks), Instant.FromUnixTimeTicks(toTicks)).BclCompatibleTicks;
    }

    /// <summary>The earliest instant t with <c>Elapsed(from, t) = duration</c>; for zero, <paramref name="from"/> when it is open, else the next opening.</summary>
    /// <exception cref="Refused">The duration is negative, or the search leaves the years that the calendar knows.</exception>
    public Instant Add(Instant from, Duration duration)
    {
        if (duration == Duration.Zero)
        {
            return IsOpen(from) ? from : NextOpening(from);
        }

        var length = Length(duration);
        RefuseOutside(from, from);
        var start = Nanoseconds(from);
        var table = Covering(start, start);
        while (table.Total - table.OpenBefore(start) < length)
        {
            table = Later(table);
        }

        return InstantOf(table.Earliest(table.OpenBefore(start) + length));
    }

    /// <summary>
    /// The latest instant t with <c>Elapsed(t, to) = duration</c>; for zero, <paramref name="to"/> when the moment before it is open, else the
    /// last closing before it.
    /// </summary>
    /// <exception cref="Refused">The duration is negative, or the search leaves the years that the calendar knows.</exception>
    public Instant Subtract(Instant to, Duration duration)
    {
        if (duration == Duration.Zero)
        {
            return WasOpenBefore(to) ? to : PreviousClosing(to);
        }

        var length = Length(duration);
        RefuseOutside(to, to);
        var end = Nanoseconds(to);
        var table = Covering(end, end);
        while (table.OpenBefore(end) < length)
        {
            table = Sooner(table);
        }

        return InstantOf(table.Latest(table.OpenBefore(end) - length));
    }

    /// <summary>The <paramref name="days"/>-th business day (a local date with an opening) after that of <paramref name="from"/>, at the same local time.</summary>
    /// <param name="from">Its own day is never counted, whether or not it is a business day.</param>
    /// <param name="days">Negative goes back; zero gives <paramref name="from"/> itself.</param>
    /// <param name="endOfDay">
    /// The result is the last closing of that day; for zero days that of <paramref name="from"/>'s day, or of the next business day when it
    /// has none.
    /// </param>
    /// <exception cref="Refused">The search leaves the years that the calendar knows.</exception>
    public Instant AddDays(Instant from, int days, bool endOfDay = false)
    {
        RefuseOutside(from, from);
        if (days == 0 && !endOfDay)
        {
            return from;
        }

        var local = from.InZone(Zone).LocalDateTime;
        var date = BusinessDay(local.Date.ToDateOnly(), days);
        return endOfDay ? LastClosing(date) : LocalClock.First(LocalDate.FromDateOnly(date) + local.TimeOfDay, Zone);
    }

    /// <summary>Whether <paramref name="instant"/> lies inside an opening; a closing itself does not.</summary>
    /// <exception cref="Refused">The instant lies outside the years that the calendar knows.</exception>
    public bool IsOpen(Instant instant)
    {
        RefuseOutside(instant, instant);
        var at = Nanoseconds(instant);
        var table = Covering(at, at);
        var slot = table.SlotAt(at);
        var offset = at - table.SlotStart(slot);
        foreach (var span in table.SpansAt(slot))
        {
            if (offset < span.Close)
            {
                return offset >= span.Open;
            }
        }

        return false;
    }

    /// <summary>The first opening at or after <paramref name="instant"/>, even when it is open at that time.</summary>
    /// <exception cref="Refused">The search leaves the years that the calendar knows, as it does when the calendar never closes.</exception>
    public Instant NextOpening(Instant instant)
    {
        RefuseOutside(instant, instant);
        return InstantOf(FirstOpening(Nanoseconds(instant)));
    }

    /// <summary>The last closing at or before <paramref name="instant"/>, even when it is open at that time.</summary>
    /// <exception cref="Refused">The search leaves the years that the calendar knows, as it does when the calendar never closes.</exception>
    public Instant PreviousClosing(Instant instant)
    {
        RefuseOutside(instant, instant);
        return InstantOf(LastClosing(Nanoseconds(instant)));
    }

    /// <summary>Whether a local date has an opening, which makes it a business day of this calendar.</summary>
    /// <exception cref="Refused">The date lies outside the years that the calendar knows.</exception>
    public bool HasOpening(DateOnly date)
    {
        RefuseOutside(date);
        return HasOpeningOn(date);
    }

    /// <summary>The openings of a local date in order; those that overlap or touch are one, the last may close at or after midnight.</summary>
    /// <exception cref="Refused">The date lies outside the years that the calendar knows.</exception>
    public IReadOnlyList<OpenSpan> OpeningsOn(DateOnly date)
    {
        RefuseOutside(date);
        return SpansOf(date);
    }
}
