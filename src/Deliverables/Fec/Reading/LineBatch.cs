namespace Pupitre.Deliverables.Fec;

/// <summary>Bytes of the file and the lines cut out of them, on their way from the reader to who follows them.</summary>
internal sealed class LineBatch(int bytes)
{
    private readonly List<FecLine> _lines = [];
    private int _count;

    public byte[] Bytes = new byte[bytes];

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
        for (var at = 0; at < _count; at++)
        {
            sink.Line(_lines[at]);
        }
    }

    public void Clear() => _count = 0;
}
