namespace Pupitre.Load;

/// <summary>From the start on a folder that the program knows to the first page, and the memory that it then holds.</summary>
internal static class StartUp
{
    private const double MaxMilliseconds = 2_000;
    private const double MaxMegabytes = 200;
    private const int Rounds = 5;

    public static async Task MeasureAsync(Figures figures, string? published)
    {
        var folder = Directory.CreateTempSubdirectory("pupitre-load-").FullName;
        try
        {
            var program = await PublishedPupitre.ProgramAsync(Path.Combine(folder, "program"), published);
            var data = Path.Combine(folder, "data");
            await OnceAsync(program, data);
            var rounds = new List<(double Milliseconds, double ProcessorMs, double Megabytes)>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add(await OnceAsync(program, data));
            }

            var took = Figures.Median(rounds.Select(round => round.Milliseconds));
            var worked = Figures.Median(rounds.Select(round => round.ProcessorMs));
            figures.AtMost($"Start to first page, median of {Rounds}", took, MaxMilliseconds, "ms");
            figures.AtMost($"The same, processor time, median of {Rounds}", worked, 2 * MaxMilliseconds, "ms");
            figures.AtMost("Memory after start and first page", rounds.Max(round => round.Megabytes), MaxMegabytes, "MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Milliseconds, double ProcessorMs, double Megabytes)> OnceAsync(string program, string data)
    {
        await using var pupitre = new PublishedPupitre(program, data);
        var took = await pupitre.ServeAsync();
        return (took, Figures.ProcessorMs(pupitre.ProcessId), Figures.HeldMegabytes(pupitre.ProcessId));
    }
}
