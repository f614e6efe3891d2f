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
