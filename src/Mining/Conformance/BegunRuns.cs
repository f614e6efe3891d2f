using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// Makes of a net the one whose complete runs are all beginnings of its runs: what a case that is still under way is held against. Whatever
/// is still to come costs nothing there, and what was passed by on the way costs as ever.
/// </summary>
/// <remarks>
/// A token says that the case is under way. One silent step, possible at any moment, takes it away; from then on a silent twin stands for each
/// visible step, so that the run is finished at no cost. A beginning from which the net could not come to its end is none. The transitions of
/// the net keep their positions, and come first; markings are at most twice as many, and the shortest complete run is empty.
/// </remarks>
public static class BegunRuns
{
    /// <param name="net">The net whose complete runs are begun.</param>
    public static PetriNet Of(PetriNet net)
    {
        var (underWay, brokenOff) = (net.Places.Length, net.Places.Length + 1);
        var visible = net.Transitions.Where(transition => !transition.IsSilent).ToList();
        return new(
            [.. net.Places, Unused("under way", net.Places), Unused("broken off", net.Places)],
            [
                .. net.Transitions.Select(transition => transition.IsSilent ? transition : Holding(transition, underWay)),
                new NetTransition(Unused("break off", net.Transitions.Select(transition => transition.Id)), null, [underWay], [brokenOff]),
                .. visible.Select((transition, at) => Holding(transition with { Id = Unused($"to come {at}", net.Transitions.Select(known => known.Id)), Label = null, Element = null }, brokenOff)),
            ],
            [.. net.Initial, 1, 0],
            [.. net.Final, 0, 1]);
    }

    private static NetTransition Holding(NetTransition transition, int place) => transition with { Inputs = [.. transition.Inputs, place], Outputs = [.. transition.Outputs, place] };

    private static string Unused(string name, IEnumerable<string> known)
    {
        var taken = known.ToHashSet(StringComparer.Ordinal);
        while (taken.Contains(name))
        {
            name += "'";
        }

        return name;
    }
}
