using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Intake.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>The large public log through the code path of the wizard. Run in Release for figures: see docs/benchmarks.md.</summary>
public sealed class RoadTrafficImportTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int Events = 561_470;
    private const int Cases = 150_370;
    private const int MinEventsPerSecond = 15_000;

    [Fact(Explicit = true)]
    [Trait("Run", "Long")]
    public async Task Imports_half_a_million_events_and_reads_their_cases()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? "../shared/corpus", "logs", "road-traffic-fines.xes.gz");
        Assert.SkipUnless(File.Exists(path), "The corpus of public logs is not here; set PUPITRE_CORPUS.");
        var company = await pupitre.HaveCompanyAsync();

        var (importId, seconds) = await ImportAsync(company, path);

        var (cases, events, ms) = await ReadAsync(company, importId);
        Console.WriteLine($"{events / seconds:N0} events/s imported ({seconds:N1} s), {events:N0} events of {cases:N0} cases read in {ms:N0} ms, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, database {new FileInfo(pupitre.Place.SqliteFile).Length >> 20} MB");
        (cases, events).ShouldBe((Cases, Events));
        (events / seconds).ShouldBeGreaterThan(MinEventsPerSecond);
    }

    private Task<(Guid Source, double Seconds)> ImportAsync(TestCompany company, string path) => pupitre.InsideAsync(company, async services =>
    {
        await using var content = File.OpenRead(path);
        var file = await services.GetRequiredService<ReceiveFile>().RunAsync(content, "amendes.xes.gz", null, keepContent: true, null, CancellationToken.None);
        var mapping = new TableMapping { Shape = TableShape.Log };
        var request = new ImportRequest(file.Id, null, "Amendes", null, mapping, new SourceRules(SourceClass.Provider, [new SourceRule(EventPattern.Activity("Payment"), SourceClass.Receipt)]), [], TakesGoodRowsOnly: true);
        var watch = Stopwatch.StartNew();
        var import = await services.GetRequiredService<StartImport>().RunAsync(request, CancellationToken.None);
        await WaitAsync(company, import.Id);
        return (import.SourceId, watch.Elapsed.TotalSeconds);
    });

    private async Task WaitAsync(TestCompany company, Guid importId)
    {
        while (await pupitre.InsideAsync(company, async services => (await services.GetRequiredService<ReadImport>().RunAsync(importId, CancellationToken.None)).Import.State) == ImportState.Running)
        {
            await Task.Delay(100);
        }
    }

    private Task<(int Cases, int Events, double Ms)> ReadAsync(TestCompany company, Guid sourceId) => pupitre.InsideAsync(company, async services =>
    {
        var read = services.GetRequiredService<ReadCases>();
        await read.RunAsync(sourceId, [], CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var cases = await read.RunAsync(sourceId, [], CancellationToken.None);
        return (cases.CaseCount, cases.EventCount, watch.Elapsed.TotalMilliseconds);
    });
}
