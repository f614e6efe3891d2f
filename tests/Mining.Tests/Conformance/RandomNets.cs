using System.Collections.Immutable;
using CsCheck;

namespace Pupitre.Mining.Tests.Conformance;

/// <summary>
/// Small nets without any promise: duplicate labels, circles of silent steps, weights of 2, several tokens on a place, dead ends, steps
/// without inputs, unbounded ones. The final marking is one that some walk reached, or any.
/// </summary>
internal static class RandomNets
{
    private const int LongestWalk = 8;
    private const string Alphabet = "abcd";

    public static Gen<(PetriNet Net, string[] Sequences)> Gen { get; } =
        from places in CsCheck.Gen.Int[2, 5]
        from transitions in Transition(places).Array[2, 7]
        from initial in CsCheck.Gen.Int[0, 1].Array[places]
        from walk in CsCheck.Gen.Int[0, 1000].Array[0, LongestWalk]
        from sequences in CsCheck.Gen.Char["abcdx"].Array[0, 7].Select(letters => new string(letters)).Array[1, 5]
        select (Built(transitions, [1, .. initial[1..]], walk), sequences);

    /// <summary>How a sample is said where a test failed.</summary>
    public static string Told((PetriNet Net, string[] Sequences) given) =>
        $"{string.Join(" ", given.Sequences)} on {string.Join(",", given.Net.Initial)} to {string.Join(",", given.Net.Final)}: " +
        string.Join("; ", given.Net.Transitions.Select(step => $"{string.Join(",", step.Inputs)} -{step.Label}-> {string.Join(",", step.Outputs)}"));

    private static Gen<(string? Label, int[] Inputs, int[] Outputs)> Transition(int places) =>
        from label in CsCheck.Gen.Int[-2, Alphabet.Length - 1]
        from inputs in CsCheck.Gen.Int[0, places - 1].Array[0, 2]
        from outputs in CsCheck.Gen.Int[0, places - 1].Array[0, 2]
        from isWithoutInput in CsCheck.Gen.Int[0, 5]
        select (label < 0 ? null : Alphabet[label].ToString(), inputs.Length == 0 && isWithoutInput > 0 ? [0] : inputs, outputs);

    private static PetriNet Built((string? Label, int[] Inputs, int[] Outputs)[] transitions, int[] initial, int[] walk)
    {
        var marking = initial.ToArray();
        foreach (var step in walk)
        {
            var enabled = transitions.Where(transition => transition.Inputs.CountBy(place => place).All(input => marking[input.Key] >= input.Value)).ToList();
            if (enabled.Count == 0)
            {
                break;
            }

            Array.ForEach(enabled[step % enabled.Count].Inputs, place => marking[place]--);
            Array.ForEach(enabled[step % enabled.Count].Outputs, place => marking[place]++);
        }

        return new(
            [.. initial.Select((_, place) => $"p{place}")],
            [.. transitions.Select((transition, at) => new NetTransition($"t{at}", transition.Label, [.. transition.Inputs], [.. transition.Outputs]))],
            [.. initial],
            [.. marking]);
    }
}
