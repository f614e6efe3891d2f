using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Pupitre.Diagrams;

namespace Pupitre.Benchmarks;

/// <summary>Drawing a process of 50 steps in five lanes from its list; reading, laying out, drawing and checking a file of 9,000 elements.</summary>
[Config(typeof(WithLimits))]
public class DiagramBenchmarks
{
    private const int Steps = 50;
    private const double MsToNs = 1e6;

    private IReadOnlyList<ProcessStep> _steps = [];
    private byte[] _large = [];

    [GlobalSetup]
    public void Setup()
    {
        _steps = [.. Enumerable.Range(0, Steps).Select(at => new ProcessStep("s" + at, "Étape numéro " + at, "Rôle " + ((at / 3) % 5), at == Steps - 1 ? []
            : at % 4 == 1 && at + 3 < Steps ? [new NextStep("s" + (at + 1), 70), new NextStep("s" + (at + 3), 30)]
            : at % 11 == 5 ? [new NextStep("s" + (at + 1), null, "complet"), new NextStep("s" + (at - 3), null, "à revoir")]
            : [new NextStep("s" + (at + 1))]))];
        var tasks = (BpmnDocument.MaxElements / 2) - 1;
        _large = System.Text.Encoding.UTF8.GetBytes("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><startEvent id=\"start\"/>"
            + string.Concat(Enumerable.Range(0, tasks).Select(at => $"<task id=\"t{at}\" name=\"Étape {at}\"/>"))
            + "<sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"t0\"/>"
            + string.Concat(Enumerable.Range(1, tasks - 1).Select(at => $"<sequenceFlow id=\"f{at}\" sourceRef=\"t{at * 7 / 8}\" targetRef=\"t{at}\"/>"))
            + "</process></definitions>");
    }

    [Benchmark(Baseline = true)]
    [Limit(50 * MsToNs)]
    public int Fifty_steps_drawn() => DrawSteps.Run("Banc", _steps).Elements.Length;

    [Benchmark]
    [Limit(5_000 * MsToNs)]
    public int Nine_thousand_elements_opened()
    {
        var document = BpmnDocument.Read(_large);
        var picture = DrawPicture.Run(document, LayOut.Run(document), new PictureAbout("p", "Banc", "Banc"));
        return picture.Length + CheckDiagram.Run(document).Length;
    }

    private sealed class WithLimits : ManualConfig
    {
        public WithLimits() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).AddColumn(new RatioToLimitColumn());
    }
}
