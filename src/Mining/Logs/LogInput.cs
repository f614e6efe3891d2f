using System.IO.Compression;
using System.Xml;

namespace Pupitre.Mining;

/// <summary>The bytes of a log: unpacked when they are gzip, counted, and able to show their beginning before they are read.</summary>
internal sealed class LogInput : IDisposable
{
    /// <summary>The framework's switch that makes it refuse a truncated gzip, which it otherwise reads as if it were whole.</summary>
    private const string StrictGzip = "System.IO.Compression.UseStrictValidation";
    /// <summary>Bytes of <see cref="Beginning"/>, unless the file has fewer.</summary>
    public const int HeadSize = 64 * 1024;

    /// <summary>Bytes that a packed file may unpack to: a small one must not keep a processor busy for hours.</summary>
    public const long MostUnpackedBytes = 4L << 30;

    private readonly CountingStream _counted;

    static LogInput() => AppContext.SetSwitch(StrictGzip, isEnabled: true);

    public LogInput(Stream stream)
    {
        _counted = new(stream);
        var head = Head(_counted, 2);
        Stream packed = new PrefixedStream(head, _counted);
        IsPacked = head is [0x1f, 0x8b];
        var unpacked = IsPacked ? new LimitedStream(new GZipStream(packed, CompressionMode.Decompress), MostUnpackedBytes) : packed;
        Beginning = Guard(() => Head(unpacked, HeadSize));
        Stream = new PrefixedStream(Beginning, unpacked);
    }

    /// <summary>The file is gzipped.</summary>
    public bool IsPacked { get; }

    /// <summary>The first bytes of the unpacked log, at most 64 KiB.</summary>
    public byte[] Beginning { get; }

    /// <summary>The whole unpacked log.</summary>
    public Stream Stream { get; }

    public long BytesRead => _counted.Count;

    /// <summary>Runs a step of reading and says what is wrong with the file, when something is, in the reader's language.</summary>
    public static T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (XmlException error)
        {
            throw new UnreadableLog(error.Message.Contains("DTD", StringComparison.Ordinal) ? Texts.Xes_Dtd : Texts.Xes_BadXml.Filled(error.LineNumber, error.LinePosition), error.LineNumber > 0 ? error.LineNumber : null, error);
        }
        catch (InvalidDataException error)
        {
            throw new UnreadableLog(Texts.Log_BrokenGzip, cause: error);
        }
    }

    /// <summary>The unpacked bytes of a file that stays open, from where it stands; where it ends too early, reading says so.</summary>
    public static Stream Unpacked(Stream file)
    {
        var start = file.Position;
        var isGzip = Head(file, 2) is [0x1f, 0x8b];
        file.Position = start;
        return isGzip ? new LimitedStream(new GZipStream(file, CompressionMode.Decompress, leaveOpen: true), MostUnpackedBytes) : file;
    }

    public void Dispose() => Stream.Dispose();

    private static byte[] Head(Stream stream, int size)
    {
        var head = new byte[size];
        return head[..stream.ReadAtLeast(head, size, throwOnEndOfStream: false)];
    }

    private sealed class CountingStream(Stream inner) : ForwardStream(inner)
    {
        public long Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = Inner.Read(buffer);
            Count += read;
            return read;
        }
    }

    private sealed class PrefixedStream(byte[] prefix, Stream rest) : ForwardStream(rest)
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            if (_at == prefix.Length)
            {
                return Inner.Read(buffer);
            }

            var length = Math.Min(buffer.Length, prefix.Length - _at);
            prefix.AsSpan(_at, length).CopyTo(buffer);
            _at += length;
            return length;
        }
    }
}
