using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary><c>pupitre log stats LOG</c>: the figures with which one gets to know a log.</summary>
internal static class LogStatsCommand
{
    private const int MostActivities = 10;

    public static Command Create(Terminal terminal)
    {
        var log = new LogArguments();
        var command = new Command("stats", Texts.Log_Stats);
        log.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var figures = LogFigures.Of(log.Load(parsed, terminal, token).Whole, token);
            if (log.IsJson(parsed))
            {
                WriteJson(terminal.Out, figures);
            }
            else
            {
                WriteTable(terminal.Out, figures);
            }

            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    private static void WriteJson(TextWriter output, LogFigures figures)
    {
        using var text = new JsonText(output);
        var json = text.Writer;
        json.WriteStartObject();
        json.WriteNumber("cases", figures.Basis.Cases);
        json.WriteNumber("events", figures.Basis.Events);
        json.WriteNumber("activities", figures.Activities);
        json.WriteNumber("variants", figures.Variants.Count);
        json.WriteNumber("edges", figures.Graph.Edges.Length);
        json.WriteString("from", figures.First is { } first ? WireTime.Utc(first) : null);
        json.WriteString("to", figures.Last is { } last ? WireTime.Utc(last) : null);
        json.WriteNumber("selfLoops", figures.Rework.SelfLoops);
        json.WriteNumber("reworkCases", figures.Rework.Cases);
        json.WriteNumber("repeats", figures.Rework.Repeats);
        WriteDurations(json, figures.Durations.Figures);
        LogDfgCommand.WriteCounts(text, "start", figures.Graph.Starts, figures.Graph.Activities);
        LogDfgCommand.WriteCounts(text, "end", figures.Graph.Ends, figures.Graph.Activities);
        json.WriteEndObject();
        text.End();
    }

    private static void WriteDurations(Utf8JsonWriter json, DurationFigures durations)
    {
        json.WriteStartObject("caseSeconds");
        foreach (var (name, seconds) in (ReadOnlySpan<(string, double)>)[("mean", durations.MeanSeconds), ("p50", durations.MedianSeconds), ("p90", durations.P90Seconds), ("max", durations.MaxSeconds)])
        {
            if (durations.Count == 0)
            {
                json.WriteNull(name);
            }
            else
            {
                json.WriteNumber(name, seconds);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteTable(TextWriter output, LogFigures figures)
    {
        var (durations, names) = (figures.Durations.Figures, figures.Graph.Activities);
        LogText.Write(output, "<>",
        [
            [Texts.Log_Cases, LogText.Count(figures.Basis.Cases)],
            [Texts.Log_Events, LogText.Count(figures.Basis.Events)],
            [Texts.Log_Activities, LogText.Count(figures.Activities)],
            [Texts.Log_VariantCount, LogText.Count(figures.Variants.Count)],
            [Texts.Log_Edges, LogText.Count(figures.Graph.Edges.Length)],
            [Texts.Log_SelfLoops, LogText.Count(figures.Rework.SelfLoops)],
            [Texts.Log_ReworkCases, LogText.Count(figures.Rework.Cases)],
            [Texts.Log_Repeats, LogText.Count(figures.Rework.Repeats)],
            [Texts.Log_From, Moment(figures.First)],
            [Texts.Log_To, Moment(figures.Last)],
            [Texts.Log_MeanDuration, Duration(durations, durations.MeanSeconds)],
            [Texts.Log_MedianDuration, Duration(durations, durations.MedianSeconds)],
            [Texts.Log_SlowDuration, Duration(durations, durations.P90Seconds)],
            [Texts.Log_LongestDuration, Duration(durations, durations.MaxSeconds)],
        ]);
        WriteCounts(output, Texts.Log_Start, figures.Graph.Starts, names);
        WriteCounts(output, Texts.Log_End, figures.Graph.Ends, names);
    }

    private static void WriteCounts(TextWriter output, string heading, ImmutableArray<ActivityCount> counts, NameTable names)
    {
        output.WriteLine();
        LogText.Write(output, "<>", [[heading, Texts.Log_Cases], .. counts.Take(MostActivities).Select(count => new[] { names[count.Activity], LogText.Count(count.Count) })]);
    }

    /// <summary>A log without cases has no duration, which is not one of nought.</summary>
    private static string Duration(DurationFigures of, double seconds) => of.Count == 0 ? "-" : LogText.Duration(seconds);

    private static string Moment(Instant? instant) => instant is { } known ? known.InUtc().ToString("uuuu-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "-";
}
