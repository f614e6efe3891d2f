using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>How a move of an alignment relates the log to the model.</summary>
public enum MoveKind
{
    /// <summary>Event and model agree; costs nothing.</summary>
    Synchronous,

    /// <summary>A silent step of the model; costs nothing.</summary>
    Silent,

    /// <summary>The model demands a step that the log lacks; costs 1.</summary>
    Skipped,

    /// <summary>The log holds an event that the model does not allow there; costs 1.</summary>
    Inserted,
}

/// <summary>One move of an alignment.</summary>
/// <param name="Kind">What agrees, or who departs.</param>
/// <param name="Activity">The activity; null for a silent step.</param>
/// <param name="Transition">The step of the model, with the element of its drawing; null for an inserted event.</param>
public readonly record struct AlignmentMove(MoveKind Kind, string? Activity, NetTransition? Transition);

/// <summary>A cheapest way to read a sequence of activities as a complete run of a model.</summary>
/// <param name="Cost">Number of skipped and inserted moves: the least possible. Other alignments may cost the same.</param>
/// <param name="Fitness">1 - cost / (length of the sequence + shortest run of the model); 1 where both are empty.</param>
/// <param name="Moves">The moves in order.</param>
public sealed record Alignment(int Cost, double Fitness, ImmutableArray<AlignmentMove> Moves);

/// <summary>An activity that departs from the model in one way.</summary>
/// <param name="Activity">Name in the log when it is inserted, label in the model when it is skipped.</param>
/// <param name="Kind"><see cref="MoveKind.Skipped"/> or <see cref="MoveKind.Inserted"/>.</param>
/// <param name="Count">How often, over all cases.</param>
/// <param name="Cases">In how many cases.</param>
public sealed record Deviation(string Activity, MoveKind Kind, long Count, long Cases);

/// <summary>How often a step of the model was taken by the cases of a log, each counted along its alignment.</summary>
/// <param name="Transition">The step.</param>
/// <param name="Taken">How often an event, or the need to go on for a silent one, took it.</param>
/// <param name="Skipped">How often the model demanded it and the log lacked it; 0 for a silent one.</param>
public sealed record TransitionUse(NetTransition Transition, long Taken, long Skipped);
