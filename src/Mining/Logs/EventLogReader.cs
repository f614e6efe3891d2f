using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Reads an event log forward, one event at a time, without ever holding the whole of it: <see cref="XesReader"/> or
/// <see cref="CsvLogReader"/>; <see cref="LogFile.Open"/> recognises which. The properties speak of the event that <see cref="Read"/> reached.
/// </summary>
/// <remarks>
/// Events without a case, an activity or a readable time are left out and counted in <see cref="LeftOut"/>. Strings that repeat are the
/// same object. Not safe for several threads.
/// </remarks>
public abstract class EventLogReader : IDisposable
{
    /// <summary>Identifier of the case.</summary>
    public abstract string Case { get; }

    /// <summary><c>concept:name</c> of the event.</summary>
    public abstract string Activity { get; }

    /// <summary><c>lifecycle:transition</c>, or null.</summary>
    public abstract string? Transition { get; }

    /// <summary><c>org:resource</c>, or null.</summary>
    public abstract string? Resource { get; }

    /// <summary><c>time:timestamp</c>, to 100 ns. For a day (<see cref="IsDay"/>) its first instant in the zone of the log.</summary>
    public abstract Instant Time { get; }

    /// <summary>The offset that the log wrote, or null for a time without one.</summary>
    public abstract Offset? Offset { get; }

    /// <summary>The log gives a day and no hour.</summary>
    public abstract bool IsDay { get; }

    /// <summary>Physical line of the event in the (unpacked) file, from 1.</summary>
    public abstract long Line { get; }

    /// <summary>Number of the event in the file, from 0, those left out included: it breaks ties of time.</summary>
    public abstract long Position { get; }

    /// <summary>
    /// Number of the trace that holds the event, from 0, or null where a case is all that bears its name (CSV). Two traces of one name are two cases.
    /// </summary>
    public abstract long? Trace { get; }

    /// <summary>The event's attributes in the file's order, those above included under their names in the file, global defaults last.</summary>
    public abstract ReadOnlySpan<LogAttribute> Attributes { get; }

    /// <summary>The attributes of the event's case, global defaults last; none in a CSV.</summary>
    public abstract ReadOnlySpan<LogAttribute> CaseAttributes { get; }

    /// <summary>Events left out so far.</summary>
    public LeftOut LeftOut { get; } = new();

    /// <summary>What was guessed, for people to check: which columns were taken for what, encoding, separator.</summary>
    public abstract IReadOnlyList<string> Guesses { get; }

    /// <summary>Bytes of the file consumed so far, packed ones when it is gzipped: the measure of progress.</summary>
    public abstract long BytesRead { get; }

    /// <summary>Moves to the next event.</summary>
    /// <returns>False at the end of the log.</returns>
    /// <exception cref="UnreadableLog">The file cannot be read further; the message names line and reason.</exception>
    public abstract bool Read();

    /// <summary>The text of the attribute of that exact name on the event, else on its case, or null; the last one when it is written twice.</summary>
    public string? ValueOf(string name) => Last(Attributes, name) ?? Last(CaseAttributes, name);

    /// <summary>For a reader whose <see cref="Read"/> gave nothing: refuses the log when there were events, none of which could be used.</summary>
    /// <exception cref="UnreadableLog">Events were left out.</exception>
    public void RefuseUnusable() => LoadEventLog.RefuseUnusable(LeftOut, events: 0);

    private static string? Last(ReadOnlySpan<LogAttribute> attributes, string name)
    {
        for (var i = attributes.Length - 1; i >= 0; i--)
        {
            if (attributes[i].Name == name)
            {
                return attributes[i].Value;
            }
        }

        return null;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>A name and a text; dates and numbers are the file's own text.</summary>
public readonly record struct LogAttribute(string Name, string Value);

/// <summary>The file is not a log that can be read: where, and why, in the reader's language.</summary>
public sealed class UnreadableLog(string message, long? line = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Physical line in the unpacked file, or null when the whole is concerned.</summary>
    public long? Line { get; } = line;
}
