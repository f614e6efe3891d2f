using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>Replays every variant of a log on a model, token by token.</summary>
/// <remarks>
/// A variant is first looked for among the complete runs of the model, all ways through silent steps and duplicate labels at once; when it
/// is one of them, that run is replayed and nothing is missing. When that search passes a limit, as where silent steps pile up tokens without
/// end, the run is looked for as for alignments (<see cref="LazyRun"/>). Only when none is found, the events are taken one by one, each with the
/// silent steps after which fewest tokens are missing: this is the heuristic.
/// </remarks>
public static class ReplayVariants
{
    /// <exception cref="UnusableModel">A marking of the model holds too many tokens.</exception>
    /// <exception cref="OperationCanceledException"/>
    public static TokenReplay Run(VariantTable variants, PetriNet net, CancellationToken token = default)
    {
        var compiled = new CompiledNet(net);
        var byLabel = Enumerable.Range(0, net.Transitions.Length).ToLookup(step => net.Transitions[step].Label);
        var steps = variants.Names.Select(name => byLabel[name].ToArray()).ToArray();
        var (whole, lazy, greedy) = (new WholeRun(compiled), new LazyRun(compiled), new GreedyReplay(compiled));
        var replayed = ImmutableArray.CreateBuilder<ReplayedVariant>(variants.Count);
        for (var variant = 0; variant < variants.Count; variant++)
        {
            token.ThrowIfCancellationRequested();
            var events = variants[variant].ToArray().Select(activity => steps[activity]).ToArray();
            var found = whole.Find(events, token) ?? (whole.IsCut ? lazy.Find(events, token) : null);
            replayed.Add(found is { } run ? greedy.Count(run) : greedy.Replay(events, token));
        }

        return new(variants, replayed.MoveToImmutable());
    }
}
