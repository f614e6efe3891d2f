using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Acornima.Ast;
using Jint;
using Jint.Runtime;
using Microsoft.AspNetCore.Hosting;

namespace Pupitre.Flows.Map;

/// <summary>
/// Places the boxes and lines of a flow in layers, from top to bottom, with dagre: the layout library that browsers use, run here by an
/// interpreter, so that the page, its print and a reader without scripts get the same drawing. The interpreter has a time limit and a
/// memory limit: a graph that is too dense is refused and never hangs a request. Few are placed at a time, whoever asks: each may take all of both.
/// </summary>
public sealed class LayOutGraph(IWebHostEnvironment environment) : IDisposable
{
    /// <summary>Graphs that are placed at the same time, over all companies.</summary>
    public const int MostAtOnce = 2;

    private const string Library = "assets/graph-layout.js";
    private const int TimeoutMs = 8_000;
    private const long MaxMemoryBytes = 256L << 20;

    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly Lazy<Prepared<Script>> _script = new(() => Engine.PrepareScript(ReadLibrary(environment), Library));

    /// <summary>Makes ready what the first drawing of a program needs, for whoever has time to spare before it.</summary>
    public void Prepare(CancellationToken token) => Run([new GraphBox(1, 1), new GraphBox(1, 1)], [new GraphLine(0, 1, 1, 1, 1)], token);

    /// <summary>Waits for a turn, which ends when it is disposed of.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken token)
    {
        await _turns.WaitAsync(token);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>Places a graph; the caller has a turn (<see cref="EnterAsync"/>).</summary>
    /// <returns>Where everything lies, or null when the graph is too dense to be placed within the limits.</returns>
    public GraphLayout? Run(IReadOnlyList<GraphBox> boxes, IReadOnlyList<GraphLine> lines, CancellationToken token)
    {
        using var engine = new Engine(options => options.TimeoutInterval(TimeSpan.FromMilliseconds(TimeoutMs)).LimitMemory(MaxMemoryBytes).CancellationToken(token));
        try
        {
            engine.Execute(_script.Value);
            return Read(engine.Invoke("layOut", Write(boxes, lines)).AsString());
        }
        catch (Exception problem) when (problem is TimeoutException or MemoryLimitExceededException)
        {
            return null;
        }
    }

    private static string ReadLibrary(IWebHostEnvironment environment)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(Library).CreateReadStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Write(IReadOnlyList<GraphBox> boxes, IReadOnlyList<GraphLine> lines) => JsonSerializer.Serialize(new
    {
        nodes = boxes.Select(box => new[] { box.Width, box.Height }),
        edges = lines.Select(line => new[] { line.From, line.To, line.Weight, line.LabelWidth, line.LabelHeight }),
    });

    private static GraphLayout Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new GraphLayout(
            root.GetProperty("width").GetDouble(),
            root.GetProperty("height").GetDouble(),
            [.. root.GetProperty("nodes").EnumerateArray().Select(Point)],
            [.. root.GetProperty("edges").EnumerateArray().Select(edge => new LinePlace([.. edge.GetProperty("points").EnumerateArray().Select(Point)], Point(edge.GetProperty("label"))))]);
    }

    private static PlacePoint Point(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}

/// <summary>A box to place, in units of the drawing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GraphBox(double Width, double Height);

/// <summary>A line from one box to another, by their places in the list.</summary>
/// <param name="Weight">How much it asks to be short and straight: 1 or more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GraphLine(int From, int To, double Weight, double LabelWidth, double LabelHeight);

/// <summary>Where everything lies.</summary>
/// <param name="Boxes">Middle of each box.</param>
public sealed record GraphLayout(double Width, double Height, IReadOnlyList<PlacePoint> Boxes, IReadOnlyList<LinePlace> Lines);

/// <summary>Points that a line passes, from its first box to its last, and the middle of its label.</summary>
public sealed record LinePlace(IReadOnlyList<PlacePoint> Points, PlacePoint Label);

/// <summary>A place in the drawing: x to the right, y down.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlacePoint(double X, double Y);
