using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace Pupitre.Load;

/// <summary>
/// The program as it is published, as a process of its own: what is measured from outside, so that one client measures builds of any age.
/// </summary>
internal sealed class PublishedPupitre(string program, string data) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _printed = new();
    private Process? _process;

    public HttpClient Http { get; private set; } = null!;

    public int ProcessId => _process!.Id;

    /// <summary>Publishes the program of the tree at hand, unless the command says where one lies already.</summary>
    /// <param name="folder">Where to put it.</param>
    /// <param name="known">A folder with a published program, or null.</param>
    public static async Task<string> ProgramAsync(string folder, string? known)
    {
        if (known is not null)
        {
            return Path.Combine(known, "pupitre.dll");
        }

        using var publish = Process.Start("dotnet", ["publish", Path.Combine("src", "App"), "-c", "Release", "-v", "q", "-o", folder]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(folder, "pupitre.dll")
            : throw new InvalidOperationException("The program could not be published: run this at the root of the repository.");
    }

    /// <summary>Runs one command of the program to its end.</summary>
    public static async Task<(string Output, double Milliseconds, int ExitCode)> RunAsync(string program, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, Stopwatch.GetElapsedTime(started).TotalMilliseconds, process.ExitCode);
    }

    /// <summary>Starts to serve, and returns how long it took to the first page, in milliseconds.</summary>
    public async Task<double> ServeAsync()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
        var started = Stopwatch.GetTimestamp();
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--data", data, "--urls", address])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, line) => _printed.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        while (!await AnswersAsync())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException("The program ended: " + string.Join('\n', _printed));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public async Task SignInAsync(string email, string password)
    {
        var path = new Uri("/account/sign-in", UriKind.Relative);
        var fields = await HiddenAsync(path, "main form");
        (fields["Input.Email"], fields["Input.Password"]) = (email, password);
        await PostAsync(path, fields);
    }

    public async Task PostAsync(Uri path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await Http.PostAsync(path, content);
        answer.EnsureSuccessStatusCode();
        if (answer.RequestMessage!.RequestUri!.AbsolutePath == path.OriginalString)
        {
            throw new InvalidOperationException($"The form of {path} came back.");
        }
    }

    public async Task<Dictionary<string, string>> HiddenAsync(Uri path, string selector)
    {
        var html = await Http.GetStringAsync(path);
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        return ((IHtmlFormElement)page.QuerySelector(selector)!).Elements.OfType<IHtmlInputElement>()
            .Where(input => input is { Type: "hidden", Name.Length: > 0 })
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
    }

    public async Task<double> OpenAsync(string path) => await Figures.TimeAsync(async () =>
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
