using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Escalations;
using Pupitre.Kernel.Time;

namespace Pupitre.Benchmarks;

/// <summary>
/// Escalation looked at anew for 10,000 open obligations: their stories replayed, their levels found, and which of them goes. Limit: 1 s.
/// </summary>
[Config(typeof(WithLimits))]
public class LadderBenchmarks
{
    private const int Obligations = 10_000;
    private const int EventsEach = 6;
    private const double SecondToNs = 1_000_000_000;

    private static readonly Instant _first = Instant.FromUtc(2026, 1, 5, 9, 0);
    private static readonly Instant _now = Instant.FromUtc(2026, 6, 30, 9, 0);

    private readonly ClockEvent[][] _cases = new ClockEvent[Obligations][];
    private Clock _clock = null!;
    private LadderHours _hours = null!;

    [GlobalSetup]
    public void Setup()
    {
        const string day = """[["09:00","12:30"],["14:00","18:00"]]""";
        using var json = System.Text.Json.JsonDocument.Parse($$$"""
            {"timeZone":"Europe/Paris","holidays":{"zone":"metropole"},
             "weekly":{"monday":{{{day}}},"tuesday":{{{day}}},"wednesday":{{{day}}},"thursday":{{{day}}},"friday":{{{day}}}}}
            """);
        var calendar = BusinessCalendar.Compile(CalendarDefinition.FromJson(json.RootElement));
        _hours = new LadderHours(calendar, new QuietHours(new TimeOnly(19, 0), new TimeOnly(8, 0)));
        _clock = new Clock(
            new ClockRule
            {
                Start = EventPattern.Activity("asked"),
                Stop = EventPattern.Activity("answered"),
                Pause = new(EventPattern.Activity("wait"), EventPattern.Activity("resume")),
                Target = new DurationTarget(Duration.FromHours(40)),
            },
            calendar);
        var random = new Random(1);
        for (var i = 0; i < Obligations; i++)
        {
            var at = _first + Duration.FromMinutes(random.Next(200_000));
            _cases[i] = new ClockEvent[EventsEach + 1];
            for (var place = 0; place <= EventsEach; place++)
            {
                var role = place == 0 ? EventRoles.Start : place % 2 == 1 ? EventRoles.Pause : EventRoles.PauseEnd;
                _cases[i][place] = ClockEvent.At(at + (Duration.FromHours(3) * place), role, SourceClass.Observed);
            }
        }
    }

    /// <returns>How many notices would go.</returns>
    [Benchmark(Baseline = true)]
    [Limit(SecondToNs)]
    public int Evaluate()
    {
        var goes = 0;
        foreach (var events in _cases)
        {
            var replay = _clock.Replay(events, Reading.Declared, _now, default, Party.Provider);
            var step = Climb.At(Ladder.OfCase(replay, _hours), LadderPast.None, _now, _now);
            goes += step.Goes is null ? 0 : 1;
        }

        return goes;
    }

    private sealed class WithLimits : ManualConfig
    {
        public WithLimits() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default).AddColumn(new RatioToLimitColumn());
    }
}
