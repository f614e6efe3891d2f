using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>The same language said with fewer blocks.</summary>
internal static class TreeNormalForm
{
    /// <summary>
    /// Blocks of one kind inside another are one; silent steps in a sequence or among parallel parts, and the second one of a choice, are gone;
    /// a block of one part is that part; a choice that leads back in a loop is one part of it, and a loop that is done first lends its way back.
    /// </summary>
    public static ProcessTree Of(ProcessTree tree)
    {
        if (tree.Operator == TreeOperator.Leaf)
        {
            return tree;
        }

        var parts = tree.Parts.Select(Of);
        return tree.Operator == TreeOperator.Loop ? Loop([.. parts]) : Flat(tree.Operator, parts);
    }

    private static ProcessTree Flat(TreeOperator kind, IEnumerable<ProcessTree> normal)
    {
        var parts = normal.SelectMany(part => part.Operator == kind ? part.Parts : [part]).ToList();
        var silent = parts.RemoveAll(part => part.IsSilent);
        if (kind == TreeOperator.Choice && silent > 0)
        {
            parts.Insert(0, ProcessTree.Silent);
        }

        return parts switch { [] => ProcessTree.Silent, [var only] => only, _ => ProcessTree.Of(kind, [.. parts]) };
    }

    private static ProcessTree Loop(ImmutableArray<ProcessTree> parts)
    {
        var (first, back) = (parts[0], parts[1..].AsEnumerable());
        if (first.Operator == TreeOperator.Loop)
        {
            (first, back) = (first.Parts[0], first.Parts[1..].Concat(back));
        }

        var ways = Flat(TreeOperator.Choice, back);
        return first.IsSilent && ways.IsSilent ? ProcessTree.Silent : ProcessTree.Of(TreeOperator.Loop, first, ways);
    }
}
