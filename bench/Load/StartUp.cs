using System.Diagnostics;
using System.Net.Sockets;

namespace Pupitre.Load;

/// <summary>
/// The program as it is published, as a process of its own: from its start on a folder that it knows to the first page, and the memory
/// that it then holds.
/// </summary>
internal static class StartUp
{
    private const double MaxSeconds = 2;
    private const double MaxMegabytes = 200;
    private const int Rounds = 5;

    public static async Task MeasureAsync(Figures figures)
    {
        var folder = Directory.CreateTempSubdirectory("pupitre-load-").FullName;
        try
        {
            var program = await PublishAsync(Path.Combine(folder, "program"));
            var data = Path.Combine(folder, "data");
            await OnceAsync(program, data);
            var rounds = new List<(double Milliseconds, double Megabytes)>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add(await OnceAsync(program, data));
            }

            figures.AtMost("Start to first page, median of 5", Figures.Median(rounds.Select(round => round.Milliseconds)) / 1000, MaxSeconds, "s");
            figures.AtMost("Memory after start and first page", rounds.Max(round => round.Megabytes), MaxMegabytes, "MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> PublishAsync(string folder)
    {
        using var publish = Process.Start("dotnet", ["publish", Path.Combine("src", "App"), "-c", "Release", "-v", "q", "-o", folder]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, "pupitre.dll") : throw new InvalidOperationException("The program could not be published: run this at the root of the repository.");
    }

    private static async Task<(double Milliseconds, double Megabytes)> OnceAsync(string program, string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var http = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--data", data, "--urls", address])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        process.BeginOutputReadLine();
        try
        {
            while (!await AnswersAsync(http, address + "/account/sign-in"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }

            return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, Figures.HeldMegabytes(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
