using System.Runtime.InteropServices;

namespace Pupitre.Recognition.Tables;

/// <summary>A file on its way into a source: events and bad rows, one after the other.</summary>
public abstract class EventFile : IDisposable
{
    /// <summary>The event that <see cref="Read"/> reached; lent until the next.</summary>
    public IncomingEvent Event { get; } = new();

    /// <summary>The bad row that <see cref="Read"/> reached, or null when it reached an event.</summary>
    public BadRow? Bad { get; protected set; }

    /// <summary>Bytes read so far: the measure of progress.</summary>
    public abstract long BytesRead { get; }

    /// <summary>Moves to the next event or bad row; false at the end.</summary>
    public abstract bool Read();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>A row that cannot be taken.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BadRow(int Line, string Reason, string Text);
