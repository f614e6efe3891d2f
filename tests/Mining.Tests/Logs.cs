using System.IO.Compression;
using System.Text;
using NodaTime;

namespace Pupitre.Mining.Tests;

/// <summary>Logs written in a test, read whole.</summary>
internal static class Logs
{
    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public static EventLogReader Open(string text, LogOptions? options = null) => Open(Encoding.UTF8.GetBytes(text), options);

    public static EventLogReader Open(byte[] bytes, LogOptions? options = null) => LogFile.Open(new MemoryStream(bytes), options);

    public static List<ReadEvent> ReadAll(string text, LogOptions? options = null) => ReadAll(Open(text, options));

    public static List<ReadEvent> ReadAll(EventLogReader reader)
    {
        using (reader)
        {
            var events = new List<ReadEvent>();
            while (reader.Read())
            {
                events.Add(new(
                    reader.Case, reader.Activity, reader.Transition, reader.Resource, reader.Time, reader.Offset, reader.IsDay, reader.Line,
                    string.Join("|", reader.Attributes.ToArray().Select(attribute => attribute.Name + "=" + attribute.Value)),
                    string.Join("|", reader.CaseAttributes.ToArray().Select(attribute => attribute.Name + "=" + attribute.Value))));
            }

            return events;
        }
    }

    public static EventLog Load(string text, EventLogOptions? options = null) => EventLog.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);

    public static EventLog LoadCorpus(string name) => EventLog.Load(File.OpenRead(Corpus.Log(name)));

    /// <summary>One line per case: its name and its activities.</summary>
    public static List<string> Shown(EventLog log) => Shown(log.Whole);

    public static List<string> Shown(LogView view)
    {
        var lines = new List<string>();
        for (var i = 0; i < view.CaseCount; i++)
        {
            var activities = new List<string>();
            foreach (var item in view.EventsOf(view.CaseAt(i)))
            {
                activities.Add(view.Log.Activities[view.Log.EventActivities[item]]);
            }

            lines.Add(view.Log.CaseNames[view.CaseAt(i)] + ": " + string.Join(", ", activities));
        }

        return lines;
    }

    public static string Xes(string body, string root = "<log>") => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n{body}\n</log>";

    public static string Event(string activity, string time, string more = "") =>
        $"""<event><string key="concept:name" value="{activity}"/><date key="time:timestamp" value="{time}"/>{more}</event>""";

    public static string Trace(string name, params string[] events) => $"""<trace><string key="concept:name" value="{name}"/>{string.Concat(events)}</trace>""";
}

internal sealed record ReadEvent(
    string Case, string Activity, string? Transition, string? Resource, Instant Time, Offset? Offset, bool IsDay, long Line, string Attributes, string CaseAttributes);
