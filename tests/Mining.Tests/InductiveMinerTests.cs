using CsCheck;

namespace Pupitre.Mining.Tests;

public class InductiveMinerTests
{
    private static readonly Gen<string[]> AnyLog = Gen.String[Gen.Char['a', 'f'], 0, 7].Array[1, 8];

    [Theory]
    [InlineData("a", "'a'")]
    [InlineData("ab", "->('a', 'b')")]
    [InlineData("a b", "X('b', 'a')")]
    [InlineData("ab ba", "+('b', 'a')")]
    [InlineData("ab a", "->('a', X(tau, 'b'))")]
    [InlineData("abcab ab", "*(->('a', 'b'), 'c')")]
    [InlineData("a aa aaa", "*('a', tau)")]
    [InlineData("ab abab", "*(->('a', 'b'), tau)")]
    [InlineData("-", "tau")]
    [InlineData("- a", "X(tau, 'a')")]
    public void A_small_log_gives_the_tree_one_would_draw(string log, string tree) => Discover(log.Replace("-", "", StringComparison.Ordinal).Split(' ')).ToString().ShouldBe(tree);

    [Fact]
    public void No_case_at_all_is_a_silent_step() => InductiveMiner.Discover(new(new(), []), token: TestContext.Current.CancellationToken).ShouldBe(ProcessTree.Silent);

    [Fact]
    public void The_textbook_log_gives_the_textbook_tree() => InductiveMiner.Discover(Variants("running-example.xes"), token: TestContext.Current.CancellationToken).ToString().ShouldBe(
        "->('register request', *(->(+('check ticket', X('examine thoroughly', 'examine casually')), 'decide'), 'reinitiate request'), X('reject request', 'pay compensation'))");

    [Fact]
    public void Without_noise_every_case_fits_and_the_net_is_sound() => AnyLog.Sample(log =>
    {
        var net = TreeNet.Of(Discover(log));
        return Soundness.Of(net).Verdict == SoundnessVerdict.Sound && log.All(run => Language.Accepts(net, run.Select(activity => activity.ToString())));
    }, iter: 500);

    [Fact]
    public void With_noise_the_net_is_sound_too() => Gen.Select(AnyLog, Gen.Double[0, 1]).Sample(
        (log, noise) => Soundness.Of(TreeNet.Of(Discover(log, noise))).Verdict == SoundnessVerdict.Sound, iter: 500);

    [Fact]
    public void A_process_in_blocks_is_found_again_from_its_runs() => Gen.Select(Gen.Int, Gen.Int[1, 9]).Sample((seed, activities) =>
    {
        var random = new Random(seed);
        var tree = Trees.Rediscoverable(random, activities);
        var found = Discover(CompleteLog(tree, random));
        Trees.Sorted(found).ShouldBe(Trees.Sorted(TreeNormalForm.Of(tree)), tree.ToString());
    }, iter: 1_000);

    [Theory]
    [InlineData("running-example.xes")]
    [InlineData("receipt.xes.gz")]
    [InlineData("bpic2013-incidents.xes.gz")]
    [InlineData("bpic2020-request-for-payment.xes.gz")]
    [InlineData("road-traffic-fines.xes.gz")]
    public void Every_case_of_a_public_log_fits_the_net_found(string name)
    {
        var variants = Variants(name);
        var net = TreeNet.Of(InductiveMiner.Discover(variants, token: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Soundness.Of(net, token: TestContext.Current.CancellationToken).Verdict.ShouldNotBe(SoundnessVerdict.NotSound);
        for (var variant = 0; variant < Math.Min(variants.Count, 60); variant++)
        {
            Language.Accepts(net, variants[variant].ToArray().Select(activity => variants.Names[activity])).ShouldBeTrue();
        }
    }

    [Fact]
    public void Noise_leaves_the_rare_out()
    {
        (string Run, int Cases)[] log = [("abcd", 95), ("dabc", 1), ("abbcd", 1), ("bcd", 1)];

        Discover(log, 0.2).ToString().ShouldBe("->('a', 'b', 'c', 'd')");
        Discover(log, 0).ToString().ShouldNotBe("->('a', 'b', 'c', 'd')");
    }

    [Fact]
    public void Noise_is_a_share() => Should.Throw<ArgumentOutOfRangeException>(() => Discover(["a"], 1.5));

    [Fact]
    public void A_million_activities_are_mined_in_bounded_time()
    {
        var names = new NameTable(Enumerable.Range(0, 1_000_000).Select(number => "a" + number));
        int[] forth = [.. Enumerable.Range(0, 1_000_000)], back = [.. Enumerable.Range(0, 1_000_000).Reverse()];

        InductiveMiner.Discover(new(names, [(forth, 1)]), token: TestContext.Current.CancellationToken).Parts.Length.ShouldBe(1_000_000);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Should.Throw<OperationCanceledException>(() => InductiveMiner.Discover(new(names, [(forth, 1), (back, 1)]), token: soon.Token));
    }

    [Fact]
    public void Nesting_without_end_is_cut_off()
    {
        string[] names = [.. Enumerable.Range(0, 2_000).Select(number => "a" + number)];
        var table = new NameTable(names);
        var random = new Random(7);
        var runs = Enumerable.Range(0, 4).Select(_ =>
        {
            int[] run = [.. Enumerable.Range(0, names.Length)];
            random.Shuffle(run);
            return (run, 1);
        });

        InductiveMiner.Discover(new(table, runs), token: TestContext.Current.CancellationToken).ToString().ShouldContain("a1999");
    }

    private static VariantTable Variants(string name)
    {
        using var file = File.OpenRead(Corpus.Log(name));
        return EventLog.Load(file).Variants;
    }

    private static ProcessTree Discover(IEnumerable<string> log, double noise = 0) => Discover(log.Select(run => (run, 1)), noise);

    private static ProcessTree Discover(IEnumerable<(string Run, int Cases)> log, double noise = 0)
    {
        var names = new NameTable();
        return InductiveMiner.Discover(new(names, log.Select(item => (item.Run.Select(activity => names.Add(activity.ToString())).ToArray(), item.Cases)).ToList()), noise);
    }

    private static ProcessTree Discover(IEnumerable<List<string>> log)
    {
        var names = new NameTable();
        return InductiveMiner.Discover(new(names, log.Select(run => (run.Select(names.Add).ToArray(), 1)).ToList()));
    }

    /// <summary>Runs until all has been seen that may directly follow what, and all beginnings and ends.</summary>
    private static List<List<string>> CompleteLog(ProcessTree tree, Random random)
    {
        var (follows, firsts, lasts) = (Trees.Follows(tree), Trees.Firsts(tree), Trees.Lasts(tree));
        var log = new List<List<string>>();
        while (follows.Count + firsts.Count + lasts.Count > 0)
        {
            var run = Trees.Play(tree, random);
            follows.ExceptWith(run.Zip(run.Skip(1)));
            firsts.Remove(run[0]);
            lasts.Remove(run[^1]);
            log.Add(run);
        }

        return log;
    }
}
