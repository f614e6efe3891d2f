using CsCheck;
using NodaTime;
using Pupitre.Kernel.Forecasts;

namespace Pupitre.Kernel.Tests.Forecasts;

public class ForecastTests
{
    private const long Day = NodaConstants.TicksPerDay;

    private static readonly Instant _now = Instant.FromUtc(2026, 6, 1, 0, 0);

    private static long Wall(long from, long to) => to - from;

    [Fact]
    public void A_case_is_held_against_those_that_ran_as_long()
    {
        // Forty cases: half ended after 2 days, a quarter after 6, a quarter after 12; ten days are allowed.
        var cases = Enumerable.Range(0, 40).Select(number =>
            Ended(100 + number, (number % 4) switch { 0 or 1 => 2, 2 => 6, _ => 12 }, allowed: 10));

        var forecast = Forecast.Of([.. cases], _now, Wall);

        forecast.ChanceOf(0, 10 * Day).ShouldBe(new ForecastAnswer(0.25, 40));
        forecast.ChanceOf(3 * Day, 10 * Day)!.Value.Chance.ShouldBe(0.5, 1e-9);
        forecast.ChanceOf(3 * Day, 10 * Day)!.Value.AtRisk.ShouldBe(20);
        forecast.ChanceOf(7 * Day, 10 * Day).ShouldBeNull("ten had run for seven days: too few");
    }

    [Fact]
    public void Cases_of_more_than_twelve_months_ago_say_nothing()
    {
        var cases = Enumerable.Range(0, 30).Select(number => Ended(400 + number, 3, allowed: 10));

        Forecast.Of([.. cases], _now, Wall).ChanceOf(0, 10 * Day).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_said_where_nobody_was_seen_as_long_as_is_allowed()
    {
        var cases = Enumerable.Range(1, 30).Select(number => Open(number % 5, allowed: 10));

        Forecast.Of([.. cases], _now, Wall).ChanceOf(0, 10 * Day).ShouldBeNull();
    }

    [Fact]
    public void One_that_always_takes_alike_is_believed_and_one_that_changed_is_not()
    {
        var steady = Enumerable.Range(0, 600).Select(number => Ended(300 - (number / 2), number % 2 == 0 ? 2 : 12, allowed: 10)).ToList();
        var changed = Enumerable.Range(0, 600).Select(number =>
            Ended(300 - (number / 2), number < 420 ? 2 + (number % 3) : 12 - (number % 9), allowed: 10)).ToList();

        var (held, lost) = (Forecast.Of(steady, _now, Wall), Forecast.Of(changed, _now, Wall));

        held.Record.State.ShouldBe(ForecastState.Shown);
        held.Record.MeanGap!.Value.ShouldBeLessThan(0.05);
        lost.Record.State.ShouldBe(ForecastState.TooIrregular);
    }

    [Fact]
    public void Where_all_ended_alike_there_is_nothing_to_tell_apart() =>
        Forecast.Of([.. Enumerable.Range(0, 300).Select(number => Ended(300 - number, 2, allowed: 10))], _now, Wall)
            .Record.State.ShouldBe(ForecastState.AllAlike);

    [Fact]
    public void Few_cases_make_no_record() =>
        Forecast.Of([.. Enumerable.Range(0, 15).Select(number => Ended(60 - number, number, allowed: 10))], _now, Wall)
            .Record.State.ShouldBe(ForecastState.TooFew);

    [Fact]
    public void What_it_would_have_said_rests_on_what_was_known_then()
    {
        var cases = Enumerable.Range(0, 400).Select(number => Ended(300 - (number / 2), 1 + (number * 7 % 20), allowed: 10)).ToList();
        var later = cases.Select(item =>
            item.End > Before(30) ? item with { End = null, IsStopped = false, Running = Before(30) - item.Start } : item)
            .Where(item => item.Start <= Before(30)).ToList();

        var asKnownThen = Forecast.Of(later, Instant.FromUnixTimeTicks(Before(30)), Wall);
        var lookedBack = Forecast.Between(cases, Instant.FromUnixTimeTicks(Before(122)), Instant.FromUnixTimeTicks(Before(30)),
            Instant.FromUnixTimeTicks(Before(30)), Wall);

        lookedBack.ChanceOf(4 * Day, 10 * Day)!.Value.Chance.ShouldBe(asKnownThen.ChanceOf(4 * Day, 10 * Day)!.Value.Chance, 1e-9);
    }

    [Fact]
    public void Chances_and_scores_stay_within_their_bounds_whatever_the_cases() => Gen.Select(
        Gen.Long[0, 420], Gen.Long[0, 40], Gen.Int[0, 3], Gen.Long[0, 20], (start, running, kind, allowed) => new ForecastCase(
            Before(start), kind == 0 ? null : Before(start) + (running * Day), kind > 1, running * Day, allowed * Day))
                    .List[0, 200].Sample(cases =>
    {
        var forecast = Forecast.Of(cases, _now, Wall);

        var record = forecast.Record;
        record.Tenths.Sum(tenth => tenth.Said).ShouldBe(record.Said);
        record.Brier.ShouldBeInRange(0, 1);
        record.Tenths.ShouldAllBe(tenth =>
            tenth.Expected >= tenth.Number / 10.0 - 1e-9 && tenth.Expected <= (tenth.Number + 1) / 10.0 + 1e-9);
        foreach (var item in cases)
        {
            if (forecast.ChanceOf(item.Running, item.Allowed) is { } answer)
            {
                answer.Chance.ShouldBeInRange(0, 1);
                answer.AtRisk.ShouldBeGreaterThanOrEqualTo(Forecast.FewestAtRisk);
            }
        }
    }, iter: 200);

    [Fact]
    public void The_longer_it_ran_the_likelier_it_is_missed() => Gen.Long[0, 30].List[40, 120].Sample(lengths =>
    {
        var forecast = Forecast.Of([.. lengths.Select((length, number) => Ended(100 + number, length, allowed: 20))], _now, Wall);
        var before = 0.0;
        for (var day = 0L; day <= 20; day++)
        {
            if (forecast.ChanceOf(day * Day, 20 * Day) is { } answer)
            {
                answer.Chance.ShouldBeGreaterThanOrEqualTo(before - 1e-9);
                before = answer.Chance;
            }
        }
    }, iter: 300);

    private static long Before(long days) => _now.ToUnixTimeTicks() - (days * Day);

    private static ForecastCase Ended(long daysAgo, long days, long allowed) =>
        Before(daysAgo) + (days * Day) <= _now.ToUnixTimeTicks()
            ? new ForecastCase(Before(daysAgo), Before(daysAgo) + (days * Day), IsStopped: true, days * Day, allowed * Day)
            : Open(daysAgo, allowed);

    private static ForecastCase Open(long daysAgo, long allowed) =>
        new(Before(daysAgo), End: null, IsStopped: false, daysAgo * Day, allowed * Day);
}
