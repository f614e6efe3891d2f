namespace Pupitre.Deliverables.Fec;

/// <summary>Bytes of the file and the lines cut out of them, on their way from the reader to the rules.</summary>
internal sealed class LineBatch(int bytes)
{
    private readonly List<FecLine> _lines = [];
    private int _count;

    public byte[] Bytes = new byte[bytes];

    /// <summary>The header that stands before these lines, when one does.</summary>
    public FecHeader? Header { get; set; }

    /// <summary>A line to fill.</summary>
    public FecLine Next()
    {
        if (_count == _lines.Count)
        {
            _lines.Add(new());
        }

        return _lines[_count++];
    }

    public void Tell(IFecSink sink)
    {
        if (Header is { } header)
        {
            sink.Header(header);
        }

        for (var at = 0; at < _count; at++)
        {
            var line = _lines[at];
            if (line.IsEmpty)
            {
                sink.EmptyLine(line.Number);
            }
            else
            {
                sink.Line(line);
            }
        }
    }

    public void Clear() => (_count, Header) = (0, null);
}
