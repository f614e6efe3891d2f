using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>Compiled, immutable form of a calendar.</summary>
public sealed class BusinessCalendar
{
    private BusinessCalendar(CalendarDefinition definition) => (Definition, Zone) = (definition, DateTimeZoneProviders.Tzdb[definition.TimeZone]);

    public CalendarDefinition Definition { get; }

    public DateTimeZone Zone { get; }

    public Instant Earliest => throw new NotImplementedException(Zone.Id);

    public Instant Latest => throw new NotImplementedException(Zone.Id);

    public static BusinessCalendar Compile(CalendarDefinition definition) => new(definition);

    public Duration Elapsed(Instant from, Instant to) => throw new NotImplementedException(from + " " + to + Zone);

    /// <summary>The same on Unix times in units of 100 ns, for streams of events that are kept so.</summary>
    public long ElapsedTicks(long fromTicks, long toTicks) => throw new NotImplementedException(fromTicks + " " + toTicks + Zone);

    public Instant Add(Instant from, Duration duration) => throw new NotImplementedException(from + " " + duration + Zone);

    public Instant Subtract(Instant to, Duration duration) => throw new NotImplementedException(to + " " + duration + Zone);

    public Instant AddDays(Instant from, int days, bool endOfDay = false) => throw new NotImplementedException(from + " " + days + endOfDay + Zone);

    public bool IsOpen(Instant instant) => throw new NotImplementedException(instant + " " + Zone);

    public Instant NextOpening(Instant instant) => throw new NotImplementedException(instant + " " + Zone);

    public Instant PreviousClosing(Instant instant) => throw new NotImplementedException(instant + " " + Zone);

    public bool HasOpening(DateOnly date) => throw new NotImplementedException(date + Zone.Id);

    public IReadOnlyList<OpenSpan> OpeningsOn(DateOnly date) => throw new NotImplementedException(date + Zone.Id);
}

/// <summary>An open stretch <c>[Open, Close)</c>.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct OpenSpan(Instant Open, Instant Close);
