using System.Buffers;
using System.Xml;

namespace Pupitre.Mining;

/// <summary>
/// Loads a XES log by several threads, piece by piece. It gives exactly what <see cref="XesReader"/> gives of the whole, or nothing: whatever is
/// unusual or wrong with the file is left to that, which then reads it from its beginning.
/// </summary>
internal sealed class LoadXesPieces
{
    private const int MostWorkers = 8;
    private const int HeadBytes = 64 * 1024;

    private readonly EventLogOptions _options;
    private readonly LogOptions _reading;
    private readonly XesCut _cut;
    private readonly CancellationToken _token;
    private readonly List<ReadPiece> _read = [];
    private XesDefaults? _defaults;

    private LoadXesPieces(Stream text, EventLogOptions options, CancellationToken token)
    {
        (_options, _token) = (options, token);
        _reading = options.Reading with { Attributes = LoadEventLog.Wanted(options) };
        _cut = new(new TagGuard(text), token);
    }

    /// <summary>Loads the log, or gives null and puts the file back where it stood.</summary>
    public static EventLog? TryRun(Stream file, EventLogOptions options, CancellationToken token)
    {
        var start = file.Position;
        try
        {
            if (IsXml(file))
            {
                file.Position = start;
                var log = new LoadXesPieces(LogInput.Unpacked(file), options, token).Run();
                if (log is not null)
                {
                    return log;
                }
            }
        }
        catch (Exception unusual) when (unusual is UnreadableLog or XmlException or InvalidDataException)
        {
            // The reader of the whole says what it is, and where.
        }

        file.Position = start;
        return null;
    }

    private static bool IsXml(Stream file)
    {
        var head = new byte[HeadBytes];
        return LogFile.IsXml(head.AsSpan(0, LogInput.Unpacked(file).ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    private EventLog? Run()
    {
        // What the log declares stands before its first trace.
        if (_cut.Next() is { } first)
        {
            Read(first);
        }

        var workers = Math.Clamp(Environment.ProcessorCount, 1, MostWorkers);
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => ReadAll());
        _token.ThrowIfCancellationRequested();
        return _cut.HasFailed ? null : Merged();
    }

    private void ReadAll()
    {
        try
        {
            while (_cut.Next() is { } piece)
            {
                Read(piece);
            }
        }
        catch (Exception)
        {
            // The reader of the whole meets it again, and says what it is.
            _cut.Fail();
        }
    }

    private void Read(XesPiece piece)
    {
        using var reader = new XesReader(new LogInput(new MemoryStream(piece.Bytes, 0, piece.Length)), _reading, _defaults);
        var reading = new LogReading(reader, _options);
        reading.AddAll(_token);
        if (reader.UnnamedCases > 0)
        {
            // Such a case is named by its place in the whole, which a piece does not know.
            _cut.Fail();
        }

        ArrayPool<byte>.Shared.Return(piece.Bytes);
        _defaults ??= reader.Defaults;
        lock (_read)
        {
            _read.Add(new(piece.Number, piece.LinesBefore, reading, reader.LeftOut));
        }
    }

    private EventLog Merged()
    {
        var whole = new EventLogBuilder(_options.Attributes, _options.MostEvents);
        var leftOut = new LeftOut();
        var (others, days) = (0L, 0L);
        foreach (var piece in _read.OrderBy(piece => piece.Number))
        {
            whole.Append(piece.Reading.Builder);
            leftOut.Add(piece.LeftOut, piece.LinesBefore);
            others += piece.Reading.OfOtherTransitions;
            days += piece.Reading.DaysWithoutHour;
        }

        LoadEventLog.RefuseIncomplete(leftOut, _options);
        LoadEventLog.RefuseUnusable(leftOut, whole.Count);
        return whole.Build(columns => columns with { LeftOut = leftOut, OfOtherTransitions = others, DaysWithoutHour = days }, _token);
    }

    private sealed record ReadPiece(int Number, long LinesBefore, LogReading Reading, LeftOut LeftOut);
}
