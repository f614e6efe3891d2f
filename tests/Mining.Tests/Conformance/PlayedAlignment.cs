namespace Pupitre.Mining.Tests.Conformance;

/// <summary>Plays an alignment back: its moves must be a complete run of the net, must spell the sequence, and must cost what it says.</summary>
internal static class PlayedAlignment
{
    public static void ShouldBeRight(Alignment alignment, PetriNet net, string activities)
    {
        var marking = net.Initial.ToArray();
        foreach (var transition in alignment.Moves.Select(move => move.Transition).OfType<NetTransition>())
        {
            Array.ForEach([.. transition.Inputs], place => marking[place]--);
            marking.ShouldAllBe(tokens => tokens >= 0);
            Array.ForEach([.. transition.Outputs], place => marking[place]++);
        }

        marking.ShouldBe(net.Final);
        string.Concat(alignment.Moves.Where(move => move.Kind is MoveKind.Synchronous or MoveKind.Inserted).Select(move => move.Activity)).ShouldBe(activities);
        alignment.Moves.ShouldAllBe(move => move.Activity == (move.Kind == MoveKind.Inserted ? move.Activity : move.Transition!.Label));
        alignment.Moves.ShouldAllBe(move => move.Transition == null == (move.Kind == MoveKind.Inserted) && move.Activity == null == (move.Kind == MoveKind.Silent));
        alignment.Moves.Count(move => move.Kind is MoveKind.Skipped or MoveKind.Inserted).ShouldBe(alignment.Cost);
    }
}
