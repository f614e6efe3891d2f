using NodaTime;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.Product.Tests.Commands;

/// <summary>The product has one definition of a quantile; event logs, whose project knows nothing of Kernel, have the same.</summary>
public class QuantileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(40)]
    public void Half_and_nine_of_ten_are_those_of_the_event_logs(int cases)
    {
        var random = new Random(cases);
        var seconds = Enumerable.Range(0, cases).Select(_ => random.NextInt64(10_000_000)).ToArray();
        var log = new EventLogBuilder();
        foreach (var (number, length) in seconds.Index())
        {
            log.Add($"case {number}", "begin", Instant.FromUnixTimeSeconds(0));
            log.Add($"case {number}", "end", Instant.FromUnixTimeSeconds(length));
        }

        var figures = CaseDurations.Of(log.Build(TestContext.Current.CancellationToken).Whole).Figures;
        Array.Sort(seconds);

        Near(Quantile.Of(seconds, Quantile.Half), figures.MedianSeconds).ShouldBeTrue();
        Near(Quantile.Of(seconds, Quantile.NineOfTen), figures.P90Seconds).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_has_no_quantile() => Quantile.Of([], Quantile.Half).ShouldBeNull();

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void A_share_lies_between_nought_and_one(double share) => Should.Throw<ArgumentOutOfRangeException>(() => Quantile.Of([1L], share));

    private static bool Near(double? one, double other) => one is { } known && Math.Abs(known - other) <= 1e-6 * Math.Max(1, other);
}
