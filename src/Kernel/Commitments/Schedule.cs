using System.Collections.Immutable;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>One obligation of a schedule, made by the calendar and not by an event, so that what was never done cannot vanish.</summary>
/// <param name="Key">Unique within the commitment: the key of the period. It is made once, whatever restarts.</param>
/// <param name="Period">The period that it belongs to, in every reading.</param>
/// <param name="DueDate">The local date of <paramref name="Due"/>'s rule.</param>
/// <param name="Due">The instant by which it must be done: without an hour, the midnight that ends the due date.</param>
/// <param name="Explanation">Why it is due then, step by step.</param>
public sealed record Occurrence(string Key, SchedulePeriod Period, DateOnly DueDate, Instant Due, ImmutableArray<Explanation> Explanation);

/// <summary>A schedule rule ready to make and judge occurrences. Immutable and safe to share between threads.</summary>
public sealed class Schedule
{
    /// <param name="rule">The rule.</param>
    /// <param name="zone">The company's time zone.</param>
    /// <param name="days">Business days of the company's zone of holidays.</param>
    /// <param name="companyDate">Gives the dates of the company that the rule names.</param>
    public Schedule(ScheduleRule rule, DateTimeZone zone, BusinessDays days, CompanyDate companyDate) =>
        (Rule, Zone, Days, CompanyDate) = (rule, zone, days, companyDate);

    public ScheduleRule Rule { get; }

    public DateTimeZone Zone { get; }

    internal BusinessDays Days { get; }

    internal CompanyDate CompanyDate { get; }

    /// <summary>The occurrences of the periods that begin in <c>[from, to]</c>, in order. A period without its company date has none.</summary>
    public IReadOnlyList<Occurrence> Occurrences(DateOnly from, DateOnly to) => throw new NotImplementedException("" + from + to);

    /// <summary>The occurrence of one period, or null when the company has no such date in it.</summary>
    public Occurrence? Of(SchedulePeriod period) => throw new NotImplementedException("" + period);

    /// <summary>Judges one occurrence in one reading.</summary>
    public ScheduleJudgement Judge(Occurrence occurrence, ScheduleFacts facts, Reading reading, Instant now) =>
        throw new NotImplementedException("" + occurrence + facts + reading + now);
}

/// <summary>What a proof shows about an occurrence.</summary>
public enum ProofRole : byte
{
    /// <summary>That it was done.</summary>
    Stop,

    /// <summary>That it was not done.</summary>
    NotDone,

    /// <summary>That it was not to be done.</summary>
    Cancel,
}

/// <summary>Something that was found or typed for an occurrence.</summary>
public sealed record ScheduleProof(EventTime Time, SourceClass Source, bool Confirmed = false, ProofRole Role = ProofRole.Stop);

/// <summary>Everything that an occurrence is judged by.</summary>
public sealed record ScheduleFacts
{
    /// <summary>In any order; of several stops that a reading keeps, the first one counts.</summary>
    public ImmutableArray<ScheduleProof> Proofs { get; init; } = [];

    /// <summary>The judgement of the prerequisite's occurrence in the same reading, or null when the rule has none.</summary>
    public ScheduleJudgement? Prerequisite { get; init; }

    /// <summary>The deadline that somebody fixed by hand: nothing moves it.</summary>
    public Instant? FixedDue { get; init; }

    public Party Performer { get; init; } = Party.Provider;

    /// <summary>Who performs the prerequisite.</summary>
    public Party PrerequisitePerformer { get; init; } = Party.Company;
}

/// <summary>What became of one occurrence in one reading.</summary>
public sealed record ScheduleJudgement
{
    public required Reading Reading { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>The instant by which it had to be done, after a prerequisite or a hand moved it.</summary>
    public required Instant Due { get; init; }

    /// <summary>Why, step by step: the explanation of the occurrence and what moved it.</summary>
    public required ImmutableArray<Explanation> DueExplanation { get; init; }

    /// <summary>The stop that counts, or null.</summary>
    public EventTime? Stop { get; init; }

    /// <summary>Time on the wall from due to stop (or to now while nothing shows it); zero when it was kept.</summary>
    public Duration Late { get; init; }

    /// <summary>Whose delay it is, when it was not kept.</summary>
    public Responsibility? Delay { get; init; }
}
