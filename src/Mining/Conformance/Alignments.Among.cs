namespace Pupitre.Mining;

/// <content>The same alignments counted over some of the cases, or told in another way.</content>
public sealed partial class Alignments
{
    /// <summary>Gives other moves for a variant; none where there are none.</summary>
    internal delegate ReadOnlySpan<int> OtherMoves(int variant);

    /// <summary>The same alignments where only some of the cases are counted: every figure is then of those alone. Variants keep their numbers.</summary>
    /// <param name="cases">By variant how many of its cases are counted: 0 to as many as there are.</param>
    /// <exception cref="ArgumentException">There is another number of variants, or more cases of one than there are.</exception>
    public Alignments Among(ReadOnlySpan<int> cases) => new(Variants.Counting(cases), Explored, ShortestRun, _costs, _moves, _starts);

    /// <summary>The same alignments, told by other moves where those cost as little. They speak of the same transitions by the same numbers.</summary>
    internal Alignments Preferring(OtherMoves others)
    {
        var (moves, starts) = (new List<int>(_moves.Length), new int[Count + 1]);
        for (var variant = 0; variant < Count; variant++)
        {
            var other = others(variant);
            moves.AddRange(!other.IsEmpty && CostOf(other) == _costs[variant] ? other : MovesOf(variant));
            starts[variant + 1] = moves.Count;
        }

        return new(Variants, Explored, ShortestRun, _costs, [.. moves], starts);
    }

    private static int CostOf(ReadOnlySpan<int> moves)
    {
        var cost = 0;
        foreach (var move in moves)
        {
            cost += Move.KindOf(move) is MoveKind.Skipped or MoveKind.Inserted ? 1 : 0;
        }

        return cost;
    }
}
