using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>One event reduced to what a replay needs: 16 bytes, so that a whole log fits in a span.</summary>
/// <remarks>Instants are kept to 100 ns. Make one from the roles that <see cref="ClockRule.RolesOf(CaseEvent, IReadOnlyDictionary{string, string}?)"/> found.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClockEvent
{
    private ClockEvent(long ticks, EventRoles roles, SourceClass source, bool confirmed, bool isDay) =>
        (Ticks, Roles, Source, Confirmed, IsDay) = (ticks, roles, source, confirmed, isDay);

    /// <summary>Unix time in units of 100 ns; for a day, its first instant in the zone of the calendar.</summary>
    public long Ticks { get; }

    public EventRoles Roles { get; }

    public SourceClass Source { get; }

    /// <summary>The other side has confirmed the word.</summary>
    public bool Confirmed { get; }

    /// <summary>Only the day is known.</summary>
    public bool IsDay { get; }

    /// <summary>An event at <paramref name="ticks"/> (Unix time in units of 100 ns).</summary>
    public static ClockEvent At(long ticks, EventRoles roles, SourceClass source, bool confirmed = false) => new(ticks, roles, source, confirmed, isDay: false);

    /// <summary>An event at <paramref name="instant"/>.</summary>
    public static ClockEvent At(Instant instant, EventRoles roles, SourceClass source, bool confirmed = false) =>
        At(instant.ToUnixTimeTicks(), roles, source, confirmed);

    /// <summary>An event of which only the local day is known in <paramref name="zone"/>.</summary>
    public static ClockEvent On(DateOnly day, DateTimeZone zone, EventRoles roles, SourceClass source, bool confirmed = false) =>
        new(EventTime.On(day).Earliest(zone).ToUnixTimeTicks(), roles, source, confirmed, isDay: true);
}

/// <summary>What is known of a case besides its events.</summary>
/// <param name="TargetDate">The date of the attribute that a <see cref="DateTarget"/> names, when the case has one.</param>
/// <param name="FixedDue">The deadline that somebody fixed by hand: it replaces the target, and nothing moves it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClockCase(DateOnly? TargetDate = null, Instant? FixedDue = null);
