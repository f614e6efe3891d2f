using System.Text;
using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>Reads a flat file line by line over a few buffers: only their size depends on the file, through its longest line.</summary>
internal sealed class FlatReader(FecFile file, IFecSink sink, CancellationToken token) : IDisposable
{
    /// <summary>A longer line is no line of an accounting file.</summary>
    public const int MostLineBytes = 64 << 20;

    private const int BatchBytes = 1 << 16;
    private const int LeastReadBytes = BatchBytes / 4;
    private const int LinesBetweenChecks = 4096;

    private readonly LineHandOver _handOver = new(sink, BatchBytes);
    private readonly int _closingYear = FecName.Parse(file.Name)?.Year ?? FecHeader.FirstStrictYear;
    private LineBatch _batch = null!;
    private int _start;
    private int _end;
    private bool _isLastRead;
    private FecHeader? _header;
    private LineCutter _cutter = null!;

    public FormatProof Proof { get; } = new();

    public FecFormat Format => Proof.Format(_header);

    /// <summary>Reads every part. False when rule TCD-04 refuses the header; nothing is then read further.</summary>
    public bool Run()
    {
        _batch = _handOver.Take();
        for (var part = 0; part < file.Parts.Length; part++)
        {
            using var stream = file.Parts[part].Open();
            (_start, _isLastRead) = (_end, false);
            if (!ReadPart(stream, isFirst: part == 0))
            {
                return false;
            }
        }

        _handOver.End(_batch);
        return true;
    }

    public void Dispose() => _handOver.Dispose();

    private bool ReadPart(Stream stream, bool isFirst)
    {
        SkipByteOrderMark(isFirst, stream);
        var isHeader = true;
        while (NextLine(stream, out var start, out var length))
        {
            Proof.SeeLine(_batch.Bytes.AsSpan(start, length));
            if (Proof.Lines % LinesBetweenChecks == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            if (isHeader)
            {
                isHeader = false;
                if (TryHeader(_batch.Bytes.AsSpan(start, length), isFirst) is { } goOn)
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
        var header = FecHeader.Parse(line, _closingYear);
        if (!isFirst && (header is null || !header.Has(FecColumn.CompteNum) || !header.Has(FecColumn.EcritureNum)))
        {
            return null;
        }

        if (header is null)
        {
            return false;
        }

        (_header, _cutter) = (header, new(header));
        if (isFirst)
        {
            sink.Header(header);
        }

        return true;
    }

    private void Split(int start, int length)
    {
        if (Blanks.Trim(_batch.Bytes, start, start + length).Length == 0)
        {
            sink.EmptyLine(Proof.Lines);
            return;
        }

        var line = _batch.Next();
        _cutter.Cut(line, _batch.Bytes, start, length, Proof.Lines);
        sink.Judge(line);
        sink.Look(line);
    }

    private void SkipByteOrderMark(bool isFirst, Stream stream)
    {
        while (_end - _start < 3 && !_isLastRead)
        {
            Fill(stream);
        }

        if (_batch.Bytes.AsSpan(_start, _end - _start).StartsWith(Encoding.UTF8.Preamble))
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
            var bytes = _batch.Bytes;
            var found = bytes.AsSpan(_start + searched, _end - _start - searched).IndexOfAny((byte)'\r', (byte)'\n');
            var at = _start + searched + found;
            if (found >= 0 && (at + 1 < _end || bytes[at] == (byte)'\n' || _isLastRead))
            {
                var isPair = bytes[at] == (byte)'\r' && at + 1 < _end && bytes[at + 1] == (byte)'\n';
                Proof.SeeEnd(bytes[at], isPair);
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
        if (_batch.Bytes.Length - _end < LeastReadBytes)
        {
            Turn();
        }

        var read = stream.Read(_batch.Bytes, _end, _batch.Bytes.Length - _end);
        _isLastRead = read == 0;
        _end += WithoutNul(_batch.Bytes.AsSpan(_end, read));
    }

    /// <summary>Hands the lines so far over, and goes on in another batch with the bytes that are no line yet.</summary>
    private void Turn()
    {
        var rest = _end - _start;
        if (rest > MostLineBytes)
        {
            throw new UnreadableFec(Texts.Flat_LineTooLong.With(Proof.Lines + 1, MostLineBytes >> 20));
        }

        var next = _handOver.Take();
        if (rest > next.Bytes.Length / 2)
        {
            Array.Resize(ref next.Bytes, rest * 2);
        }

        _batch.Bytes.AsSpan(_start, rest).CopyTo(next.Bytes);
        _handOver.Give(_batch);
        (_batch, _start, _end) = (next, 0, rest);
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
