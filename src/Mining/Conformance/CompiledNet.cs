namespace Pupitre.Mining;

/// <summary>A <see cref="PetriNet"/> prepared for firing: weights summed, what each step needs and changes, one byte of tokens per place.</summary>
internal sealed class CompiledNet
{
    /// <summary>More tokens than this on one place are not counted: the net is then treated as unbounded.</summary>
    public const int MostTokens = byte.MaxValue;

    private readonly (int Place, int Tokens)[][] _needs;
    private readonly (int Place, int Tokens)[][] _changes;

    public CompiledNet(PetriNet net)
    {
        Net = net;
        (Initial, Final) = (Bytes(net.Initial), Bytes(net.Final));
        _needs = [.. net.Transitions.Select(transition => Needs(transition).ToArray())];
        _changes = [.. net.Transitions.Select(transition => Changes(transition).ToArray())];
        Weights = [.. net.Transitions.Select(transition => transition.IsSilent ? 0 : 1)];
    }

    public PetriNet Net { get; }

    public byte[] Initial { get; }

    public byte[] Final { get; }

    /// <summary>What a step on the model alone costs: 1, or 0 for a silent one.</summary>
    public int[] Weights { get; }

    public int PlaceCount => Initial.Length;

    public int TransitionCount => _needs.Length;

    /// <summary>Places that a transition takes tokens from, each once, with how many.</summary>
    public ReadOnlySpan<(int Place, int Tokens)> NeedsOf(int transition) => _needs[transition];

    /// <summary>Places whose tokens a transition changes, each once, with the difference.</summary>
    public ReadOnlySpan<(int Place, int Tokens)> ChangesOf(int transition) => _changes[transition];

    public bool IsEnabled(int transition, ReadOnlySpan<byte> marking)
    {
        foreach (var (place, tokens) in _needs[transition])
        {
            if (marking[place] < tokens)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Fires an enabled transition.</summary>
    /// <returns>False when a place would hold more than <see cref="MostTokens"/>; <paramref name="after"/> is then of no use.</returns>
    public bool Fire(int transition, ReadOnlySpan<byte> marking, Span<byte> after)
    {
        marking.CopyTo(after);
        foreach (var (place, tokens) in _changes[transition])
        {
            var sum = after[place] + tokens;
            if (sum > MostTokens)
            {
                return false;
            }

            after[place] = (byte)sum;
        }

        return true;
    }

    private static byte[] Bytes(IReadOnlyCollection<int> tokens) =>
        tokens.All(count => count <= MostTokens) ? [.. tokens.Select(count => (byte)count)] : throw new UnusableModel(Texts.Model_TooManyTokens.Filled(MostTokens));

    private static IEnumerable<(int Place, int Tokens)> Needs(NetTransition transition) => transition.Inputs.CountBy(place => place).Select(input => (input.Key, input.Value));

    private static IEnumerable<(int Place, int Tokens)> Changes(NetTransition transition) =>
        transition.Inputs.Select(place => (Place: place, Tokens: -1)).Concat(transition.Outputs.Select(place => (Place: place, Tokens: 1)))
            .GroupBy(change => change.Place, change => change.Tokens).Select(place => (place.Key, place.Sum())).Where(change => change.Item2 != 0);
}

/// <summary>A model against which nothing can be aligned: why, and what to do, in the reader's language.</summary>
public sealed class UnusableModel(string message) : Exception(message);
