using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// The workflow net of a tree: one source place, one sink place, sound, and of the tree's language. Block by block (Leemans, Fahland and van
/// der Aalst, 2013), then without the silent steps that need not be.
/// </summary>
public static class TreeNet
{
    public static PetriNet Of(ProcessTree tree, CancellationToken token = default) => NetReduction.Reduce(new Blocks().Net(tree), keepEnds: true, token);

    private sealed class Blocks
    {
        private readonly List<NetTransition> _steps = [];
        private int _places;

        public PetriNet Net(ProcessTree tree)
        {
            var (source, sink) = (_places++, _places++);
            Add(tree, source, sink);
            return new(
                ["source", "sink", .. Enumerable.Range(1, _places - 2).Select(number => "p" + number)],
                [.. _steps],
                [.. Enumerable.Range(0, _places).Select(place => place == source ? 1 : 0)],
                [.. Enumerable.Range(0, _places).Select(place => place == sink ? 1 : 0)]);
        }

        private void Add(ProcessTree tree, int from, int to)
        {
            switch (tree.Operator)
            {
                case TreeOperator.Leaf:
                    Step(tree.Activity, [from], [to]);
                    break;
                case TreeOperator.Sequence:
                    for (var at = 0; at < tree.Parts.Length; at++)
                    {
                        var next = at == tree.Parts.Length - 1 ? to : _places++;
                        Add(tree.Parts[at], from, next);
                        from = next;
                    }

                    break;
                case TreeOperator.Choice:
                    foreach (var part in tree.Parts)
                    {
                        Add(part, from, to);
                    }

                    break;
                case TreeOperator.Parallel:
                    AddParallel(tree, from, to);
                    break;
                default:
                    AddLoop(tree, from, to);
                    break;
            }
        }

        private void AddParallel(ProcessTree tree, int from, int to)
        {
            var begins = tree.Parts.Select(_ => _places++).ToImmutableArray();
            var ends = tree.Parts.Select(_ => _places++).ToImmutableArray();
            Step(null, [from], begins);
            for (var at = 0; at < tree.Parts.Length; at++)
            {
                Add(tree.Parts[at], begins[at], ends[at]);
            }

            Step(null, ends, [to]);
        }

        private void AddLoop(ProcessTree tree, int from, int to)
        {
            var (begin, end) = (_places++, _places++);
            Step(null, [from], [begin]);
            Add(tree.Parts[0], begin, end);
            foreach (var back in tree.Parts.Skip(1))
            {
                Add(back, end, begin);
            }

            Step(null, [end], [to]);
        }

        private void Step(string? label, ImmutableArray<int> from, ImmutableArray<int> to) => _steps.Add(new("t" + (_steps.Count + 1), label, from, to));
    }
}
