using CsCheck;

namespace Pupitre.Mining.Tests;

public class ProcessTreeTests
{
    [Fact]
    public void A_tree_is_read_from_what_it_writes() => Trees.Any.Sample(tree => ProcessTree.Parse(tree.ToString()).Equals(tree));

    [Fact]
    public void A_quote_in_a_name_is_kept() => ProcessTree.Parse(@" X( 'it\'s' ,tau ) ").ShouldBe(ProcessTree.Of(TreeOperator.Choice, ProcessTree.Of("it's"), ProcessTree.Silent));

    [Theory]
    [InlineData("")]
    [InlineData("'a")]
    [InlineData("X('a'")]
    [InlineData("*('a')")]
    [InlineData("'a' 'b'")]
    [InlineData("->()")]
    public void What_is_no_tree_is_refused(string text) => Should.Throw<FormatException>(() => ProcessTree.Parse(text));

    [Fact]
    public void Depth_without_end_is_refused() => Should.Throw<FormatException>(() => ProcessTree.Parse(string.Concat(Enumerable.Repeat("->(", 100_000))));

    [Fact]
    public void The_normal_form_says_the_same() => Trees.Any.Sample(tree => Trees.Language(TreeNormalForm.Of(tree), 4).SetEquals(Trees.Language(tree, 4)));

    [Fact]
    public void The_net_of_a_tree_says_the_same_and_is_a_sound_workflow_net() => Trees.Any.Sample(tree =>
    {
        var net = TreeNet.Of(tree);
        return Trees.Language(tree, 4).SetEquals(Language.Of(net, 4)) && Soundness.Of(net).Verdict == SoundnessVerdict.Sound
            && net.Transitions.All(transition => !transition.Outputs.Contains(0) && !transition.Inputs.Contains(1));
    });

    [Fact]
    public void A_net_without_blocks_to_tell_apart_has_no_silent_steps() =>
        NetOf(ProcessTree.Parse("->('a', *(->(+('b', X('c', 'd')), 'e'), 'f'), X('g', 'h'))")).Transitions.Count(transition => transition.IsSilent).ShouldBe(0);

    [Theory]
    [InlineData("a->x->b", SoundnessVerdict.Sound)]
    public void Soundness_is_found(string net, SoundnessVerdict verdict) => SoundnessOf(Chain(net)).Verdict.ShouldBe(verdict);

    [Fact]
    public void A_net_that_gets_stuck_leaves_tokens_or_has_dead_steps_is_not_sound()
    {
        PetriNet Of(params NetTransition[] transitions) => new(["i", "p", "q", "o"], [.. transitions], [1, 0, 0, 0], [0, 0, 0, 1]);

        SoundnessOf(Of(new("t", "a", [0], [1]), new("u", "b", [0], [2]), new("v", "c", [1], [3]))).Stuck.ShouldBe(1);
        SoundnessOf(Of(new("t", "a", [0], [1, 2]), new("v", "c", [1], [3]))).LeftOver.ShouldBe(1);
        SoundnessOf(Of(new("t", "a", [0], [3]), new("v", "c", [1], [3]))).Dead.ShouldHaveSingleItem().Id.ShouldBe("v");
        SoundnessOf(Of(new NetTransition("t", "a", [0], [0, 1]))).Verdict.ShouldBe(SoundnessVerdict.NotDecided);
    }

    private static PetriNet NetOf(ProcessTree tree) => TreeNet.Of(tree);

    private static Soundness SoundnessOf(PetriNet net) => Soundness.Of(net);

    private static PetriNet Chain(string net)
    {
        var names = net.Split("->");
        return new([.. Enumerable.Range(0, names.Length + 1).Select(number => "p" + number)], [.. names.Select((name, at) => new NetTransition("t" + at, name, [at], [at + 1]))],
            [1, .. new int[names.Length]], [.. new int[names.Length], 1]);
    }
}
