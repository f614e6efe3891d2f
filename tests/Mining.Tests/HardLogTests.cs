using System.Diagnostics;
using System.Text;

namespace Pupitre.Mining.Tests;

/// <summary>Logs that nobody should have, and that somebody has: bounded in time and memory, whatever they hold.</summary>
public class HardLogTests
{
    /// <summary>Each takes about a second or less; the bound leaves room for a busy machine and still fails whatever grows with the square.</summary>
    private const int MostSeconds = 60;

    [Fact]
    public void A_million_different_activities_are_counted() => InTime(() =>
    {
        var text = new StringBuilder("case,activity,time\n");
        for (var i = 0; i < 1_000_000; i++)
        {
            text.Append(i / 4).Append(",activity ").Append(i).Append(",2026-06-01T10:00:00Z\n");
        }

        var figures = LogFigures.Of(Logs.Load(text.ToString()).Whole);
        (figures.Activities, figures.Graph.Edges.Length, figures.Variants.Count).ShouldBe((1_000_000, 750_000, 250_000));
    });

    [Fact]
    public void A_case_of_a_hundred_thousand_events_backwards_in_time_is_put_in_order() => InTime(() =>
    {
        var csv = new StringBuilder("case,activity,time\n");
        var xes = new StringBuilder("<log><trace><string key=\"concept:name\" value=\"1\"/>");
        var start = new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 100_000; i > 0; i--)
        {
            csv.Append($"1,A{i % 3},{start.AddSeconds(i):yyyy-MM-ddTHH:mm:ssZ}\n");
            xes.Append(Logs.Event("A" + (i % 3), $"{start.AddSeconds(i):yyyy-MM-ddTHH:mm:ssZ}"));
        }

        foreach (var log in (EventLog[])[Logs.Load(csv.ToString()), Logs.Load(xes.Append("</trace></log>").ToString())])
        {
            var figures = LogFigures.Of(log.Whole);
            (figures.Basis.Cases, figures.Basis.Events, figures.Variants.Count, figures.Rework.Repeats).ShouldBe((1, 100_000, 1, 99_997));
            figures.Graph.Edges.ShouldAllBe(edge => edge.Durations.MaxSeconds == 1);
        }
    });

    [Fact]
    public void Names_of_any_length_and_doubled_keys_do_no_harm() => InTime(() =>
    {
        var name = new string('x', 900_000);
        var log = Logs.Load($"case,activity,time,case,activity\n{name},{name},2026-06-01T10:00:00Z,other,other\n{name},{name},2026-06-01T11:00:00Z,,\n");

        (log.CaseCount, log.EventCount, log.CaseNames[0], log.Activities[0]).ShouldBe((1, 2, name, name));
        var doubled = Logs.Load(Logs.Xes(Logs.Trace("1", Logs.Event("A", "2026-06-01T10:00:00Z", """<string key="concept:name" value="B"/>"""))));
        Logs.Shown(doubled).ShouldBe(["1: B"]);
    });

    [Fact]
    public void A_graph_of_a_large_log_stops_when_it_is_cancelled()
    {
        var log = Logs.Load("case,activity,time\n1,A,2026-06-01T10:00:00Z\n");
        var cancelled = new CancellationToken(canceled: true);

        Should.Throw<OperationCanceledException>(() => DirectlyFollowsGraph.Of(log.Whole, cancelled));
        Should.Throw<OperationCanceledException>(() => Rework.Of(log.Whole, cancelled));
        Should.Throw<OperationCanceledException>(() => log.Whole.Where(new TransitionFilter([]), cancelled));
    }

    private static void InTime(Action act)
    {
        var started = Stopwatch.GetTimestamp();
        act();
        Stopwatch.GetElapsedTime(started).TotalSeconds.ShouldBeLessThan(MostSeconds);
    }
}
