using System.Collections.Immutable;
using CsCheck;

namespace Pupitre.Mining.Tests;

/// <summary>Random process trees, and what they allow, worked out on the tree itself.</summary>
internal static class Trees
{
    /// <summary>Trees of every shape, with silent steps and names that come twice.</summary>
    public static readonly Gen<ProcessTree> Any = Gen.Recursive<ProcessTree>((depth, inner) => depth > 2 ? Leaf : Gen.OneOf(Leaf, Block(inner), Block(inner), Block(inner)));

    private static readonly TreeOperator[] Kinds = [TreeOperator.Sequence, TreeOperator.Choice, TreeOperator.Parallel, TreeOperator.Loop];

    private static Gen<ProcessTree> Leaf => Gen.Int[0, 5].Select(number => number == 0 ? ProcessTree.Silent : ProcessTree.Of(((char)('a' + number - 1)).ToString()));

    private static Gen<ProcessTree> Block(Gen<ProcessTree> inner) =>
        Gen.Select(Gen.Int[0, 3], inner.Array[2, 3], (kind, parts) => ProcessTree.Of(Kinds[kind], [.. parts]));

    /// <summary>Trees in which no name comes twice and no step is silent, and whose loops begin and end with different activities.</summary>
    public static ProcessTree Rediscoverable(Random random, int activities)
    {
        while (true)
        {
            var next = 0;
            var tree = Shape(random, activities, ref next);
            if (LoopsDiffer(tree))
            {
                return tree;
            }
        }
    }

    private static ProcessTree Shape(Random random, int activities, ref int next)
    {
        if (activities == 1)
        {
            return ProcessTree.Of("a" + next++);
        }

        var kind = Kinds[random.Next(4)];
        var first = random.Next(1, activities);
        return ProcessTree.Of(kind, Shape(random, first, ref next), Shape(random, activities - first, ref next));
    }

    private static bool LoopsDiffer(ProcessTree tree) =>
        tree.Parts.All(LoopsDiffer) && (tree.Operator != TreeOperator.Loop || !Firsts(tree.Parts[0]).Overlaps(Lasts(tree.Parts[0])));

    public static HashSet<string> Firsts(ProcessTree tree) => tree.Operator switch
    {
        TreeOperator.Leaf => [tree.Activity!],
        TreeOperator.Sequence or TreeOperator.Loop => Firsts(tree.Parts[0]),
        _ => [.. tree.Parts.SelectMany(Firsts)],
    };

    public static HashSet<string> Lasts(ProcessTree tree) => tree.Operator switch
    {
        TreeOperator.Leaf => [tree.Activity!],
        TreeOperator.Sequence => Lasts(tree.Parts[^1]),
        TreeOperator.Loop => Lasts(tree.Parts[0]),
        _ => [.. tree.Parts.SelectMany(Lasts)],
    };

    /// <summary>What may directly follow what, in a tree without silent steps.</summary>
    public static HashSet<(string, string)> Follows(ProcessTree tree)
    {
        var follows = tree.Parts.SelectMany(Follows).ToHashSet();
        for (var one = 0; one < tree.Parts.Length; one++)
        {
            for (var other = 0; other < tree.Parts.Length; other++)
            {
                var pairs = (tree.Operator, one == other) switch
                {
                    (TreeOperator.Sequence, _) when other == one + 1 => Pairs(Lasts(tree.Parts[one]), Firsts(tree.Parts[other])),
                    (TreeOperator.Parallel, false) => Pairs(Names(tree.Parts[one]), Names(tree.Parts[other])),
                    (TreeOperator.Loop, false) when one == 0 || other == 0 => Pairs(Lasts(tree.Parts[one]), Firsts(tree.Parts[other])),
                    _ => [],
                };
                follows.UnionWith(pairs);
            }
        }

        return follows;
    }

    /// <summary>A run of a tree.</summary>
    public static List<string> Play(ProcessTree tree, Random random)
    {
        switch (tree.Operator)
        {
            case TreeOperator.Leaf:
                return tree.IsSilent ? [] : [tree.Activity!];
            case TreeOperator.Sequence:
                return [.. tree.Parts.SelectMany(part => Play(part, random))];
            case TreeOperator.Choice:
                return Play(tree.Parts[random.Next(tree.Parts.Length)], random);
            case TreeOperator.Parallel:
                var runs = tree.Parts.Select(part => Play(part, random)).ToList();
                var order = runs.SelectMany((run, part) => Enumerable.Repeat(part, run.Count)).ToArray();
                random.Shuffle(order);
                var at = new int[runs.Count];
                return [.. order.Select(part => runs[part][at[part]++])];
            default:
                var steps = Play(tree.Parts[0], random);
                while (random.Next(2) == 0)
                {
                    steps.AddRange(Play(tree.Parts[random.Next(1, tree.Parts.Length)], random));
                    steps.AddRange(Play(tree.Parts[0], random));
                }

                return steps;
        }
    }

    /// <summary>All runs of at most so many steps, as "a b c".</summary>
    public static SortedSet<string> Language(ProcessTree tree, int longest) => new(Runs(tree, longest).Select(run => string.Join(' ', run)), StringComparer.Ordinal);

    /// <summary>A tree with the parts of choices and of parallel blocks in one order.</summary>
    public static ProcessTree Sorted(ProcessTree tree)
    {
        if (tree.Operator == TreeOperator.Leaf)
        {
            return tree;
        }

        var parts = tree.Parts.Select(Sorted).ToImmutableArray();
        return ProcessTree.Of(tree.Operator, tree.Operator is TreeOperator.Choice or TreeOperator.Parallel ? parts.Sort((one, other) => string.CompareOrdinal(one.ToString(), other.ToString())) : parts);
    }

    private static IEnumerable<(string, string)> Pairs(HashSet<string> from, HashSet<string> to) => from.SelectMany(one => to.Select(other => (one, other)));

    private static HashSet<string> Names(ProcessTree tree) => tree.Activity is { } name ? [name] : [.. tree.Parts.SelectMany(Names)];

    private static List<string[]> Runs(ProcessTree tree, int longest)
    {
        if (tree.Operator == TreeOperator.Leaf)
        {
            return tree.IsSilent ? [[]] : longest > 0 ? [[tree.Activity!]] : [];
        }

        var parts = tree.Parts.Select(part => Runs(part, longest)).ToList();
        return Distinct(tree.Operator switch
        {
            TreeOperator.Choice => parts.SelectMany(part => part),
            TreeOperator.Sequence => parts.Skip(1).Aggregate(parts[0], (left, right) => Joined(left, right, longest)),
            TreeOperator.Parallel => parts.Skip(1).Aggregate(parts[0], (left, right) => Distinct(left.SelectMany(one => right.Where(other => one.Length + other.Length <= longest).SelectMany(other => Shuffled(one, other))))),
            _ => Loop(parts, longest),
        });
    }

    private static List<string[]> Loop(List<List<string[]>> parts, int longest)
    {
        var all = parts[0];
        var last = all;
        var back = Distinct(parts.Skip(1).SelectMany(part => part));
        while (last.Count > 0)
        {
            var known = all.Select(run => string.Join(' ', run)).ToHashSet(StringComparer.Ordinal);
            last = [.. Distinct(Joined(Joined(last, back, longest), parts[0], longest)).Where(run => !known.Contains(string.Join(' ', run)))];
            all = [.. all, .. last];
        }

        return all;
    }

    private static List<string[]> Joined(List<string[]> left, List<string[]> right, int longest) =>
        Distinct(left.SelectMany(one => right.Where(other => one.Length + other.Length <= longest).Select(other => (string[])[.. one, .. other])));

    private static IEnumerable<string[]> Shuffled(string[] one, string[] other) =>
        one.Length == 0 ? [other] : other.Length == 0 ? [one]
        : Shuffled(one[1..], other).Select(rest => (string[])[one[0], .. rest]).Concat(Shuffled(one, other[1..]).Select(rest => (string[])[other[0], .. rest]));

    private static List<string[]> Distinct(IEnumerable<string[]> runs) => [.. runs.DistinctBy(run => string.Join(' ', run), StringComparer.Ordinal)];
}
