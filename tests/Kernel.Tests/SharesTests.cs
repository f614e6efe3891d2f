using CsCheck;

namespace Pupitre.Kernel.Tests;

public class SharesTests
{
    [Theory]
    [InlineData(2_999, 3_000, 1, 99.9)]
    [InlineData(1, 3_000, 1, 0.1)]
    [InlineData(299, 300, 0, 99)]
    [InlineData(1, 300, 0, 1)]
    [InlineData(3, 3, 1, 100)]
    [InlineData(0, 3, 1, 0)]
    [InlineData(2, 3, 1, 66.7)]
    [InlineData(0, 0, 1, 0)]
    public void A_share_is_rounded_to_the_inside(int part, int whole, int decimals, double expected) => Shares.Percent(part, whole, decimals).ShouldBe((decimal)expected);

    [Fact]
    public void A_hundred_is_said_of_all_and_zero_of_none() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 1_000_000], Gen.Int[0, 2]).Sample((some, whole, decimals) =>
    {
        var part = some % (whole + 1);
        var share = Shares.Percent(part, whole, decimals);

        (share == 100).ShouldBe(part == whole);
        (share == 0).ShouldBe(part == 0);
    });

    [Fact]
    public void Measured_quantities_follow_the_same_rule()
    {
        Shares.OfQuantities(1e-12, 1).ShouldBe(0.1m);
        Shares.OfQuantities(0.999_999_999_999, 1).ShouldBe(99.9m);
        (Shares.OfQuantities(5, 5), Shares.OfQuantities(0, 5), Shares.OfQuantities(0, 0)).ShouldBe((100m, 0m, 0m));
    }
}
