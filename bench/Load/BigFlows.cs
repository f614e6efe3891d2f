namespace Pupitre.Load;

/// <summary>
/// The pages of flows over half a million events that came in through the wizard: what the first reader of a fresh program waits for, what
/// the next ones do, and what it takes of memory.
/// </summary>
internal static class BigFlows
{
    private const double MaxFirstMs = 2_000;
    private const double MaxWholeMs = 4_000;
    private const double MaxOtherMs = 1_000;
    private const double MaxAgainMs = 150;
    private const double MaxFilteredMs = 1_000;
    private const double MaxMegabytes = 500;
    private const int Rounds = 15;

    private static readonly string[] _others = ["variants", "waiting", "rework", "handovers", "drift", "cycles", "cases", "draft?noise=20"];

    public static async Task MeasureAsync(Figures figures)
    {
        var (log, isReal) = BigLog.Open();
        await using var pupitre = await LoadedPupitre.StartAsync();
        var (_, _, events, _) = await pupitre.InsideAsync(services => BigLog.ImportAsync(services, log, isReal));
        await pupitre.OpenAsync($"/{LoadedPupitre.Slug}/evidence");
        var before = Figures.HeldAfterCollection();
        Figures.ForgetPeak();
        var (first, whole) = await pupitre.OpenFlowAsync("");
        figures.AtMost($"Flow map of {events:#,0} events, first opening of a fresh program: until the map or how far it is", first, MaxFirstMs, "ms");
        figures.AtMost("The same until the map", whole, MaxWholeMs, "ms");
        foreach (var page in _others)
        {
            figures.AtMost($"Flows, {page}: first opening after the map's", (await pupitre.OpenFlowAsync("/" + page)).Whole, MaxOtherMs, "ms");
        }

        var activity = Uri.EscapeDataString(isReal ? "Send for Credit Collection" : "Looked at");
        figures.AtMost("Flow map narrowed to a step, first opening", (await pupitre.OpenFlowAsync("?activity=" + activity)).Whole, MaxFilteredMs, "ms");
        figures.AtMost("Flow map narrowed to a year, first opening", (await pupitre.OpenFlowAsync("?from=2010-01-01&to=2010-12-31")).Whole, MaxFilteredMs, "ms");
        if (isReal)
        {
            figures.AtMost("Flow map with one more column, read anew", (await pupitre.OpenFlowAsync("?attribute=vehicleClass")).Whole, MaxWholeMs, "ms");
        }

        await AgainAsync(pupitre, figures, "");
        await AgainAsync(pupitre, figures, "?activity=" + activity);
        figures.AtMost("Memory at most while these pages were opened", Figures.PeakMegabytes(Environment.ProcessId), MaxMegabytes, "MB");
        Console.WriteLine($"held before {before:0} MB, after {Figures.HeldAfterCollection():0} MB");
    }

    private static async Task AgainAsync(LoadedPupitre pupitre, Figures figures, string query)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add((await pupitre.OpenFlowAsync(query)).Whole);
        }

        figures.AtMost($"Flow map{(query.Length > 0 ? " narrowed to a step" : "")} again, median of {Rounds}", Figures.Median(times), MaxAgainMs, "ms");
    }
}
