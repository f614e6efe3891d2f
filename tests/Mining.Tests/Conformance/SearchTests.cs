using CsCheck;

namespace Pupitre.Mining.Tests.Conformance;

/// <summary>Nets whose graph is too large, or endless: searched by A*.</summary>
public class SearchTests
{
    /// <summary>No graph at all is built, so that everything is searched.</summary>
    private static readonly AlignmentLimits Searched = new() { MostMarkings = 0, MostSearched = 5_000 };

    [Fact]
    public void Search_costs_what_the_simplest_aligner_finds_on_any_small_net() => RandomNets.Gen.Sample(
        given =>
        {
            var variants = Nets.Variants([.. given.Sequences.Select(sequence => (sequence, 1))]);
            var aligned = Nets.AlignedOrNull(variants, given.Net, Searched);
            for (var variant = 0; variant < variants.Count; variant++)
            {
                var sequence = Nets.Letters(variants, variant);
                var expected = BruteForce.CostOf(given.Net, sequence, out var gaveUp);
                if (!gaveUp && aligned is null)
                {
                    expected.ShouldBeNull();
                }

                if (!gaveUp && aligned?.Of(variant) is { } alignment)
                {
                    alignment.Cost.ShouldBe(expected!.Value);
                    PlayedAlignment.ShouldBeRight(alignment, given.Net, sequence);
                }
            }
        },
        iter: 400);

    [Fact]
    public void Small_nets_are_solved_by_search_too() => RandomNets.Gen.Sample(
        given =>
        {
            var variants = Nets.Variants([.. given.Sequences.Select(sequence => (sequence, 1))]);
            if (Nets.AlignedOrNull(variants, given.Net, new() { MostMarkings = 50, MostSearched = 0 }) is { Explored.Markings: not null } whole)
            {
                var searched = Nets.AlignedOrNull(variants, given.Net, Searched)!;
                searched.UnsolvedCases.ShouldBe(0);
                (searched.Deviations, searched.ShortestRun ?? whole.ShortestRun, searched.MeanTraceFitness).ShouldBe((whole.Deviations, whole.ShortestRun, whole.MeanTraceFitness));
            }
        },
        iter: 500);

    [Fact]
    public void Thirty_branches_at_once_have_a_billion_markings_and_are_solved()
    {
        const string Branches = "abcdefghijklmnopqrstuvwxyzABCD";
        var net = Nets.Of("i", "o", [$"i --> {Words('s')}", .. Branches.Select(letter => $"s{letter} -{letter}-> e{letter}"), $"{Words('e')} --> o"]);
        var reversed = string.Concat(Branches.Reverse());
        var aligned = Nets.Aligned(Nets.Variants((Branches, 3), (reversed, 2), (reversed[1..] + "x", 1)), net);
        (aligned.Explored.Markings, aligned.UnsolvedCases, aligned.FittingCases, aligned.Deviations, aligned.ShortestRun).ShouldBe((null, 0L, 5L, 2L, 30));

        string Words(char prefix) => string.Join(' ', Branches.Select(letter => $"{prefix}{letter}"));
    }

    [Fact]
    public void An_unbounded_net_is_aligned_where_that_is_possible()
    {
        // a may happen at any time and piles up tokens that b takes.
        var net = Nets.Of("i", "i", "-a-> p", "p -b-> ");
        var aligned = Nets.Aligned(Nets.Variants(("abab", 1), ("aab", 1), ("b", 1), ("", 1)), net, new() { MostMarkings = 100, MostSearched = 2_000 });
        (aligned.Explored.Markings, aligned.UnsolvedCases, aligned.Deviations, aligned.FittingCases).ShouldBe((null, 0L, 2L, 2L));
    }

    [Fact]
    public void What_the_search_cannot_solve_within_its_limit_is_counted()
    {
        // Silent steps pile up tokens without end and without cost, and the end is never reached.
        var net = Nets.Of("i", "o", "i --> i p", "p -a-> q");
        var aligned = Nets.Aligned(Nets.Variants(("a", 4), ("b", 1)), net, new() { MostMarkings = 100, MostSearched = 500 });
        (aligned.UnsolvedVariants, aligned.UnsolvedCases, aligned.SolvedCases, aligned.ShortestRun, aligned.MeanTraceFitness).ShouldBe((2, 5L, 0L, null, null));
    }

    [Fact]
    public void The_search_for_one_log_is_bounded_and_the_most_frequent_go_first()
    {
        var net = Nets.Of("i", "o", "i -a-> p", "p -b-> i", "p -c-> o");
        var aligned = Nets.Aligned(Nets.Variants(("aba", 5), ("a", 9), ("abababababababababababa", 1), ("abac", 1)), net, Searched with { MostSearchedPerLog = 25 });
        aligned.CostOf(0).ShouldBe(1);
        (aligned.UnsolvedVariants, aligned.FittingCases).ShouldBe((1, 1), "what fits is found without a search");
    }

    [Fact]
    public void A_stopped_search_says_so()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Should.Throw<OperationCanceledException>(() => AlignVariants.Run(Nets.Variants(("a", 1)), Nets.Of("i", "o", "i -a-> o"), Searched, stopped.Token));
    }
}
