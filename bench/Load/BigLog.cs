using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Intake.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Service;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;
using Pupitre.Start.FirstRun;

namespace Pupitre.Load;

/// <summary>
/// Half a million events through the code of the wizard, then the pages that stand on them. The log is the public one of road traffic
/// fines when it is there (<c>PUPITRE_CORPUS</c>, else <c>../shared/corpus</c>), and one of the same size made here otherwise.
/// </summary>
internal static class BigLog
{
    private static readonly string[] _names = ["Réponse au journal", "La même, pour l'échauffement"];

    private const string LogName = "road-traffic-fines.xes.gz";
    private const int GeneratedCases = 150_370;
    private const double MinEventsPerSecond = 15_000;
    private const double MaxMegabytes = 500;
    private const double MaxUncachedMs = 1_500;
    private const double MaxCachedMs = 100;
    private const double MaxCaseListMs = 50;
    private const double MinPagesPerSecond = 200;
    private const int Rounds = 30;
    private const int Readers = 4;
    private const int PagesPerReader = 250;

    // What one node answers in a second is what it goes on answering, not what it does while its code is still being compiled.
    private const int WarmUpPagesPerReader = 250;

    public static async Task MeasureAsync(Figures figures)
    {
        var (log, isReal) = Open();
        Console.WriteLine(isReal ? LogName : "generated log of the same size");
        await using var pupitre = await LoadedPupitre.StartAsync();
        var (commitment, twin, events, took) = await pupitre.InsideAsync(services => ImportAsync(services, log, isReal));
        figures.AtLeast($"Import of {events:#,0} events", events / took.TotalSeconds, MinEventsPerSecond, "events/s");
        figures.AtMost("Memory at most, import included", Figures.PeakMegabytes(Environment.ProcessId), MaxMegabytes, "MB");
        await ScorecardAsync(pupitre, figures, commitment, twin);
        await CaseListAsync(pupitre, figures, commitment);
    }

    private static async Task ScorecardAsync(LoadedPupitre pupitre, Figures figures, Guid commitment, Guid twin)
    {
        // The warm-up is another commitment over the same cases, so that nothing of this one is kept from it.
        var path = $"/{LoadedPupitre.Slug}/scorecards/{commitment}";
        var other = $"/{LoadedPupitre.Slug}/scorecards/{twin}";
        await pupitre.OpenAsync(other);
        figures.AtMost("Scorecard, uncached after one warm-up", await pupitre.OpenAsync(path), MaxUncachedMs, "ms");
        var cached = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            cached.Add(await pupitre.OpenAsync(path));
        }

        figures.AtMost($"Scorecard, cached, median of {Rounds}", Figures.Median(cached), MaxCachedMs, "ms");
    }

    private static async Task CaseListAsync(LoadedPupitre pupitre, Figures figures, Guid commitment)
    {
        var path = $"/{LoadedPupitre.Slug}/scorecards/{commitment}/cases?page=";
        await pupitre.OpenAsync(path + 1);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await pupitre.OpenAsync(path + (round + 1)));
        }

        figures.AtMost($"Case list page of 20 rows, median of {Rounds}", Figures.Median(times), MaxCaseListMs, "ms");
        await TurnPagesAsync(pupitre, path, WarmUpPagesPerReader);
        var took = await Figures.TimeAsync(() => TurnPagesAsync(pupitre, path, PagesPerReader));
        figures.AtLeast($"Case list pages, {Readers} readers at once, after {Readers * WarmUpPagesPerReader:#,0} of them", Readers * PagesPerReader / (took / 1000), MinPagesPerSecond, "pages/s");
    }

    private static Task TurnPagesAsync(LoadedPupitre pupitre, string path, int pages) => Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
    {
        for (var page = 0; page < pages; page++)
        {
            await pupitre.OpenAsync(path + (1 + (((reader * pages) + page) % Rounds)));
        }
    }));

    /// <summary>Brings it in as the wizard does, with two commitments that are measured on it.</summary>
    public static async Task<(Guid Commitment, Guid Twin, long Events, TimeSpan Took)> ImportAsync(IServiceProvider services, Stream log, bool isReal)
    {
        var db = services.GetRequiredService<Db>();
        var (commitment, twin) = await CommitmentsAsync(services, isReal);
        await using var content = log;
        var received = await services.GetRequiredService<ReceiveFile>().RunAsync(content, isReal ? LogName : "log.csv.gz", null, keepContent: true, place: null, CancellationToken.None);
        var mapping = isReal ? new TableMapping { Shape = TableShape.Log } : new TableMapping { Shape = TableShape.Event, Case = "case", Activity = "activity", Time = "time", Columns = ["case", "activity", "time"], Separator = ',', Zone = "UTC" };
        var request = new ImportRequest(received.Id, null, "Journal", null, mapping, SourceRules.AllObserved, [commitment, twin], TakesGoodRowsOnly: true);
        var import = await services.GetRequiredService<StartImport>().BeginAsync(request, CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        await services.GetRequiredService<RunImport>().RunAsync(import.Id, null, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started);
        var done = await db.Set<Import>().AsNoTracking().SingleAsync(row => row.Id == import.Id);
        return (commitment, twin, done.Counts.EventsAdded, took);
    }

    private static async Task<(Guid, Guid)> CommitmentsAsync(IServiceProvider services, bool isReal)
    {
        var builder = new ServiceBuilder(services);
        await builder.HandOverAsync(Tile.Accounting, "Cabinet de charge", ServiceBuilder.QuestionsTemplate);
        var known = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
        var version = known.Versions.Single();
        var rule = CommitmentRule.Of(new ClockRule { Start = EventPattern.Activity(isReal ? "Create Fine" : "Asked"), Stop = EventPattern.Activity(isReal ? "Payment" : "Answered"), Target = new DayTarget(30, endOfDay: true) });
        var db = services.GetRequiredService<Db>();
        db.ChangeTracker.Clear();
        var made = _names.Select(name =>
        {
            var commitment = Commitment.Create(Guid.CreateVersion7(), new CommitmentPlace(known.ProcessId, known.Domain, known.Performer, known.ProviderId, known.ContractId), name, null);
            commitment.Add(new CommitmentTerms(new DateOnly(2000, 1, 1), rule, version.CalendarId, "répond", "cas", "cas"), services.GetRequiredService<IClock>().GetCurrentInstant());
            return commitment;
        }).ToList();
        db.AddRange(made);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return (made[0].Id, made[1].Id);
    }

    /// <summary>The public log, or one of its size.</summary>
    public static (Stream Content, bool IsReal) Open()
    {
        var folder = Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? Path.Combine("..", "shared", "corpus");
        var path = Path.Combine(folder, "logs", LogName);
        return File.Exists(path) ? (File.OpenRead(path), true) : (Generate(), false);
    }

    private static MemoryStream Generate()
    {
        var random = new Random(GeneratedCases);
        var start = new DateTime(2010, 1, 4, 8, 0, 0, DateTimeKind.Utc);
        var output = new MemoryStream();
        using (var zip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
        using (var lines = new StreamWriter(zip, new UTF8Encoding(false)))
        {
            lines.WriteLine("case,activity,time");
            for (var number = 0; number < GeneratedCases; number++)
            {
                var at = start.AddMinutes(random.Next(0, 1_500_000));
                foreach (var activity in (string[])["Asked", "Passed on", "Looked at", "Answered"])
                {
                    lines.WriteLine($"C{number},{activity},{at:yyyy-MM-dd'T'HH:mm:ss'Z'}");
                    at = at.AddMinutes(random.Next(1, 20_000));
                }
            }
        }

        output.Position = 0;
        return output;
    }
}
