using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>Reads a flat file line by line over one buffer: only the buffer's size depends on the file, through its longest line.</summary>
internal sealed class FlatReader(FecFile file, IFecSink sink, CancellationToken token)
{
    /// <summary>A longer line is no line of an accounting file.</summary>
    public const int MostLineBytes = 64 << 20;

    private const int FirstBufferBytes = 1 << 18;
    private const int LinesBetweenChecks = 4096;

    private readonly FecLine _line = new();
    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _start;
    private int _end;
    private bool _isLastRead;
    private FecHeader? _header;
    private int[] _columns = [];

    public FormatProof Proof { get; } = new();

    public FecFormat Format => Proof.Format(_header);

    /// <summary>Reads every part. False when rule TCD-04 refuses the header; nothing is then read further.</summary>
    public bool Run()
    {
        for (var part = 0; part < file.Parts.Length; part++)
        {
            using var stream = file.Parts[part].Open();
            (_start, _end, _isLastRead) = (0, 0, false);
            if (!ReadPart(stream, isFirst: part == 0))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadPart(Stream stream, bool isFirst)
    {
        Fill(stream);
        SkipByteOrderMark(isFirst, stream);
        var isHeader = true;
        while (NextLine(stream, out var start, out var length))
        {
            Proof.SeeLine(_buffer.AsSpan(start, length));
            if (Proof.Lines % LinesBetweenChecks == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            if (isHeader)
            {
                isHeader = false;
                if (TryHeader(_buffer.AsSpan(start, length), isFirst) is { } goOn)
                {
                    if (!goOn)
                    {
                        return false;
                    }

                    continue;
                }
            }

            Split(start, length);
        }

        return !isHeader || !isFirst;
    }

    /// <summary>Null when the line is data: a later part may have been cut without repeating the header.</summary>
    private bool? TryHeader(ReadOnlySpan<byte> line, bool isFirst)
    {
        var header = FecHeader.Parse(line);
        if (!isFirst && (header is null || !header.Has(FecColumn.CompteNum) || !header.Has(FecColumn.EcritureNum)))
        {
            return null;
        }

        if (header is null)
        {
            return false;
        }

        _header = header;
        _columns = [.. header.Fields.Select(field => field is { } column ? (int)column : -1)];
        _line.HasDirection = header.HasDirection;
        if (isFirst)
        {
            sink.Header(header);
        }

        return true;
    }

    private void Split(int start, int length)
    {
        var separator = _header!.Separator;
        var end = start + length;
        ReadOnlySpan<byte> bytes = _buffer;
        if (Blanks.Trim(bytes, start, end, separator).Length == 0)
        {
            sink.EmptyLine(Proof.Lines);
            return;
        }

        _line.Begin(_buffer, Proof.Lines);
        var columns = _columns;
        var field = 0;
        for (var at = start; at <= end; field++)
        {
            var found = bytes[at..end].IndexOf(separator);
            var fieldEnd = found < 0 ? end : at + found;
            if (fieldEnd > at && field < columns.Length && columns[field] >= 0)
            {
                var (from, size) = bytes[at] > ' ' && bytes[at] < 0x7F && bytes[fieldEnd - 1] is > (byte)' ' and not 0xA0
                    ? (at, fieldEnd - at)
                    : Blanks.Trim(bytes, at, fieldEnd, separator);
                _line.Set((FecColumn)columns[field], from, size);
            }

            at = fieldEnd + 1;
        }

        _line.End(fits: field == columns.Length);
        sink.Line(_line);
    }

    private void SkipByteOrderMark(bool isFirst, Stream stream)
    {
        while (_end - _start < 3 && !_isLastRead)
        {
            Fill(stream);
        }

        if (_buffer.AsSpan(_start, _end - _start).StartsWith(Encoding.UTF8.Preamble))
        {
            _start += Encoding.UTF8.Preamble.Length;
            Proof.HasByteOrderMark |= isFirst;
        }
    }

    /// <summary>Finds the next line; a carriage return at the end of what was read may be followed by its line feed.</summary>
    private bool NextLine(Stream stream, out int start, out int length)
    {
        var searched = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_start + searched, _end - _start - searched);
            var found = rest.IndexOfAny((byte)'\r', (byte)'\n');
            var at = _start + searched + found;
            if (found >= 0 && (at + 1 < _end || _buffer[at] == (byte)'\n' || _isLastRead))
            {
                var isPair = _buffer[at] == (byte)'\r' && at + 1 < _end && _buffer[at + 1] == (byte)'\n';
                Proof.SeeEnd(_buffer[at], isPair);
                (start, length) = (_start, at - _start);
                _start = at + (isPair ? 2 : 1);
                return true;
            }

            if (_isLastRead)
            {
                (start, length) = (_start, _end - _start);
                _start = _end;
                return length > 0;
            }

            searched = found >= 0 ? searched + found : _end - _start;
            Fill(stream);
        }
    }

    private void Fill(Stream stream)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MostLineBytes)
            {
                throw new UnreadableFec(Texts.Flat_LineTooLong.Filled(Proof.Lines + 1, MostLineBytes >> 20));
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isLastRead = read == 0;
        _end += WithoutNul(_buffer.AsSpan(_end, read));
    }

    /// <summary>Rule TCD-03: NUL bytes are removed.</summary>
    private static int WithoutNul(Span<byte> read)
    {
        var kept = read.IndexOf((byte)0);
        if (kept < 0)
        {
            return read.Length;
        }

        foreach (var value in read[kept..])
        {
            if (value != 0)
            {
                read[kept++] = value;
            }
        }

        return kept;
    }
}
