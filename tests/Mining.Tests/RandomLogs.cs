using CsCheck;
using NodaTime;

namespace Pupitre.Mining.Tests;

/// <summary>Small random logs: few cases and activities, many ties of time.</summary>
internal static class RandomLogs
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];

    public static Gen<RandomEvent[]> Events { get; } =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 4], Gen.Long[0, 20], (number, activity, hour) => new RandomEvent("case " + number, Names[activity], hour)).Array[0, 60];

    public static EventLog Log(IEnumerable<RandomEvent> events)
    {
        var builder = new EventLogBuilder();
        foreach (var item in events)
        {
            builder.Add(item.Case, item.Activity, Instant.FromUnixTimeSeconds(item.Hour * 3_600));
        }

        return builder.Build();
    }

    /// <summary>Figures as text, with names instead of numbers.</summary>
    public static string Shown(LogFigures figures)
    {
        var names = figures.Graph.Activities;
        var edges = figures.Graph.Edges.Select(edge => $"{names[edge.From]}>{names[edge.To]} {edge.Durations}");
        var counts = figures.Graph.Starts.Concat(figures.Graph.Ends).Concat(figures.Graph.Occurrences).Select(count => $"{names[count.Activity]} {count.Count}");
        var repeated = figures.Rework.Activities.Select(activity => $"{names[activity.Activity]} {activity.Cases} {activity.Repeats} {activity.SelfLoops}");
        return string.Join('\n', [.. edges, .. counts, .. repeated, .. Shown(figures.Variants), figures.Durations.Figures.ToString(), $"{figures.First} {figures.Last} {figures.Activities}"]);
    }

    public static IEnumerable<string> Shown(VariantTable variants)
    {
        for (var variant = 0; variant < variants.Count; variant++)
        {
            var line = variants.CasesOf(variant) + ":";
            foreach (var activity in variants[variant])
            {
                line += " " + variants.Names[activity];
            }

            yield return line;
        }
    }
}

internal sealed record RandomEvent(string Case, string Activity, long Hour);
