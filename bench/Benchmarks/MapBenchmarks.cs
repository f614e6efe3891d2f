using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Roles;
using Pupitre.ProcessMap.Impact;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.Benchmarks;

/// <summary>What stops with a person who alone can do a tenth of 2,000 processes, over 10,000 links, one in five unknown.</summary>
[Config(typeof(WithLimits))]
public class MapBenchmarks
{
    private const int Processes = 2_000;
    private const int Links = 10_000;
    private const int Seed = 20_261_129;
    private const double MsToNs = 1e6;

    private WholeMap _map = null!;
    private GraphLink[] _links = [];
    private LinkGraph _graph = null!;
    private int[] _stopped = [];
    private ImpactSubject _person = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(Seed);
        var person = new MapName(Guid.CreateVersion7(), "Personne");
        var processes = Enumerable.Range(0, Processes)
            .Select(at => new MapProcess(Guid.CreateVersion7(), "Processus " + at, Domain.Accounting, Criticality.Normal)
            {
                Parts = at % 10 == 0 ? [new MapPart(person, Duty: null, KnowHowLevel.Alone)] : [],
            }).ToList();
        _links =
        [
            .. Enumerable.Range(0, Links)
                .Select(at => new GraphLink(random.Next(Processes), random.Next(Processes), at % 5 == 0 ? null : random.Next(60))),
        ];
        _graph = LinkGraph.Of(Processes, _links);
        _stopped = [.. Enumerable.Range(0, Processes).Where(at => at % 10 == 0)];
        _person = new ImpactSubject(ImpactKind.Person, person.Id, person.Name, _stopped.Length);
        _map = new WholeMap(processes, [.. _links.Select(link => new MapLink(link.From, link.To, "document", link.Days))]);
        _ = _map.Graph;
    }

    [Benchmark(Baseline = true)]
    [Limit(2 * MsToNs)]
    public StopReach Graph_built_and_stop_spread() => SpreadOfStop.Run(LinkGraph.Of(Processes, _links), _stopped);

    [Benchmark]
    [Limit(2 * MsToNs)]
    public StopReach Stop_spread() => SpreadOfStop.Run(_graph, _stopped);

    [Benchmark]
    [Limit(10 * MsToNs)]
    public int Answer_for_a_person_whole() => FindImpact.Of(_map, _person).Stops.Count;

    private sealed class WithLimits : ManualConfig
    {
        public WithLimits() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).AddColumn(new RatioToLimitColumn());
    }
}
