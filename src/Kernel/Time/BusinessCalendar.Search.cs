using System.Globalization;
using NodaTime;

namespace Pupitre.Kernel.Time;

/// <content>How the answers are found: a table of open time that grows on demand, and the local dates beside it.</content>
public sealed partial class BusinessCalendar
{
    private const long NanosecondsPerTick = 100;

    // The first question compiles about a quarter of a year, and each extension as much as there is already.
    private const int SlotsAround = 40;

    private readonly OpenTableBuilder _builder;
    private readonly Lock _growing = new();
    private OpenTable _table = OpenTableBuilder.Empty;

    /// <summary>Bytes that the compiled days occupy so far.</summary>
    internal long CompiledBytes => _table.Bytes;

    /// <summary>Running open time of <c>[from, to)</c> less what merged pauses cover, and what they cover.</summary>
    internal (Duration Running, Duration Paused) Split(Instant from, Instant to, ReadOnlySpan<Pause> merged)
    {
        if (to <= from)
        {
            return default;
        }

        var table = Covering(from, to);
        var first = table.OpenBefore(table.Locate(from, out var offset), offset);
        var last = table.OpenBefore(table.Locate(to, out offset), offset);
        var paused = 0L;
        foreach (ref readonly var pause in merged)
        {
            var begin = Clipped(table, pause.From, first, last);
            var end = pause.To is { } known ? Clipped(table, known, first, last) : last;
            paused += Math.Max(end - begin, 0);
        }

        return (Duration.FromNanoseconds(last - first - paused), Duration.FromNanoseconds(paused));
    }

    // Open time never decreases, so an instant is clipped by clipping the open time before it.
    private static long Clipped(OpenTable table, Instant instant, long first, long last)
    {
        var slot = table.Locate(instant, out var offset);
        if ((uint)slot >= (uint)table.Count)
        {
            return slot < 0 ? first : last;
        }

        return Math.Min(Math.Max(table.OpenBefore(slot, offset), first), last);
    }

    private Duration ElapsedBeyondTable(Instant from, Instant to)
    {
        if (to <= from)
        {
            return Duration.Zero;
        }

        var table = Covering(from, to);
        return Duration.FromNanoseconds(table.OpenBefore(table.Locate(to, out var offset), offset) - table.OpenBefore(table.Locate(from, out offset), offset));
    }

    private OpenTable Covering(Instant from, Instant to)
    {
        RefuseOutside(from, to);
        return Covering(Nanoseconds(from), Nanoseconds(to));
    }

    private OpenTable Covering(long from, long to)
    {
        var table = _table;
        return table.Covers(from) && table.Covers(to) ? table : Grown(_builder.SlotOf(from), _builder.SlotOf(to));
    }

    private OpenTable Later(OpenTable table)
    {
        var last = table.FirstSlot + table.Count - 1;
        return last < LastSlot ? Grown(last + 1, last + 1) : throw SearchOutside();
    }

    private OpenTable Sooner(OpenTable table) =>
        table.FirstSlot > FirstSlot ? Grown(table.FirstSlot - 1, table.FirstSlot - 1) : throw SearchOutside();

    private int FirstSlot => _builder.SlotOf(Nanoseconds(Earliest));

    private int LastSlot => _builder.SlotOf(Nanoseconds(Latest));

    private OpenTable Grown(int from, int to)
    {
        lock (_growing)
        {
            var table = _table;
            var around = Math.Max(SlotsAround, table.Count);
            var (first, last) = table.Count == 0 ? (from, to) : (table.FirstSlot, table.FirstSlot + table.Count - 1);
            first = from < first || table.Count == 0 ? from - around : first;
            last = to > last || table.Count == 0 ? to + around : last;
            _table = _builder.Extend(table, Math.Max(first, FirstSlot), Math.Min(last, LastSlot));
            return _table;
        }
    }

    private long FirstOpening(long from)
    {
        var table = Covering(from, from);
        for (var slot = table.SlotAt(from); ; slot++)
        {
            if (slot >= table.Count)
            {
                var number = table.FirstSlot + slot;
                table = Later(table);
                slot = number - table.FirstSlot;
            }

            foreach (var span in table.SpansAt(slot))
            {
                var open = table.SlotStart(slot) + span.Open;
                if (open >= from && (span.Open > 0 || !ClosesAtEnd(ref table, ref slot)))
                {
                    return open;
                }
            }
        }
    }

    private long LastClosing(long to)
    {
        var table = Covering(to, to);
        for (var slot = table.SlotAt(to); ; slot--)
        {
            if (slot < 0)
            {
                var number = table.FirstSlot + slot;
                table = Sooner(table);
                slot = number - table.FirstSlot;
            }

            var spans = table.SpansAt(slot);
            for (var at = spans.Length - 1; at >= 0; at--)
            {
                var close = table.SlotStart(slot) + spans[at].Close;
                if (close <= to && (spans[at].Close < OpenTable.SlotLength || !OpensAtStart(ref table, ref slot)))
                {
                    return close;
                }
            }
        }
    }

    /// <summary>Whether the slot before is open up to its end, so that a span at the beginning of this one is not an opening.</summary>
    private bool ClosesAtEnd(ref OpenTable table, ref int slot)
    {
        var number = table.FirstSlot + slot;
        if (slot == 0)
        {
            if (number <= FirstSlot)
            {
                return false;
            }

            table = Sooner(table);
            slot = number - table.FirstSlot;
        }

        return table.SpansAt(slot - 1) is [.., { Close: OpenTable.SlotLength }];
    }

    private bool OpensAtStart(ref OpenTable table, ref int slot)
    {
        var number = table.FirstSlot + slot;
        if (slot == table.Count - 1)
        {
            if (number >= LastSlot)
            {
                return false;
            }

            table = Later(table);
            slot = number - table.FirstSlot;
        }

        return table.SpansAt(slot + 1) is [{ Open: 0 }, ..];
    }

    private bool WasOpenBefore(Instant instant)
    {
        RefuseOutside(instant, instant);
        return instant > Earliest && IsOpen(instant - Duration.Epsilon);
    }

    private DateOnly BusinessDay(DateOnly date, int days)
    {
        if (days == 0)
        {
            return HasOpeningOn(date) ? date : BusinessDay(date, 1);
        }

        var step = Math.Sign(days);
        for (var left = Math.Abs((long)days); left > 0; left -= HasOpeningOn(date) ? 1 : 0)
        {
            date = date.AddDays(step);
            if (date < _rules.FirstDate || date > _rules.LastDate)
            {
                throw SearchOutside();
            }
        }

        return date;
    }

    private bool HasOpeningOn(DateOnly date)
    {
        foreach (var hours in _rules.HoursOf(date))
        {
            var (open, close) = _clock.Resolve(date, hours);
            if (close > open)
            {
                return true;
            }
        }

        return false;
    }

    private Instant LastClosing(DateOnly date) => SpansOf(date)[^1].Close;

    private List<OpenSpan> SpansOf(DateOnly date)
    {
        var spans = new List<OpenSpan>();
        foreach (var hours in _rules.HoursOf(date))
        {
            var (opens, closes) = _clock.Resolve(date, hours);
            var (open, close) = (Instant.FromUnixTimeSeconds(opens), Instant.FromUnixTimeSeconds(closes));
            if (close <= open)
            {
                continue;
            }

            if (spans.Count > 0 && open <= spans[^1].Close)
            {
                spans[^1] = new(spans[^1].Open, Instant.Max(spans[^1].Close, close));
                continue;
            }

            spans.Add(new(open, close));
        }

        return spans;
    }

    private static long Nanoseconds(Instant instant) => (instant - default(Instant)).ToInt64Nanoseconds();

    private static Instant InstantOf(long nanoseconds) => default(Instant) + Duration.FromNanoseconds(nanoseconds);

    private ulong Length(Duration duration)
    {
        if (duration < Duration.Zero)
        {
            throw new Refused(Texts.Time_NegativeDuration);
        }

        if (duration > Latest - Earliest)
        {
            throw SearchOutside();
        }

        return ((ulong)duration.BclCompatibleTicks * NanosecondsPerTick) + (ulong)(duration.SubsecondNanoseconds % NanosecondsPerTick);
    }

    private void RefuseOutside(Instant from, Instant to)
    {
        if (from < Earliest || to > Latest)
        {
            throw Outside((from < Earliest ? from : to).ToString("uuuu-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
        }
    }

    private void RefuseOutside(DateOnly date)
    {
        if (date < _rules.FirstDate || date > _rules.LastDate)
        {
            throw Outside(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private Refused Outside(string what) => new(Texts.Time_InstantOutOfRange.With(what, FirstYear, LastYear));

    private Refused SearchOutside() => new(Texts.Time_SearchOutOfRange.With(FirstYear, LastYear));

    private string FirstYear => _rules.FirstDate.Year.ToString(CultureInfo.InvariantCulture);

    private string LastYear => _rules.LastDate.Year.ToString(CultureInfo.InvariantCulture);
}
