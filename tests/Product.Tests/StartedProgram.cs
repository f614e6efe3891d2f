using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests;

/// <summary>The program as a process of its own, as its users start it; killed without a word when it is disposed of.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private StartedProgram(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What it prints alone on a line: the link of the set-up on an empty folder, else its address.</summary>
    public string Link { get; private set; } = "";

    public static async Task<StartedProgram> StartAsync(DataPlace place)
    {
        var program = Begin(place);
        try
        {
            await program.WaitAsync();
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }

        return program;
    }

    /// <summary>Starts it, and kills it as soon as <paramref name="moment"/> has come.</summary>
    public static async Task KillWhenAsync(DataPlace place, Func<bool> moment)
    {
        await using var program = Begin(place);
        program._process.BeginOutputReadLine();
        await Until.TrueAsync(
            () =>
            {
                program._process.HasExited.ShouldBeFalse("The program ended by itself before it could be killed.");
                return moment();
            },
            "The moment to kill the program never comes.",
            TimeSpan.FromMilliseconds(1));

        program.Kill();
    }

    /// <summary>Whether it still takes new connections.</summary>
    public async Task<bool> IsListeningAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(Address.Host, Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>The lines that it has written so far, on both outputs.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    private static StartedProgram Begin(DataPlace place)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var arguments = new List<string> { Path.Combine(AppContext.BaseDirectory, "pupitre.dll"), "serve", "--data", place.Folder, "--urls", address.AbsoluteUri.TrimEnd('/') };
        if (place.Postgres is { } postgres)
        {
            arguments.AddRange(["--database", postgres]);
        }

        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var program = new StartedProgram(process, address);
        process.OutputDataReceived += (_, output) => program.Keep(output.Data);
        process.ErrorDataReceived += (_, output) => program.Keep(output.Data);
        process.BeginErrorReadLine();
        return program;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Tells it to stop, as a service manager does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(_patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task WaitAsync()
    {
        var said = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, output) =>
        {
            if (output.Data is null || output.Data.StartsWith(Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))
            {
                said.TrySetResult(output.Data);
            }
        };
        _process.BeginOutputReadLine();
        Link = await said.Task.WaitAsync(_patience) ?? throw new ShouldAssertException("The program ended before it said where it answers: " + string.Join('\n', _lines));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
