using NodaTime;
using Pupitre.Kernel.Forecasts;
using Pupitre.Mining;
using Pupitre.Product.Tests.Architecture;

namespace Pupitre.Product.Tests.Service;

/// <summary>
/// The forecast on public logs, their last third held back: what it would have said of those cases, each moment with what was known then,
/// held against what became of them. It is shown where the work runs alike, and withheld where it does not.
/// </summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class ForecastCorpusTests
{
    private const double LargestGap = 0.06;

    [Fact]
    public void Requests_for_payment_within_ten_days_are_forecast()
    {
        var record = HeldBack("bpic2020-request-for-payment", "Payment Handled", days: 10);

        record.State.ShouldBe(ForecastState.Shown);
        record.MeanGap!.Value.ShouldBeLessThanOrEqualTo(LargestGap);
    }

    [Fact]
    public void Incidents_within_ten_days_are_withheld() =>
        HeldBack("bpic2013-incidents", "Completed", days: 10).State.ShouldBe(ForecastState.TooIrregular);

    [Theory(Explicit = true)]
    [Trait("Run", "Long")]
    [InlineData(120)]
    [InlineData(180)]
    public void Fines_are_forecast(int days)
    {
        var record = HeldBack("road-traffic-fines", "Payment", days);

        record.State.ShouldBe(ForecastState.Shown);
        record.MeanGap!.Value.ShouldBeLessThanOrEqualTo(LargestGap);
    }

    private static ForecastRecord HeldBack(string log, string stop, int days)
    {
        var (cases, end) = Read(log, stop, days * NodaConstants.TicksPerDay);
        var starts = cases.Select(item => item.Start).Order().ToList();
        var third = Instant.FromUnixTimeTicks(starts[starts.Count * 2 / 3]) + Duration.FromDays(days);
        return Forecast.Between(cases, third, end, end, (from, to) => to - from).Record;
    }

    private static (List<ForecastCase> Cases, Instant End) Read(string log, string stop, long allowed)
    {
        var events = new Dictionary<string, (long First, long? Stop)>(StringComparer.Ordinal);
        var last = long.MinValue;
        using var reader = LogFile.Open(File.OpenRead(PathOf(log)));
        while (reader.Read())
        {
            var at = reader.Time.ToUnixTimeTicks();
            last = Math.Max(last, at);
            var known = events.GetValueOrDefault(reader.Case, (First: long.MaxValue, Stop: null));
            var stopped = reader.Activity == stop ? Math.Min(known.Stop ?? long.MaxValue, at) : known.Stop;
            events[reader.Case] = (Math.Min(known.First, at), stopped);
        }

        return ([.. events.Values.Select(item => new ForecastCase(
            item.First, item.Stop, item.Stop is not null, (item.Stop ?? last) - item.First, allowed))], Instant.FromUnixTimeTicks(last));
    }

    private static string PathOf(string log)
    {
        var folder = Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? Path.Combine(Repository.Root, "..", "shared", "corpus");
        var path = Path.Combine(folder, "logs", log + ".xes.gz");
        Assert.SkipUnless(File.Exists(path), $"corpus file {log}.xes.gz is not on this machine (set PUPITRE_CORPUS)");
        return path;
    }
}
