using System.IO.Compression;
using System.Text;
using NodaTime;
using Pupitre.App.Commands;

namespace Pupitre.Product.Tests.Commands;

/// <summary>What a command wrote, and its exit code: run inside the test with Wednesday 11 February 2026 as today.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Task<CommandRun> OfAsync(string input, params string[] args) => OfAsync(Encoding.UTF8.GetBytes(input), args);

    public static async Task<CommandRun> OfAsync(byte[] input, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new(() => new MemoryStream(input), output, error, new WednesdayClock()));
        return new(code, output.ToString(), error.ToString());
    }

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private sealed class WednesdayClock : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 2, 11, 12, 0);
    }
}
