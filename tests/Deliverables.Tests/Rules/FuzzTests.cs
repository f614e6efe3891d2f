using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>Mutations of valid files: whatever arrives, an answer that holds together, in bounded time.</summary>
public sealed class FuzzTests
{
    private const int OrdinaryRuns = 1_500;
    private const int DemandedRuns = 100_000;
    private const int MostSecondsARun = 10;

    [Fact]
    public void No_mutation_of_a_valid_file_breaks_the_check() => Run(OrdinaryRuns, firstSeed: 1);

    [Fact]
    [Trait("Run", "Long")]
    public void No_mutation_among_a_hundred_thousand_breaks_the_check() => Run(DemandedRuns, firstSeed: 1_000_000);

    private static void Run(int runs, int firstSeed)
    {
        var flat = FecDraft.Valid(170);
        byte[][] originals = [flat.Bytes(), System.Text.Encoding.UTF8.GetBytes(FecXml.Write(flat)), System.Text.Encoding.UTF8.GetBytes(FecBreaks.Directed(flat))];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken };
        Parallel.For(0, runs, options, run => CheckMutation(originals[run % originals.Length], firstSeed + run));
    }

    private static void CheckMutation(byte[] original, int seed)
    {
        var bytes = Mutated(original, new(seed));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        try
        {
            var report = Check.Bytes(bytes, name: ValidFec.Name);

            report.Summary.Lines.ShouldBeLessThanOrEqualTo(bytes.Length);
            foreach (var (rule, count, lines) in report.Official.Findings.Select(finding => (finding.Rule, finding.Count, finding.Lines))
                .Concat(report.Controls.Select(finding => (finding.Rule, finding.Count, finding.Lines))))
            {
                count.ShouldBePositive($"{rule}, seed {seed}");
                lines.Length.ShouldBeLessThanOrEqualTo(FecReport.MostLines, $"{rule}, seed {seed}");
                lines.Zip(lines.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second, $"{rule}, seed {seed}");
            }

            report.Controls.ShouldAllBe(finding => finding.Message.Length > 0 && finding.Question.Length > 0);
        }
        catch (UnreadableFec)
        {
            // Refused as unreadable: an answer too.
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw new InvalidOperationException($"seed {seed}", problem);
        }

        System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds.ShouldBeLessThan(MostSecondsARun, $"seed {seed}");
    }

    private static byte[] Mutated(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes.Insert(at, "\t|\r\n,.-+\0<>&"u8[random.Next(12)]);
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)'9', length));
                    break;
            }

            if (bytes.Count == 0)
            {
                return [];
            }
        }

        return [.. bytes];
    }
}
