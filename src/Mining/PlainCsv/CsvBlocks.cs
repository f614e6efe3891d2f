using System.Text;

namespace Pupitre.Mining;

/// <summary>
/// Cuts the bytes of a CSV into blocks of whole rows, which several threads take in turns. What costs time (looking at rows) is left to them;
/// only where quotes stand does the cut itself have to follow them.
/// </summary>
internal sealed class CsvBlocks(Stream stream, byte separator, CancellationToken token)
{
    private const int BlockBytes = 1 << 20;

    /// <summary>A row beyond the longest one that is accepted, in bytes: reading stops there, and the row is refused.</summary>
    private const int MostBytes = CsvRows.LongestRow * 4;

    private readonly Lock _gate = new();
    private byte[] _rest = [];
    private int _restLength;
    private int _next;
    private bool _isAtEnd;
    private Exception? _failure;

    /// <summary>Why reading stopped before the end, or null.</summary>
    public Exception? Failure => _failure;

    /// <summary>Fills <paramref name="block"/> with the next rows; false when there are none.</summary>
    public bool Next(CsvBlock block)
    {
        lock (_gate)
        {
            if (_isAtEnd || _failure is not null)
            {
                return false;
            }

            token.ThrowIfCancellationRequested();
            Fill(block);
            block.Number = _next++;
            return block.Length > 0;
        }
    }

    /// <summary>Lets nobody take another block.</summary>
    public void Stop(Exception? failure = null)
    {
        lock (_gate)
        {
            _failure ??= failure;
            _isAtEnd = true;
        }
    }

    private void Fill(CsvBlock block)
    {
        var length = _restLength;
        block.Reserve(Math.Max(BlockBytes, length * 2));
        _rest.AsSpan(0, length).CopyTo(block.Buffer);
        while (true)
        {
            length += stream.ReadAtLeast(block.Buffer.AsSpan(length), block.Buffer.Length - length, throwOnEndOfStream: false);
            _isAtEnd = length < block.Buffer.Length;
            var text = block.Buffer.AsSpan(0, length);
            block.HasQuotes = text.Contains((byte)'"');
            block.Length = _isAtEnd || length > MostBytes ? length : EndOfRows(text, block.HasQuotes);
            if (block.Length > 0 || _isAtEnd)
            {
                break;
            }

            block.Reserve(block.Buffer.Length * 2);
        }

        _restLength = length - block.Length;
        _rest = _rest.Length >= _restLength ? _rest : new byte[Math.Max(_restLength, BlockBytes)];
        block.Buffer.AsSpan(block.Length, _restLength).CopyTo(_rest);
    }

    /// <summary>How many bytes are whole rows.</summary>
    private int EndOfRows(ReadOnlySpan<byte> text, bool hasQuotes)
    {
        if (!hasQuotes)
        {
            return text.LastIndexOf((byte)'\n') + 1;
        }

        var end = 0;
        var structure = new QuotedStructure(text, separator);
        while (structure.Next(out var at) && !structure.IsOpen)
        {
            end = text[at] == '\n' ? at + 1 : end;
        }

        return end;
    }
}

/// <summary>Some whole rows of a CSV.</summary>
internal sealed class CsvBlock
{
    /// <summary>Number of the block in the file, from 0.</summary>
    public int Number { get; set; }

    public byte[] Buffer { get; private set; } = [];

    public int Length { get; set; }

    public bool HasQuotes { get; set; }

    public ReadOnlySpan<byte> Text => Buffer.AsSpan(0, Length);

    /// <summary>Makes room, and keeps what is there.</summary>
    public void Reserve(int bytes)
    {
        if (Buffer.Length < bytes)
        {
            var larger = GC.AllocateUninitializedArray<byte>(bytes);
            Buffer.CopyTo(larger, 0);
            Buffer = larger;
        }
    }

    /// <summary>Brings bytes that are no UTF-8 into it, as <paramref name="encoding"/> reads them; false when there were none.</summary>
    public bool MakeUtf8(Encoding encoding)
    {
        if (System.Text.Unicode.Utf8.IsValid(Text))
        {
            return false;
        }

        Buffer = Encoding.UTF8.GetBytes(encoding.GetString(Text));
        Length = Buffer.Length;
        return true;
    }
}
