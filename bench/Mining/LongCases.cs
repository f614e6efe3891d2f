using Pupitre.Mining;

namespace Pupitre.MiningBench;

/// <summary>Logs of long cases, made up, the same at every run: runs of a random process of many steps, of which many are optional, repeat or happen side by side.</summary>
internal static class LongCases
{
    public const int Cases = 1_500;
    public const int MostEvents = 90;

    private const int LeastEvents = 1;

    /// <summary>Makes the variants of a log.</summary>
    /// <param name="seed">Which process.</param>
    /// <param name="activities">Steps of the process.</param>
    /// <param name="disorder">Share of the cases in which two neighbours have changed places.</param>
    /// <param name="cases">Cases of the log.</param>
    public static VariantTable Make(int seed, int activities, double disorder, int cases = Cases)
    {
        var random = new Random(seed);
        var process = Block(random, [.. Enumerable.Range(0, activities)], 0);
        var log = new EventLogBuilder();
        for (var number = 0; number < cases;)
        {
            var run = new List<int>();
            process(run);
            if (run.Count is < LeastEvents or > MostEvents)
            {
                continue;
            }

            if (run.Count > 1 && random.NextDouble() < disorder)
            {
                var at = random.Next(run.Count - 1);
                (run[at], run[at + 1]) = (run[at + 1], run[at]);
            }

            for (var at = 0; at < run.Count; at++)
            {
                log.Add($"case {number}", $"step {run[at]:00}", NodaTime.Instant.FromUnixTimeSeconds(at));
            }

            number++;
        }

        return log.Build().Variants;
    }

    /// <summary>A part of a process: what it adds to a run.</summary>
    private static Action<List<int>> Block(Random random, int[] steps, int depth)
    {
        if (steps.Length == 1)
        {
            var chance = random.Next(3) == 0 ? 0.6 : 1;
            return run =>
            {
                if (random.NextDouble() < chance)
                {
                    run.Add(steps[0]);
                }
            };
        }

        var count = Math.Min(steps.Length, random.Next(2, depth == 0 ? 8 : 5));
        var parts = Enumerable.Range(0, count).Select(part => Block(random, [.. steps.Where((_, at) => at % count == part)], depth + 1)).ToArray();
        return random.Next(5) switch
        {
            0 => run => parts[random.Next(count)](run),
            1 or 2 => run => Mix(random, parts, run),
            3 when depth > 0 => run => Repeat(random, parts, run),
            _ => run => Array.ForEach(parts, part => part(run)),
        };
    }

    private static void Repeat(Random random, Action<List<int>>[] parts, List<int> run)
    {
        do
        {
            Array.ForEach(parts, part => part(run));
        }
        while (random.Next(3) == 0);
    }

    /// <summary>The parts side by side, in any order that keeps the order inside each.</summary>
    private static void Mix(Random random, Action<List<int>>[] parts, List<int> run)
    {
        var queues = parts.Select(part =>
        {
            var own = new List<int>();
            part(own);
            return new Queue<int>(own);
        }).ToList();
        while (queues.RemoveAll(queue => queue.Count == 0) >= 0 && queues.Count > 0)
        {
            run.Add(queues[random.Next(queues.Count)].Dequeue());
        }
    }
}
