namespace Pupitre.Mining;

/// <summary>Opens an event log of any known form: XES or CSV, gzipped or not, recognised by its bytes.</summary>
public static class LogFile
{
    /// <summary>Opens a log over <paramref name="stream"/>, which the reader then owns. The stream need not seek.</summary>
    /// <exception cref="UnreadableLog">It is none of the known forms.</exception>
    public static EventLogReader Open(Stream stream, LogOptions? options = null) => throw new NotImplementedException(stream + " " + options);
}
