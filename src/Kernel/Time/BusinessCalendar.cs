using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>Compiled, immutable form of a calendar. Replaced by the real implementation; the signatures are the contract.</summary>
public sealed class BusinessCalendar
{
    private BusinessCalendar(DateTimeZone zone) => Zone = zone;

    public DateTimeZone Zone { get; }

    public Duration Elapsed(Instant from, Instant to) => throw new NotImplementedException(from + " " + to + Zone);

    public Instant Add(Instant from, Duration duration) => throw new NotImplementedException(from + " " + duration + Zone);

    public Instant Subtract(Instant to, Duration duration) => throw new NotImplementedException(to + " " + duration + Zone);

    public Instant AddDays(Instant from, int days, bool endOfDay = false) => throw new NotImplementedException(from + " " + days + endOfDay + Zone);

    public bool IsOpen(Instant instant) => throw new NotImplementedException(instant + " " + Zone);

    public Instant NextOpening(Instant instant) => throw new NotImplementedException(instant + " " + Zone);

    public Instant PreviousClosing(Instant instant) => throw new NotImplementedException(instant + " " + Zone);
}
