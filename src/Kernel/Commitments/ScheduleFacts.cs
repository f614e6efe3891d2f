using System.Collections.Immutable;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

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
/// <param name="Time">When it happened; for an upper bound, the instant by which it had happened.</param>
/// <param name="IsUpperBound">It only bounds the work from above, as the arrival of a file does: done by then, nobody knows when.</param>
public sealed record ScheduleProof(EventTime Time, SourceClass Source, bool Confirmed = false, ProofRole Role = ProofRole.Stop, bool IsUpperBound = false)
{
    /// <summary>It stands on more than one side's word.</summary>
    public bool IsShown => Confirmed || Source is SourceClass.Observed or SourceClass.Receipt;
}

/// <summary>Everything that an occurrence is judged by.</summary>
public sealed record ScheduleFacts
{
    /// <summary>In any order; <see cref="WorkInterval"/> says what several stops that a reading keeps amount to.</summary>
    public ImmutableArray<ScheduleProof> Proofs { get; init; } = [];

    /// <summary>The judgement of the prerequisite's occurrence in the same reading, or null when the rule has none.</summary>
    public ScheduleJudgement? Prerequisite { get; init; }

    /// <summary>The deadline that somebody fixed by hand: nothing moves it.</summary>
    public Instant? FixedDue { get; init; }

    /// <summary>When the commitment was entered here; what was due before and has no event at all is not yet proven. Null when it always was.</summary>
    public Instant? EnteredAt { get; init; }

    /// <summary>Somebody said that nothing will come: what has no event is then without a trace, however old it is.</summary>
    public bool NothingExpected { get; init; }

    /// <summary>Somebody said, with a reason, that there was nothing to do.</summary>
    public bool Waived { get; init; }

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

    /// <summary>The stop that counts and is dated, or null.</summary>
    public EventTime? Stop { get; init; }

    /// <summary>The instant by which the work was done at the latest, when nothing dates it; else null.</summary>
    public Instant? NoLaterThan { get; init; }

    /// <summary>Time on the wall from due to stop (or to now while nothing shows it); zero when it was kept.</summary>
    public Duration Late { get; init; }

    /// <summary>Whose delay it is, when it was not kept.</summary>
    public Responsibility? Delay { get; init; }
}
