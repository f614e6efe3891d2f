using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// A labelled Petri net with an initial and a final marking (an <i>accepting</i> net, ISO/IEC 15909-1): what a process may do, made of
/// places that hold tokens and transitions that move them.
/// </summary>
/// <remarks>
/// Places and transitions are known by their position. Several transitions may bear one label; a silent one bears none. Immutable.
/// A net need not be safe nor sound: who needs that checks it.
/// </remarks>
public sealed class PetriNet
{
    /// <exception cref="ArgumentOutOfRangeException">An arc leads to a place that does not exist.</exception>
    /// <exception cref="ArgumentException">A marking has another number of places, or a negative one of tokens.</exception>
    public PetriNet(ImmutableArray<string> places, ImmutableArray<NetTransition> transitions, ImmutableArray<int> initial, ImmutableArray<int> final)
    {
        (Places, Transitions, Initial, Final) = (places, transitions, Marking(initial, places.Length), Marking(final, places.Length));
        foreach (var place in transitions.SelectMany(transition => transition.Inputs.Concat(transition.Outputs)))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(place);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, places.Length);
        }
    }

    /// <summary>Identifiers of the places, unique within the net.</summary>
    public ImmutableArray<string> Places { get; }

    public ImmutableArray<NetTransition> Transitions { get; }

    /// <summary>Tokens on each place at the beginning.</summary>
    public ImmutableArray<int> Initial { get; }

    /// <summary>Tokens on each place at the end: a run is complete when the marking is exactly this one.</summary>
    public ImmutableArray<int> Final { get; }

    /// <summary>Arcs of the net; one of weight 2 counts as two.</summary>
    public int ArcCount => Transitions.Sum(transition => transition.Inputs.Length + transition.Outputs.Length);

    private static ImmutableArray<int> Marking(ImmutableArray<int> tokens, int places) =>
        tokens.Length == places && tokens.All(count => count >= 0) ? tokens : throw new ArgumentException("A marking has one count of tokens, 0 or more, for each place.", nameof(tokens));
}

/// <summary>A step of a net.</summary>
/// <param name="Id">Identifier, unique within the net.</param>
/// <param name="Label">The activity that it stands for, or null for a silent step.</param>
/// <param name="Inputs">Places that lose a token when it fires; a place comes as often as the arc weighs.</param>
/// <param name="Outputs">Places that gain one.</param>
/// <param name="Element">The element of a drawing (BPMN) that it was made from, or null.</param>
public sealed record NetTransition(string Id, string? Label, ImmutableArray<int> Inputs, ImmutableArray<int> Outputs, string? Element = null)
{
    public bool IsSilent => Label is null;
}
