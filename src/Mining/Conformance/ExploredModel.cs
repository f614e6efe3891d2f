using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>What exploring a net showed.</summary>
/// <param name="Net">The net.</param>
/// <param name="Markings">Reachable markings from which it can still finish; null when there are more than the limit, or without end.</param>
/// <param name="Dead">Steps that can never be taken; none are named when the markings are not all known.</param>
public sealed record ExploredModel(PetriNet Net, int? Markings, ImmutableArray<NetTransition> Dead)
{
    /// <summary>The whole graph, when it is known.</summary>
    internal StateGraph? Graph { get; init; }
}
