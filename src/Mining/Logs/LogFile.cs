namespace Pupitre.Mining;

/// <summary>Opens an event log of any known form: XES or CSV, gzipped or not, recognised by its bytes.</summary>
public static class LogFile
{
    /// <summary>Opens a log over <paramref name="stream"/>, which the reader then owns. The stream need not seek.</summary>
    /// <exception cref="UnreadableLog">It is none of the known forms.</exception>
    public static EventLogReader Open(Stream stream, LogOptions? options = null)
    {
        options ??= new();
        var facts = stream.CanSeek ? CsvFacts.Prove(stream, options) : CsvFacts.None;
        return Open(new LogInput(stream), options, facts, leavesDatesOpen: false);
    }

    internal static EventLogReader Open(LogInput input, LogOptions options, CsvFacts facts, bool leavesDatesOpen) => input.Beginning switch
    {
        [] => throw new UnreadableLog(Texts.Log_Empty),
        [(byte)'P', (byte)'K', 3, 4, ..] => throw new UnreadableLog(Texts.Log_IsZip),
        _ when IsXml(input.Beginning) => new XesReader(input, options),
        _ => new CsvLogReader(input, options, facts) { LeavesDatesOpen = leavesDatesOpen },
    };

    internal static bool IsCsv(ReadOnlySpan<byte> beginning) => beginning is not ([] or [(byte)'P', (byte)'K', 3, 4, ..]) && !IsXml(beginning);

    /// <summary>The first character that is neither white space nor part of a byte order mark (or of UTF-16) is an angle bracket.</summary>
    internal static bool IsXml(ReadOnlySpan<byte> beginning) =>
        beginning.TrimStart((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf, 0xfe, 0xff, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']) is [(byte)'<', ..];
}
