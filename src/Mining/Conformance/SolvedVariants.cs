namespace Pupitre.Mining;

/// <summary>Gathers the alignments of variants in the order in which they are solved, and gives them back in that of the table.</summary>
internal sealed class SolvedVariants(int count)
{
    private readonly int[] _costs = new int[count];
    private readonly (int Start, int Length)[] _parts = new (int, int)[count];
    private readonly List<int> _moves = [];
    private int _solved;

    /// <summary>Every variant is solved.</summary>
    public bool IsComplete => _solved == count;

    /// <summary>The variants that were given and are not solved, in the order of the table.</summary>
    public IEnumerable<int> Open => Enumerable.Range(0, count).Where(variant => _costs[variant] < 0);

    /// <param name="variant">Which one; again when it was not solved the first time.</param>
    /// <param name="align">Adds the moves to the list that it is given, and gives the cost, or null when it is not solved.</param>
    public void Add(int variant, Func<List<int>, int?> align)
    {
        var start = _moves.Count;
        _costs[variant] = align(_moves) ?? -1;
        _solved += _costs[variant] < 0 ? 0 : 1;
        _parts[variant] = (start, _moves.Count - start);
    }

    public Alignments Of(VariantTable variants, ExploredModel model, int? shortestRun)
    {
        var (moves, starts) = (new int[_moves.Count], new int[count + 1]);
        for (var variant = 0; variant < count; variant++)
        {
            var (start, length) = _parts[variant];
            _moves.CopyTo(start, moves, starts[variant], length);
            starts[variant + 1] = starts[variant] + length;
        }

        return new(variants, model, shortestRun, _costs, moves, starts);
    }
}
