using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Calendars;

namespace Pupitre.Load;

/// <summary>
/// The pages of the map of 60 processes with 600 steps, and of 2,000 with 10,000 links, over HTTP. Before each reading something is written
/// that the map does not tell; the second median is of readings before which a process was changed, so that nothing kept is of use.
/// </summary>
internal static class MapAtScale
{
    private const double MaxSmallMs = 60;
    private const double MaxLargeMs = 150;
    private const double MaxFileMegabytes = 200;
    private const int Rounds = 30;
    private const int RoundsAnew = 9;
    private const int RoundsBefore = 10;

    public static async Task MeasureAsync(Figures figures)
    {
        await MeasureAsync(figures, MapSize.Small, MaxSmallMs);
        await MeasureAsync(figures, MapSize.Large, MaxLargeMs);
    }

    private static async Task MeasureAsync(Figures figures, MapSize size, double limit)
    {
        await using var pupitre = await LoadedPupitre.StartAsync();
        MapPlaces places = null!;
        var filled = await Figures.TimeAsync(async () =>
            places = await pupitre.InsideAsync(services => new BigMap(services, size).FillAsync()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size.Processes} processes filled in {filled / 1000:0.0} s"));
        await WarmUpAsync(pupitre, places);
        foreach (var (name, path) in PagesOf(places))
        {
            var (kept, processor) = await MedianAsync(pupitre, path, Rounds, new SubjectRef(CompanyCalendar.Kind, places.Person));
            var (anew, processorAnew) = await MedianAsync(pupitre, path, RoundsAnew, new SubjectRef(Process.Kind, places.Processes[0]));
            var more = string.Create(
                CultureInfo.InvariantCulture,
                $"processor {processor:0.0}; after a change of the map {anew:0.0}, processor {processorAnew:0.0}");
            figures.AtMost($"{name}, {size.Processes:#,0} processes, median of {Rounds} ({more})", kept, limit, "ms");
        }

        await FileAsync(pupitre, figures, size);
    }

    // What runs often is compiled once more, in the background: afterwards pages take what they take from then on.
    private static async Task WarmUpAsync(LoadedPupitre pupitre, MapPlaces places)
    {
        for (var round = 0; round < RoundsBefore; round++)
        {
            foreach (var (_, path) in PagesOf(places))
            {
                await pupitre.OpenAsync(path);
            }
        }
    }

    // What a process file takes beyond what the program holds anyway.
    private static async Task FileAsync(LoadedPupitre pupitre, Figures figures, MapSize size)
    {
        var before = Figures.HeldAfterCollection();
        Figures.ForgetPeak();
        long bytes = 0;
        var took = await Figures.TimeAsync(async () =>
        {
            var address = new Uri($"/{LoadedPupitre.Slug}/processes/file.zip", UriKind.Relative);
            using var answer = await pupitre.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            await using var content = await answer.Content.ReadAsStreamAsync();
            var buffer = new byte[1 << 16];
            for (int read; (read = await content.ReadAsync(buffer)) > 0;)
            {
                bytes += read;
            }
        });
        var megabytes = Figures.PeakMegabytes(Environment.ProcessId) - before;
        var more = string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB in {took / 1000:0.0} s");
        figures.AtMost($"Memory for the process file of {size.Processes:#,0} processes ({more})", megabytes, MaxFileMegabytes, "MB");
    }

    private static IEnumerable<(string Name, string Path)> PagesOf(MapPlaces places)
    {
        var first = places.Processes[0];
        var ticked = string.Join('&', places.Processes.Take(25).Select(id => "process=" + id));
        return new[]
        {
            ("Inventory", ""),
            ("Inventory, searched", "?q=paie"),
            ("Picture", "/map"),
            ("Picture of a domain", "/map?domain=Payroll"),
            ("Picture of what hangs on a process", "/map?of=" + first),
            ("Critical flows", "/critical"),
            ("What stops, overview", "/impact"),
            ("What stops without a person", "/impact?of=Person." + places.Person),
            ("What stops without a tool", "/impact?of=Tool." + places.Tool),
            ("Links", "/links"),
            ("Links, searched", "/links?q=paie"),
            ("Re-keyings", "/rekeyings"),
            ("Decisions", "/decisions"),
            ("Lots", "/lots"),
            ("Agreements on the map", "/agreements"),
            ("Process", "/" + first),
            ("Diagnosis of a process", $"/{first}/diagnosis"),
            ("Make or buy", $"/{first}/costs"),
            ("Target", $"/{first}/targets/1"),
            ("Process file, its page", "/file"),
            ("Preview of a change in bulk", $"/bulk?{ticked}&criticality=High"),
            ("Catalogue", "/catalogue"),
            ("Tools", "/tools"),
            ("Form of a link", "/links/new"),
        }.Select(page => (page.Item1, $"/{LoadedPupitre.Slug}/processes{page.Item2}"));
    }

    // The processor's time is that of the whole process: client and collector included.
    private static async Task<(double Milliseconds, double Processor)> MedianAsync(
        LoadedPupitre pupitre, string path, int rounds, SubjectRef written)
    {
        await pupitre.OpenAsync(path);
        var times = new List<double>();
        var processor = TimeSpan.Zero;
        for (var round = 0; round < rounds; round++)
        {
            await pupitre.InsideAsync(services => WriteAsync(services, written));
            var before = Environment.CpuUsage.TotalTime;
            times.Add(await pupitre.OpenAsync(path));
            processor += Environment.CpuUsage.TotalTime - before;
        }

        return (Figures.Median(times), processor.TotalMilliseconds / rounds);
    }

    private static async Task<bool> WriteAsync(IServiceProvider services, SubjectRef about)
    {
        var db = services.GetRequiredService<Db>();
        db.Record(about.Kind == Process.Kind ? "ProcessEdited" : "CalendarArchived", about, new { Name = "Objet" });
        await db.SaveChangesAsync();
        return true;
    }
}
