using System.CommandLine;
using System.Text.Json;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Measure;

/// <summary><c>pupitre measure LOG --commitment FILE</c>: what an event log says of a commitment, in the three readings.</summary>
internal static class MeasureCommand
{
    public static Command Create(Terminal terminal)
    {
        var log = new Argument<string>("LOG") { Description = Texts.Measure_Log };
        var commitment = new Option<string>("--commitment") { Description = Texts.Measure_Commitment, Required = true };
        var map = new Option<string?>("--map") { Description = Texts.Measure_Map };
        var columns = new LogColumnOptions();
        var asOf = new Option<string?>("--as-of") { Description = Texts.Measure_AsOf };
        var lifecycle = new Option<string?>("--lifecycle") { Description = Texts.Measure_Lifecycle };
        var json = new Option<bool>("--json") { Description = Texts.Measure_Json };
        var command = new Command("measure", Texts.Measure_About) { log, commitment, map, asOf, lifecycle, json };
        columns.AddTo(command);
        command.SetAction(parsed =>
        {
            var mapping = columns.Of(parsed);
            var figures = Run(
                terminal,
                parsed.GetRequiredValue(log),
                MeasuredCommitment.Load(parsed.GetRequiredValue(commitment)),
                parsed.GetValue(map) is { } file ? mapping.Else(LogMapping.Load(file)) : mapping,
                parsed.GetValue(asOf),
                parsed.GetValue(lifecycle));
            terminal.Out.WriteLine(parsed.GetValue(json) ? figures.ToJson().ToJsonString(new JsonSerializerOptions()) : MeasureTable.Of(figures));
            return CommandLine.Done;
        });
        return command;
    }

    private static MeasureFigures Run(Terminal terminal, string path, MeasuredCommitment commitment, LogMapping mapping, string? asOfText, string? lifecycle)
    {
        try
        {
            using var reader = LogFile.Open(LogPath.Open(terminal, path), mapping.Options(EventMeaning.AttributesFor(commitment)));
            Instant? asOf = asOfText is null ? null : WireTime.Parse(asOfText, commitment.Calendar.Zone, "--as-of");
            return Measure(reader, commitment, asOf, lifecycle, terminal.Error);
        }
        catch (UnreadableLog unreadable)
        {
            throw new Refused(Texts.Cli_UnreadableLog.With(path, unreadable.Line is { } line ? Texts.Cli_AtLine.With(line) : "", unreadable.Message));
        }
    }

    /// <summary>Reads a log and judges its cases; notices go to <paramref name="notices"/>.</summary>
    internal static MeasureFigures Measure(EventLogReader reader, MeasuredCommitment commitment, Instant? asOf, string? lifecycle, TextWriter notices)
    {
        var log = MeasuredLog.Read(reader, commitment, lifecycle);
        foreach (var guess in reader.Guesses)
        {
            notices.WriteLine(guess);
        }

        Notice(notices, Texts.Measure_LeftOut, reader.LeftOut.Total, reader.LeftOut.WithoutCase, reader.LeftOut.WithoutActivity, reader.LeftOut.WithoutTime, reader.LeftOut.FirstLine);
        Notice(notices, Texts.Measure_OutsideCalendar, log.OutsideCalendar);
        Notice(notices, Texts.Measure_DaysAsMidnight, log.DaysWithoutHour);
        var figures = new MeasureFigures();
        if (log.Last is { } last)
        {
            log.Judge(commitment.Clock(), asOf ?? last, figures.Add);
        }

        return figures;
    }

    private static void Notice(TextWriter notices, string text, long count, params ReadOnlySpan<object?> details)
    {
        if (count > 0)
        {
            notices.WriteLine(text.With([count, .. details]));
        }
    }
}
