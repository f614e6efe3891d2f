using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// The net of a drawing: a place for each flow (one for all the flows of a node where tokens do not wait for each other), silent steps for
/// gateways; after Dijkman, Dumas and Ouyang, 2008. What no plain net says is played out state by state.
/// </summary>
internal sealed class BpmnNet(BpmnShape shape, CancellationToken token)
{
    private readonly GuardedNet _net = new();

    /// <exception cref="UnreadableModel">It never ends, or has too many states where they must be played out.</exception>
    public PetriNet ToNet()
    {
        var steps = new BpmnSteps(_net, shape);
        var completion = new BpmnCompletion(_net, shape, token);
        return Beside([.. shape.Processes.Select(process => steps.Build(process, completion.Close))
            .Select(region => NetReduction.Reduce(region.Steps.TrueForAll(step => step.IsPlain) ? region.ToNet(_net.Places.Count) : PlayedOut(region), keepEnds: false, token))]);
    }

    /// <summary>One net in which several run side by side.</summary>
    private static PetriNet Beside(List<PetriNet> nets)
    {
        if (nets is [var only])
        {
            return only;
        }

        var places = ImmutableArray.CreateBuilder<string>();
        var transitions = ImmutableArray.CreateBuilder<NetTransition>();
        for (var number = 0; number < nets.Count; number++)
        {
            var (prefix, first) = (FormattableString.Invariant($"n{number + 1}."), places.Count);
            places.AddRange(nets[number].Places.Select(place => prefix + place));
            transitions.AddRange(nets[number].Transitions.Select(transition => transition with
            {
                Id = prefix + transition.Id,
                Inputs = [.. transition.Inputs.Select(place => place + first)],
                Outputs = [.. transition.Outputs.Select(place => place + first)],
            }));
        }

        return new(places.ToImmutable(), transitions.ToImmutable(), [.. nets.SelectMany(net => net.Initial)], [.. nets.SelectMany(net => net.Final)]);
    }

    private byte[] One(int place)
    {
        var marking = new byte[_net.Places.Count];
        marking[place] = 1;
        return marking;
    }

    /// <summary>A place for each state from which the end can be reached, a transition for each step between them.</summary>
    private PetriNet PlayedOut(BpmnRegion region)
    {
        var steps = region.Steps;
        var states = GuardedStates.Explore(_net.Places.Count, steps, [region.Entry], BpmnReader.MostStates, token);
        if (!states.IsComplete)
        {
            var cause = steps.Find(step => !step.IsPlain)!.Element!;
            throw new UnreadableModel(Texts.Bpmn_TooManyStates.Filled(shape.Nodes.Find(node => node.Id == cause)?.Shown ?? cause, cause, BpmnReader.MostStates), cause);
        }

        var final = One(region.Exit);
        var end = states.Markings.FindIndex(marking => marking.AsSpan().SequenceEqual(final));
        if (end < 0)
        {
            throw new UnreadableModel(Texts.Bpmn_NeverEnds.Filled(region.Scope.Party ?? region.Scope.Id, ""), region.Scope.Id);
        }

        var kept = LeadingTo(end, states);
        var edges = states.Edges.Where(edge => kept.Contains(edge.From) && kept.Contains(edge.To)).ToList();
        return new(
            [.. states.Markings.Select((_, number) => "s" + number)],
            [.. edges.Select((edge, at) => new NetTransition("t" + (at + 1), steps[edge.Step].Label, [edge.From], [edge.To], steps[edge.Step].Element))],
            [.. states.Markings.Select((_, number) => number == 0 ? 1 : 0)],
            [.. states.Markings.Select((_, number) => number == end ? 1 : 0)]);
    }

    private static HashSet<int> LeadingTo(int end, GuardedStates states)
    {
        var before = states.Edges.ToLookup(edge => edge.To, edge => edge.From);
        var kept = new HashSet<int> { end };
        var next = new Stack<int>([end]);
        while (next.TryPop(out var state))
        {
            foreach (var from in before[state].Where(kept.Add))
            {
                next.Push(from);
            }
        }

        return kept;
    }
}
