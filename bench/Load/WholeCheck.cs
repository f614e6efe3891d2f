using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Load;

/// <summary>The command <c>pupitre check fec</c> over 1,000,000 lines, from start to end, in turn with mawk's sum of two columns.</summary>
internal static class WholeCheck
{
    private const int Lines = 1_000_000;
    private const int Passes = 9;
    private const double MostOfMawk = 1.5;

    public static async Task MeasureAsync(Figures figures, string? published)
    {
        var folder = Directory.CreateTempSubdirectory("pupitre-load-").FullName;
        try
        {
            var program = await PublishedPupitre.ProgramAsync(Path.Combine(folder, "program"), published);
            var path = Path.Combine(folder, ValidFec.Name);
            await BigFec.WriteAsync(path, Lines);
            var (checks, sums, processor) = (new List<double>(), new List<double>(), new List<double>());
            for (var pass = 0; pass <= Passes; pass++)
            {
                var mawk = BigFec.Milliseconds(() => BigFec.Mawk(path));
                var before = Figures.ProcessorMsOfChildren();
                var (said, took, _) = await PublishedPupitre.RunAsync(program, "check", "fec", path);
                if (!said.Contains(ValidFec.Name, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException("The file could not be checked.");
                }

                // The first pass brings program and file into memory.
                if (pass > 0)
                {
                    sums.Add(mawk);
                    checks.Add(took);
                    processor.Add(Figures.ProcessorMsOfChildren() - before);
                }
            }

            var (check, sum) = (Figures.Median(checks), Figures.Median(sums));
            var what = $"check fec of 1,000,000 lines, whole command, against mawk's sum, medians of {Passes}";
            figures.AtMost(what, check / sum, MostOfMawk, "times");
            figures.AtMost($"The whole command, median of {Passes}", check, 1_000, "ms");
            figures.AtMost($"Its processor time, median of {Passes}", Figures.Median(processor), 2_000, "ms");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
