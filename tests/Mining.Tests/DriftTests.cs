using NodaTime;

namespace Pupitre.Mining.Tests;

public class DriftTests
{
    [Theory]
    [InlineData(1.959963984540054, 0.05)]
    [InlineData(2.9999, 0.002700683)]
    [InlineData(3.0001, 0.002698911)]
    [InlineData(5, 5.733031e-7)]
    [InlineData(0, 1)]
    public void The_normal_distribution_is_that_of_the_tables(double z, double p) => Normal.TwoSided(z).ShouldBe(p, p * 1e-5);

    [Theory]
    [InlineData(3, 4, 1, 4, 0.4857142857)]
    [InlineData(8, 10, 1, 6, 0.0349650350)]
    [InlineData(0, 10, 0, 10, 1)]
    public void Few_cases_are_compared_exactly(int one, int ofOne, int other, int ofOther, double p) => ProportionTest.P(one, ofOne, other, ofOther).ShouldBe(p, 1e-9);

    [Fact]
    public void Many_cases_are_compared_by_their_shares() => ProportionTest.P(30, 100, 45, 100).ShouldBe(0.028459737, 1e-8);

    [Fact]
    public void The_exact_test_and_the_approximation_come_together_where_cases_are_many() =>
        ProportionTest.Exact(4_900, 10_000, 5_050, 10_000).ShouldBe(ProportionTest.Pooled(4_900, 10_000, 5_050, 10_000), 2e-3);

    [Fact]
    public void Factorials_agree_on_both_sides_of_the_table()
    {
        var sum = 0.0;
        for (var n = 1; n <= 1_000; n++)
        {
            sum += Math.Log(n);
            Factorial.Log(n).ShouldBe(sum, 1e-9);
        }
    }

    /// <summary>The example of the documentation of a well-known statistics package.</summary>
    [Fact]
    public void Ranks_are_compared_with_corrections() => RankTest.P([19, 22, 16, 29, 24], [20, 11, 17, 12]).ShouldBe(0.11134688653314041, 1e-12);

    [Fact]
    public void Samples_of_equal_values_do_not_differ() => RankTest.P([1, 1, 1, 1], [1, 1, 1]).ShouldBe(1);

    [Fact]
    public void Many_tests_are_adjusted_together() => FalseDiscovery.Adjusted([0.01, 0.04, 0.03, 0.005]).ShouldBe([0.02, 0.04, 0.04, 0.02]);

    [Fact]
    public void A_step_that_takes_longer_and_one_that_is_new_are_found_and_nothing_else()
    {
        var drift = Drift.Between(Month(detours: 2, hours: 24), Month(detours: 40, hours: 30), TestContext.Current.CancellationToken);

        string Shown(EdgeDrift edge) => drift.Activities[edge.From] + ">" + drift.Activities[edge.To];
        drift.Edges.Where(edge => edge.HasOtherDuration).Select(Shown).ShouldBe(["answer>close"]);
        drift.Edges.Where(edge => edge.HasOtherFrequency).Select(Shown).ShouldBe(["ask>check", "check>answer", "ask>answer"], ignoreOrder: true);
        drift.IsSmall.ShouldBeFalse();
        drift.Edges.Single(edge => Shown(edge) == "ask>check").Before.Durations.Count.ShouldBe(2);
        drift.Edges.Single(edge => Shown(edge) == "ask>check").DurationP.ShouldBeNull("two durations are too few for a test");
    }

    [Fact]
    public void A_month_beside_itself_has_not_changed() =>
        Drift.Between(Month(10, 24), Month(10, 24), TestContext.Current.CancellationToken).Edges.ShouldAllBe(edge => !edge.HasOtherDuration && !edge.HasOtherFrequency);

    [Fact]
    public void A_month_without_cases_says_that_it_is_small()
    {
        var drift = Drift.Between(Month(10, 24), new EventLogBuilder().Build(TestContext.Current.CancellationToken).Whole, TestContext.Current.CancellationToken);

        drift.IsSmall.ShouldBeTrue();
        drift.Edges.ShouldAllBe(edge => edge.FrequencyP == null && edge.DurationP == null && edge.After.Cases == 0);
    }

    private static LogView Month(int detours, int hours)
    {
        var builder = new EventLogBuilder();
        for (var number = 0; number < 100; number++)
        {
            var start = Instant.FromUtc(2026, 3, 2, 8, 0).Plus(Duration.FromHours(number));
            builder.Add("case " + number, "ask", start);
            if (number < detours)
            {
                builder.Add("case " + number, "check", start.Plus(Duration.FromHours(1)));
            }

            builder.Add("case " + number, "answer", start.Plus(Duration.FromHours(2)));
            builder.Add("case " + number, "close", start.Plus(Duration.FromHours(2 + hours + (number % 10))));
        }

        return builder.Build().Whole;
    }
}
