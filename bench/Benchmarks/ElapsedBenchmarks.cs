using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Benchmarks;

/// <summary>
/// Open time of 1,000,000 random intervals of up to 60 days within ten years: two spans a day, French holidays, clock changes. The mean
/// is per interval.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(WithLimits))]
public class ElapsedBenchmarks
{
    private const int Intervals = 1_000_000;
    private const int BatchSize = 1_000;
    private const int Years = 10;
    private const int MostDays = 60;
    private const int PausesPerInterval = 3;

    private readonly Instant[] _from = new Instant[Intervals];
    private readonly Instant[] _to = new Instant[Intervals];
    private readonly long[] _fromTicks = new long[Intervals];
    private readonly long[] _toTicks = new long[Intervals];
    private readonly Pause[] _pauses = new Pause[Intervals * PausesPerInterval];
    private BusinessCalendar _calendar = null!;

    [GlobalSetup]
    public void Setup()
    {
        ImmutableArray<OpeningHours> hours = [OpeningHours.Parse("09:00", "12:30"), OpeningHours.Parse("14:00", "18:00")];
        var weekdays = Enumerable.Range((int)IsoDayOfWeek.Monday, 5).Select(day => KeyValuePair.Create((IsoDayOfWeek)day, hours));
        _calendar = BusinessCalendar.Compile(new()
        {
            TimeZone = "Europe/Paris",
            Weekly = ImmutableSortedDictionary.CreateRange(weekdays),
            HolidayZone = HolidayZone.Metropole,
        });
        var start = Instant.FromUtc(2020, 1, 1, 0, 0);
        var random = new Random(20260525);
        for (var at = 0; at < Intervals; at++)
        {
            var length = random.NextInt64(MostDays * NodaConstants.TicksPerDay);
            _from[at] = start.PlusTicks(random.NextInt64((Years * 365L * NodaConstants.TicksPerDay) - length));
            _to[at] = _from[at].PlusTicks(length);
            (_fromTicks[at], _toTicks[at]) = (_from[at].ToUnixTimeTicks(), _to[at].ToUnixTimeTicks());
            Fill(_pauses.AsSpan(at * PausesPerInterval, PausesPerInterval), _from[at], length, random);
        }

        _calendar.Elapsed(start, start.Plus(Duration.FromDays(Years * 365)));
    }

    [Benchmark(OperationsPerInvoke = Intervals, Baseline = true)]
    [Limit(15)]
    public Duration Without_pauses() => InBatches(Elapsed);

    [Benchmark(OperationsPerInvoke = Intervals)]
    [Limit(15)]
    public Duration Without_pauses_on_ticks() => InBatches(ElapsedTicks);

    [Benchmark(OperationsPerInvoke = Intervals)]
    [Limit(50)]
    public Duration With_three_pauses() => InBatches(Running);

    // A loop of a million would stay in the code that the runtime compiles first; batches are called often enough to be optimized.
    private static Duration InBatches(Func<int, int, Duration> batch)
    {
        var total = Duration.Zero;
        for (var at = 0; at < Intervals; at += BatchSize)
        {
            total += batch(at, at + BatchSize);
        }

        return total;
    }

    private Duration Elapsed(int first, int end)
    {
        var total = Duration.Zero;
        for (var at = first; at < end; at++)
        {
            total += _calendar.Elapsed(_from[at], _to[at]);
        }

        return total;
    }

    private Duration ElapsedTicks(int first, int end)
    {
        var total = 0L;
        for (var at = first; at < end; at++)
        {
            total += _calendar.ElapsedTicks(_fromTicks[at], _toTicks[at]);
        }

        return Duration.FromTicks(total);
    }

    private Duration Running(int first, int end)
    {
        var total = Duration.Zero;
        for (var at = first; at < end; at++)
        {
            total += PausedClock.Running(_calendar, _from[at], _to[at], _pauses.AsSpan(at * PausesPerInterval, PausesPerInterval));
        }

        return total;
    }

    private static void Fill(Span<Pause> pauses, Instant from, long length, Random random)
    {
        Span<long> edges = stackalloc long[pauses.Length * 2];
        foreach (ref var edge in edges)
        {
            edge = random.NextInt64(length + 1);
        }

        edges.Sort();
        for (var at = 0; at < pauses.Length; at++)
        {
            pauses[at] = new(from.PlusTicks(edges[at * 2]), from.PlusTicks(edges[(at * 2) + 1]));
        }
    }

    private sealed class WithLimits : ManualConfig
    {
        public WithLimits() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).AddColumn(new RatioToLimitColumn());
    }
}
