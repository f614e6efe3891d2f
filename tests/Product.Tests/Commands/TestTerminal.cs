using System.Text;
using System.Text.Json;
using NodaTime;
using Pupitre.App.Commands;

namespace Pupitre.Product.Tests.Commands;

/// <summary>The command line inside a test: a folder for its files, and what it wrote.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pupitre-cli").FullName;

    public string Input { get; set; } = "";

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public string Have(string name, string text) => Have(name, Encoding.UTF8.GetBytes(text));

    public string Have(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<int> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new Terminal(() => new MemoryStream(Encoding.UTF8.GetBytes(Input)), output, error, SystemClock.Instance));
        (Out, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
