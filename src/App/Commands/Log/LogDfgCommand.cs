using System.Collections.Immutable;
using System.CommandLine;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary><c>pupitre log dfg LOG</c>: which activity directly follows which, how often, after how long.</summary>
internal static class LogDfgCommand
{
    public static Command Create(Terminal terminal)
    {
        var log = new LogArguments();
        var command = new Command("dfg", Texts.Log_Dfg);
        log.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var graph = DirectlyFollowsGraph.Of(log.Load(parsed, terminal, token).Whole, token);
            if (log.IsJson(parsed))
            {
                WriteJson(terminal.Out, graph);
            }
            else
            {
                WriteTable(terminal.Out, graph);
            }

            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    internal static void WriteCounts(JsonText text, string name, ImmutableArray<ActivityCount> counts, NameTable names)
    {
        text.Writer.WriteStartObject(name);
        foreach (var count in counts)
        {
            text.Writer.WriteNumber(names[count.Activity], count.Count);
            text.Pass();
        }

        text.Writer.WriteEndObject();
    }

    private static void WriteJson(TextWriter output, DirectlyFollowsGraph graph)
    {
        using var text = new JsonText(output);
        var json = text.Writer;
        json.WriteStartObject();
        json.WriteStartArray("edges");
        foreach (var edge in graph.Edges)
        {
            json.WriteStartObject();
            json.WriteString("from", graph.Activities[edge.From]);
            json.WriteString("to", graph.Activities[edge.To]);
            json.WriteNumber("count", edge.Count);
            json.WriteNumber("meanSeconds", edge.Durations.MeanSeconds);
            json.WriteNumber("p50Seconds", edge.Durations.MedianSeconds);
            json.WriteEndObject();
            text.Pass();
        }

        json.WriteEndArray();
        WriteCounts(text, "start", graph.Starts, graph.Activities);
        WriteCounts(text, "end", graph.Ends, graph.Activities);
        json.WriteEndObject();
        text.End();
    }

    private static void WriteTable(TextWriter output, DirectlyFollowsGraph graph) => LogText.Write(output, "<<>>>>",
    [
        [Texts.Log_EdgeFrom, Texts.Log_EdgeTo, Texts.Log_Times, Texts.Log_Mean, Texts.Log_Median, Texts.Log_Slow],
        .. graph.Edges.Select(edge => new[]
        {
            graph.Activities[edge.From], graph.Activities[edge.To], LogText.Count(edge.Count),
            LogText.Duration(edge.Durations.MeanSeconds), LogText.Duration(edge.Durations.MedianSeconds), LogText.Duration(edge.Durations.P90Seconds),
        }),
    ]);
}
