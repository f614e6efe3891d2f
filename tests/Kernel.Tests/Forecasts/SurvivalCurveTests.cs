using CsCheck;
using Pupitre.Kernel.Forecasts;

namespace Pupitre.Kernel.Tests.Forecasts;

public class SurvivalCurveTests
{
    private static readonly Gen<(List<long> Ended, List<long> Open)> _samples =
        Gen.Select(Gen.Long[0, 30].List[0, 60], Gen.Long[0, 30].List[0, 60], (ended, open) => (Sorted(ended), Sorted(open)));

    /// <summary>Remissions under 6-mercaptopurine (Freireich and others, 1963), the example of many textbooks.</summary>
    [Theory]
    [InlineData(5, 1.000)]
    [InlineData(6, 0.857)]
    [InlineData(7, 0.807)]
    [InlineData(10, 0.753)]
    [InlineData(13, 0.690)]
    [InlineData(16, 0.627)]
    [InlineData(22, 0.538)]
    [InlineData(23, 0.448)]
    [InlineData(35, 0.448)]
    public void Says_what_the_textbooks_say(long weeks, double share)
    {
        var curve = SurvivalCurve.Of([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);

        curve.Beyond(weeks).ShouldBe(share, 0.0005);
        (curve.Count, curve.AtRisk(6), curve.AtRisk(23), curve.Reaches(35), curve.Reaches(36)).ShouldBe((21, 21, 6, true, false));
    }

    [Fact]
    public void Nothing_is_known_of_nobody()
    {
        var curve = SurvivalCurve.Of([], []);

        (curve.Beyond(0), curve.AtRisk(0), curve.Reaches(0)).ShouldBe((1.0, 0, false));
    }

    [Fact]
    public void When_all_have_ended_it_is_the_share_that_ran_longer() => _samples.Sample(sample =>
    {
        var curve = SurvivalCurve.Of(sample.Ended, []);
        for (var at = 0L; at <= 31 && sample.Ended.Count > 0; at++)
        {
            curve.Beyond(at).ShouldBe(sample.Ended.Count(length => length > at) / (double)sample.Ended.Count, 1e-9);
        }
    });

    [Fact]
    public void It_never_rises_and_counts_who_was_seen_as_long() => _samples.Sample(sample =>
    {
        var curve = SurvivalCurve.Of(sample.Ended, sample.Open);
        var before = 1.0;
        for (var at = 0L; at <= 31; at++)
        {
            curve.Beyond(at).ShouldBeInRange(0, before);
            before = curve.Beyond(at);
            curve.AtRisk(at).ShouldBe(sample.Ended.Concat(sample.Open).Count(length => length >= at));
        }
    });

    [Fact]
    public void Whoever_is_lost_from_sight_leaves_no_fewer_behind() => _samples.Sample(sample =>
    {
        var (all, without) = (SurvivalCurve.Of(sample.Ended, sample.Open), SurvivalCurve.Of(sample.Ended, []));
        for (var at = 0L; at <= 31; at++)
        {
            all.Beyond(at).ShouldBeGreaterThanOrEqualTo(without.Beyond(at) - 1e-9);
        }
    });

    private static List<long> Sorted(List<long> lengths) => [.. lengths.Order()];
}
