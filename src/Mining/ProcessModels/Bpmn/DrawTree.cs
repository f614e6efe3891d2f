namespace Pupitre.Mining;

/// <summary>
/// Draws a tree from left to right: parts of a sequence side by side, alternatives and parallel parts one below the other between two gateways,
/// the way back of a loop below what it repeats, running from right to left.
/// </summary>
internal sealed class DrawTree
{
    private const int TaskWidth = 120;
    private const int TaskHeight = 80;
    private const int GatewaySize = 50;
    private const int EventSize = 36;
    private const int GapAcross = 40;
    private const int GapBelow = 30;
    private const int LineSpace = 15;
    private const int Margin = 60;

    private int _tasks;
    private int _gateways;
    private int _flows;

    public static DrawnBlock Run(ProcessTree tree)
    {
        var draw = new DrawTree();
        var start = Shape("StartEvent_1", "startEvent", null, EventSize, EventSize);
        var end = Shape("EndEvent_1", "endEvent", null, EventSize, EventSize);
        var whole = draw.InRow([start, .. draw.Drawn(tree) is { } block ? [block] : Array.Empty<DrawnBlock>(), end]);
        return whole.Moved(Margin, Margin + whole.Up);
    }

    /// <summary>The block of a tree, or null for a silent step: a mere line.</summary>
    private DrawnBlock? Drawn(ProcessTree tree) => tree.Operator switch
    {
        TreeOperator.Leaf => tree.IsSilent ? null : Shape("Task_" + ++_tasks, "task", tree.Activity, TaskWidth, TaskHeight),
        TreeOperator.Sequence => tree.Parts.Select(Drawn).OfType<DrawnBlock>().ToList() is { Count: > 0 } row ? InRow(row) : null,
        TreeOperator.Loop => Loop(Drawn(tree.Parts[0]), Drawn(tree.Parts.Length == 2 ? tree.Parts[1] : ProcessTree.Of(TreeOperator.Choice, tree.Parts[1..]))),
        _ => Fork(tree),
    };

    private static DrawnBlock Shape(string id, string element, string? name, int width, int height) => new()
    {
        Shapes = [new(id, element, name, 0, -height / 2, width, height)],
        Width = width,
        Up = height / 2,
        Down = height / 2,
        Entry = (id, new(0, 0)),
        Exit = (id, new(width, 0)),
    };

    private DrawnBlock Gateway(TreeOperator kind) =>
        Shape("Gateway_" + ++_gateways, kind == TreeOperator.Parallel ? "parallelGateway" : "exclusiveGateway", null, GatewaySize, GatewaySize);

    private DrawnBlock InRow(List<DrawnBlock> parts)
    {
        var row = new DrawnBlock { Up = parts.Max(part => part.Up), Down = parts.Max(part => part.Down), Entry = parts[0].Entry };
        foreach (var part in parts)
        {
            var isFirst = row.Width == 0;
            var placed = part.Moved(isFirst ? 0 : row.Width + GapAcross, 0);
            row.Take(placed);
            if (!isFirst)
            {
                Connect(row, row.Exit, placed.Entry);
            }

            row.Exit = placed.Exit;
            row.Width += part.Width + (isFirst ? 0 : GapAcross);
        }

        return row;
    }

    private void Connect(DrawnBlock block, (string Shape, DrawnPoint At) from, (string Shape, DrawnPoint At) to) => Flow(block, from.Shape, to.Shape, from.At, to.At);

    private void Flow(DrawnBlock block, string source, string target, params ReadOnlySpan<DrawnPoint> points) =>
        block.Flows.Add(new("Flow_" + ++_flows, source, target, [.. points]));

    /// <summary>Alternatives or parallel parts, the middle one on the base line; a way without steps comes last.</summary>
    private DrawnBlock Fork(ProcessTree tree)
    {
        var parts = tree.Parts.OrderBy(part => part.IsSilent).Select(Drawn).ToList();
        var width = parts.Max(part => part?.Width ?? 0);
        var (split, join) = (Gateway(tree.Operator), Gateway(tree.Operator).Moved(GatewaySize + GapAcross + width + GapAcross, 0));
        var fork = new DrawnBlock { Width = join.Exit.At.X, Entry = split.Entry, Exit = join.Exit };
        fork.Take(split);
        fork.Take(join);
        var lines = BaseLines(parts);
        for (var at = 0; at < parts.Count; at++)
        {
            Branch(fork, split, join, parts[at]?.Moved(GatewaySize + GapAcross + ((width - parts[at]!.Width) / 2), lines[at]), lines[at]);
            fork.Up = Math.Max(fork.Up, (parts[at]?.Up ?? LineSpace) - lines[at]);
            fork.Down = Math.Max(fork.Down, (parts[at]?.Down ?? LineSpace) + lines[at]);
        }

        return fork;
    }

    /// <summary>Where the parts lie; a line past a single block takes the shorter way round it.</summary>
    private static int[] BaseLines(List<DrawnBlock?> parts)
    {
        if (parts is [{ } only, null] && only.Up < only.Down)
        {
            return [0, -only.Up - GapBelow - LineSpace];
        }

        var lines = new int[parts.Count];
        for (var at = 1; at < parts.Count; at++)
        {
            lines[at] = lines[at - 1] + (parts[at - 1]?.Down ?? LineSpace) + GapBelow + (parts[at]?.Up ?? LineSpace);
        }

        var middle = lines[(parts.Count - 1) / 2];
        return [.. lines.Select(line => line - middle)];
    }

    private void Branch(DrawnBlock fork, DrawnBlock split, DrawnBlock join, DrawnBlock? part, int line)
    {
        var (from, to) = (Corner(split, line), Corner(join, line));
        if (part is null)
        {
            Flow(fork, split.Entry.Shape, join.Entry.Shape, line == 0 ? [split.Exit.At, join.Entry.At] : [from, new(from.X, line), new(to.X, line), to]);
            return;
        }

        fork.Take(part);
        Flow(fork, split.Entry.Shape, part.Entry.Shape, line == 0 ? [split.Exit.At, part.Entry.At] : [from, new(from.X, line), part.Entry.At]);
        Flow(fork, part.Exit.Shape, join.Entry.Shape, line == 0 ? [part.Exit.At, join.Entry.At] : [part.Exit.At, new(to.X, line), to]);
    }

    /// <summary>The upper or lower corner of a gateway, towards a line.</summary>
    private static DrawnPoint Corner(DrawnBlock gateway, int line) => new(gateway.Entry.At.X + (GatewaySize / 2), line < 0 ? -GatewaySize / 2 : GatewaySize / 2);

    private DrawnBlock Loop(DrawnBlock? body, DrawnBlock? back)
    {
        var width = Math.Max(body?.Width ?? 0, back?.Width ?? 0);
        var (merge, split) = (Gateway(TreeOperator.Loop), Gateway(TreeOperator.Loop).Moved(GatewaySize + GapAcross + width + GapAcross, 0));
        var line = Math.Max(GatewaySize / 2, body?.Down ?? 0) + GapBelow + (back?.Up ?? LineSpace);
        var loop = new DrawnBlock { Width = split.Exit.At.X, Up = Math.Max(GatewaySize / 2, body?.Up ?? 0), Down = line + (back?.Down ?? LineSpace), Entry = merge.Entry, Exit = split.Exit };
        loop.Take(merge);
        loop.Take(split);
        if (body?.Moved(GatewaySize + GapAcross + ((width - body.Width) / 2), 0) is { } placed)
        {
            loop.Take(placed);
            Connect(loop, merge.Exit, placed.Entry);
            Connect(loop, placed.Exit, split.Entry);
        }
        else
        {
            Connect(loop, merge.Exit, split.Entry);
        }

        var (from, to) = (Corner(split, line), Corner(merge, line));
        if (back?.Moved(GatewaySize + GapAcross + ((width - back.Width) / 2), line, isMirrored: true) is { } returning)
        {
            loop.Take(returning);
            Flow(loop, split.Entry.Shape, returning.Entry.Shape, from, new(from.X, line), returning.Entry.At);
            Flow(loop, returning.Exit.Shape, merge.Entry.Shape, returning.Exit.At, new(to.X, line), to);
        }
        else
        {
            Flow(loop, split.Entry.Shape, merge.Entry.Shape, from, new(from.X, line), new(to.X, line), to);
        }

        return loop;
    }
}
