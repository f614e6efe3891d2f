using Pupitre.Kernel.Commitments;

namespace Pupitre.Kernel.Tests.Commitments;

public class RateBaseTests
{
    [Fact]
    public void The_base_leaves_out_cancelled_not_applicable_open_and_the_delays_of_others()
    {
        var rate = Of(
            Party.Provider, (Outcome.Met, null), (Outcome.Missed, Imputation.Provider), (Outcome.Missed, Imputation.Company), (Outcome.Missed, Imputation.ThirdParty),
            (Outcome.Missed, Imputation.Shared), (Outcome.NoTrace, Imputation.Undetermined), (Outcome.NoEvidence, null), (Outcome.Cancelled, null), (Outcome.NotApplicable, null),
            (Outcome.Pending, null), (Outcome.Imprecise, null));

        (rate.Base, rate.Kept, rate.NotKept, rate.DelayOfOthers, rate.Open).ShouldBe((5, 1, 3, 2, 1));
        rate.Share.ShouldBe(0.2);
    }

    [Fact]
    public void What_nobody_dates_proves_or_had_to_do_is_in_no_base()
    {
        var rate = Of(
            Party.Provider, (Outcome.Met, null), (Outcome.Undated, null), (Outcome.NotYetProven, null), (Outcome.Waived, null), (Outcome.NoTrace, Imputation.Company));

        (rate.Base, rate.DelayOfOthers, rate[Outcome.Undated], rate[Outcome.NotYetProven], rate[Outcome.Waived]).ShouldBe((1, 1, 1, 1, 1));
    }

    [Fact]
    public void No_rate_is_known_once_the_undated_outnumber_the_base()
    {
        Of(Party.Provider, (Outcome.Met, null), (Outcome.Undated, null)).IsKnown.ShouldBeTrue();
        Of(Party.Provider, (Outcome.Met, null), (Outcome.Undated, null), (Outcome.Undated, null)).IsKnown.ShouldBeFalse();
        Of(Party.Provider).IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void Clocks_are_symmetric_so_the_companys_delays_count_against_its_own_commitments()
    {
        var rate = Of(Party.Company, (Outcome.Missed, Imputation.Company), (Outcome.Missed, Imputation.Provider));

        (rate.NotKept, rate.DelayOfOthers).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Under_twenty_there_is_no_percentage(int obligations, bool expected) =>
        Of(Party.Provider, [.. Enumerable.Repeat((Outcome.Met, (Imputation?)null), obligations)]).IsARate.ShouldBe(expected);

    [Fact]
    public void Without_activity_there_is_no_share_rather_than_a_hundred_per_cent() => Of(Party.Provider).Share.ShouldBeNull();

    [Fact]
    public void A_commitment_that_waits_for_itself_is_refused()
    {
        var waits = new Dictionary<string, string> { ["a"] = "b", ["b"] = "c", ["c"] = "a" };

        Should.Throw<Refused>(() => PrerequisiteOrder.Of(waits.Keys, key => waits.GetValueOrDefault(key)));
        PrerequisiteOrder.Of(["b", "a", "c"], key => key == "b" ? "a" : null).ShouldBe(["a", "b", "c"]);
    }

    private static RateBase Of(Party performer, params (Outcome Outcome, Imputation? Delay)[] obligations)
    {
        var rate = new RateBase();
        foreach (var (outcome, delay) in obligations)
        {
            rate.Add(outcome, performer, delay);
        }

        return rate;
    }
}
