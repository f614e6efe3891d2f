using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Pupitre.Product.Tests;

/// <summary>The single file that <c>dotnet dev.cs package</c> makes, which names it in <c>PUPITRE_PACKAGED</c> and runs these tests.</summary>
public sealed partial class PackagedProgramTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact(Explicit = true)]
    public async Task Starts_on_an_empty_folder_and_serves_its_styles_and_both_languages()
    {
        var program = Environment.GetEnvironmentVariable("PUPITRE_PACKAGED");
        program.ShouldNotBeNull("dotnet dev.cs package makes the program and names it here.");
        var folder = Directory.CreateTempSubdirectory("pupitre-package-").FullName;
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}/") };
        using var process = Start(program, folder, http.BaseAddress);
        try
        {
            await WaitUntilReadyAsync(http, process);
            var french = await PageAsync(http, "fr");
            var english = await PageAsync(http, "en");
            french.ShouldContain("lang=\"fr\"");
            english.ShouldContain("lang=\"en\"");
            Title().Match(english).Value.ShouldNotBe(Title().Match(french).Value);
            (await http.GetStringAsync(new Uri(StyleSheet().Match(french).Groups["path"].Value, UriKind.Relative), TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(10_000);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string program, string folder, Uri address)
    {
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--data", Path.Combine(folder, "data"), "--urls", address.AbsoluteUri.TrimEnd('/')])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task WaitUntilReadyAsync(HttpClient http, Process process)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < _patience)
        {
            process.HasExited.ShouldBeFalse("The packaged program ended by itself.");
            try
            {
                using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new ShouldAssertException("The packaged program does not answer /health/ready.");
    }

    private static async Task<string> PageAsync(HttpClient http, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("account/sign-in", UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await http.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"/?(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StyleSheet();

    [GeneratedRegex("<h1[^>]*>.*?</h1>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();
}
