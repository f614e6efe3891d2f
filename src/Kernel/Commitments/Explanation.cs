using System.Collections.Immutable;

namespace Pupitre.Kernel.Commitments;

/// <summary>Why an instant or an imputation is what it is. The page words it in the reader's language.</summary>
/// <remarks>What <see cref="Explanation.Arguments"/> hold, in order, is written beside each code.</remarks>
public enum ExplanationCode : byte
{
    /// <summary>The day of the month of the rule: (DateOnly).</summary>
    DayOfMonth,

    /// <summary>The last day of the month: (DateOnly).</summary>
    EndOfMonth,

    /// <summary>The day of the week of the rule: (DateOnly).</summary>
    DayOfWeek,

    /// <summary>A date of the company: (string name of the anchor, DateOnly).</summary>
    NamedDate,

    /// <summary>A date of the recurrence rule: (DateOnly).</summary>
    RecurrenceDate,

    /// <summary>A number of months was added: (int months, DateOnly result).</summary>
    MonthsAdded,

    /// <summary>A number of days was added, negative when before: (int days, DayCount, DateOnly result).</summary>
    DaysAdded,

    /// <summary>The date was not a business day and moved: (RollConvention, DateOnly result).</summary>
    Rolled,

    /// <summary>The hour of the rule: (LocalTime).</summary>
    AtHour,

    /// <summary>Due by the end of that day: no argument.</summary>
    EndOfDay,

    /// <summary>The prerequisite came late and moved the due instant: (DateOnly prerequisite's stop, int business days, DateOnly result).</summary>
    PrerequisiteMovesDue,

    /// <summary>The prerequisite came late, but a statutory date never moves: (DateOnly prerequisite's stop, int business days, DateOnly result).</summary>
    StatutoryDateStays,

    /// <summary>Somebody fixed the deadline by hand: (Instant).</summary>
    FixedByHand,

    /// <summary>Imputation: nothing stood in the way of whoever had to do it: (Duration open time late, or calendar time of a schedule).</summary>
    NothingStoodInTheWay,

    /// <summary>Imputation: the prerequisite was late or missing: (DateOnly? when it came, DateOnly when it was needed).</summary>
    PrerequisiteLate,

    /// <summary>Imputation: the prerequisite was late, and its delay alone does not explain this one: (DateOnly when it came, DateOnly when it was needed).</summary>
    PrerequisiteLateAndMore,

    /// <summary>Imputation: the wait on another covers the whole delay of a date that pauses do not move: (Party, Duration waited, Duration late).</summary>
    WaitCoversDelay,

    /// <summary>Imputation: the wait on another covers a part of the delay: (Party, Duration waited, Duration late).</summary>
    WaitCoversPart,

    /// <summary>Imputation: nothing shows anything, so nobody can be named: no argument.</summary>
    NothingShown,

    /// <summary>Imputation: nothing shows when the prerequisite came: no argument.</summary>
    PrerequisiteUnknown,

    /// <summary>Imputation: somebody corrected it: (string reason).</summary>
    CorrectedByHand,
}

/// <summary>One sentence of an explanation: a code, and the dates, numbers and names that the page puts into its words.</summary>
public sealed record Explanation(ExplanationCode Code, ImmutableArray<object?> Arguments)
{
    public static Explanation Of(ExplanationCode code, params ReadOnlySpan<object?> arguments) => new(code, [.. arguments]);

    public bool Equals(Explanation? other) => other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Length);
}

/// <summary>Whose delay it is, and why.</summary>
public sealed record Responsibility(Imputation Imputation, Explanation Reason);
