using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// Which activity was directly followed by which, how often, and after how long: the flow map. Source: W.M.P. van der Aalst,
/// <i>Process Mining: Data Science in Action</i> (2016), section 5.2, with true durations between instants, whatever the clocks on the wall did.
/// </summary>
/// <remarks>Activities are numbers of <see cref="Activities"/>, those of the log. Immutable.</remarks>
public sealed class DirectlyFollowsGraph
{
    internal DirectlyFollowsGraph(LogView view, ImmutableArray<FlowEdge> edges, ImmutableArray<ActivityCount> starts, ImmutableArray<ActivityCount> ends, ImmutableArray<ActivityCount> occurrences)
    {
        (Basis, Activities) = (view.Basis, view.Log.Activities);
        (Edges, Starts, Ends, Occurrences) = (edges, starts, ends, occurrences);
    }

    public Basis Basis { get; }

    public NameTable Activities { get; }

    /// <summary>Most frequent first, among equals by the names of their ends, ordinally.</summary>
    public ImmutableArray<FlowEdge> Edges { get; }

    /// <summary>With which activities cases begin, in how many cases; most frequent first, then by name.</summary>
    public ImmutableArray<ActivityCount> Starts { get; }

    /// <summary>With which activities cases end, in how many cases; ordered likewise.</summary>
    public ImmutableArray<ActivityCount> Ends { get; }

    /// <summary>How often each activity occurs; ordered likewise.</summary>
    public ImmutableArray<ActivityCount> Occurrences { get; }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DirectlyFollowsGraph Of(LogView view, CancellationToken token = default) => CountFlow.Run(view, token);
}

/// <summary>A step from one activity to the next.</summary>
/// <param name="From">Number of the activity before.</param>
/// <param name="To">Number of the activity after.</param>
/// <param name="Durations">How long it took; their count is how often it was taken.</param>
public sealed record FlowEdge(int From, int To, DurationFigures Durations)
{
    /// <summary>How often it was taken.</summary>
    public int Count => Durations.Count;

    public bool IsSelfLoop => From == To;
}

/// <summary>How often something is counted of an activity.</summary>
/// <param name="Activity">Its number.</param>
/// <param name="Count">1 or more.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ActivityCount(int Activity, int Count);
