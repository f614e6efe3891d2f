using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>One event reduced to what a replay needs: 16 bytes, so that a whole log fits in a span.</summary>
/// <remarks>
/// Instants are kept to 100 ns. Make one from the roles that <see cref="ClockRule.RolesOf(CaseEvent, IReadOnlyDictionary{string, string}?)"/>
/// finds. Events without a role matter too: in the state form of pauses they end one.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct ClockEvent
{
    private readonly int _daySeconds;

    private ClockEvent(long ticks, EventRoles roles, SourceClass source, bool confirmed, int daySeconds) =>
        (Ticks, Roles, Source, Confirmed, _daySeconds) = (ticks, roles, source, confirmed, daySeconds);

    /// <summary>Unix time in units of 100 ns; for a day, its first instant in the zone of the calendar.</summary>
    public long Ticks { get; }

    public EventRoles Roles { get; }

    public SourceClass Source { get; }

    /// <summary>The other side has confirmed the word.</summary>
    public bool Confirmed { get; }

    /// <summary>Only the day is known.</summary>
    public bool IsDay => _daySeconds > 0;

    /// <summary>The last moment at which it may have happened: one tick before the day ends.</summary>
    public long LastTicks => IsDay ? Ticks + (_daySeconds * NodaConstants.TicksPerSecond) - 1 : Ticks;

    /// <summary>
    /// Where a replay puts it: what opens something at the beginning of its day, what ends something at the end of it, so that an
    /// exact instant of that day can lie between.
    /// </summary>
    internal long Order => IsDay && !Roles.Has(EventRoles.Start | EventRoles.Pause) && Roles != EventRoles.None ? LastTicks : Ticks;

    /// <summary>An event at <paramref name="ticks"/> (Unix time in units of 100 ns).</summary>
    public static ClockEvent At(long ticks, EventRoles roles, SourceClass source, bool confirmed = false) => new(ticks, roles, source, confirmed, 0);

    /// <summary>An event at <paramref name="instant"/>.</summary>
    public static ClockEvent At(Instant instant, EventRoles roles, SourceClass source, bool confirmed = false) =>
        At(instant.ToUnixTimeTicks(), roles, source, confirmed);

    /// <summary>An event of which only the local day is known in <paramref name="zone"/>.</summary>
    public static ClockEvent On(DateOnly day, DateTimeZone zone, EventRoles roles, SourceClass source, bool confirmed = false)
    {
        var time = EventTime.On(day);
        var first = time.Earliest(zone);
        var length = time.Latest(zone) - first + Duration.FromTicks(1);
        return new(first.ToUnixTimeTicks(), roles, source, confirmed, (int)length.TotalSeconds);
    }

    /// <summary>The same event at another moment, as if that had been written.</summary>
    internal ClockEvent MovedTo(long ticks) => At(ticks, Roles, Source, Confirmed);
}

/// <summary>What is known of a case besides its events.</summary>
/// <param name="TargetDate">The date of the attribute that a <see cref="DateTarget"/> names, when the case has one.</param>
/// <param name="FixedDue">The deadline that somebody fixed by hand: it replaces the target, and nothing moves it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClockCase(DateOnly? TargetDate = null, Instant? FixedDue = null);
