using Pupitre.Mining;

namespace Pupitre.MiningBench;

/// <summary>A log of 260,000 events, 24 activities and 4,366 variants, made up: the same at every run.</summary>
internal static class SyntheticVariants
{
    public const int Events = 260_000;
    public const int Activities = 24;
    public const int Variants = 4_366;

    private const int Seed = 4366;

    /// <summary>
    /// Runs of a process of choices, options, parallel parts and loops, in a tenth of which two neighbours have changed places, so that no cut
    /// holds for all; the commonest come most often, until the events are as many as stated.
    /// </summary>
    public static VariantTable Make()
    {
        var random = new Random(Seed);
        var distinct = new Dictionary<string, int[]>(StringComparer.Ordinal);
        while (distinct.Count < Variants)
        {
            var run = Run(random);
            distinct.TryAdd(string.Join(',', run), run);
        }

        var runs = distinct.Values.ToList();
        var cases = new int[runs.Count];
        Array.Fill(cases, 1);
        var events = runs.Sum(run => run.Length);
        for (var rank = 0; events + runs[rank].Length <= Events; rank = (int)(runs.Count * Math.Pow(random.NextDouble(), 4)))
        {
            cases[rank]++;
            events += runs[rank].Length;
        }

        return new(new(Enumerable.Range(0, Activities).Select(number => "activity " + number)), runs.Select((run, at) => (run, cases[at])));
    }

    private static int[] Run(Random random)
    {
        List<int> run = [0, 1];
        Shuffled(run, random, 2, 3, 4);
        do
        {
            run.Add(random.Next(5, 8));
            Shuffled(run, random, 8, 9, 10, 11);
            Maybe(run, random, 12);
        }
        while (random.Next(3) == 0);
        run.Add(random.Next(13, 16));
        Maybe(run, random, 16);
        Maybe(run, random, 17);
        Shuffled(run, random, 18, 19);
        while (random.Next(2) == 0)
        {
            run.Add(20);
        }

        run.Add(random.Next(21, 24));
        if (random.Next(10) == 0)
        {
            var at = random.Next(run.Count - 1);
            (run[at], run[at + 1]) = (run[at + 1], run[at]);
        }

        return [.. run];
    }

    private static void Maybe(List<int> run, Random random, int activity)
    {
        if (random.Next(2) == 0)
        {
            run.Add(activity);
        }
    }

    private static void Shuffled(List<int> run, Random random, params int[] activities)
    {
        random.Shuffle(activities);
        run.AddRange(activities);
    }
}
