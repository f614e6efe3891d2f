using System.Buffers;

namespace Pupitre.Mining;

/// <summary>
/// Cuts the text of a XES log behind traces, and makes of every piece a log of its own, with the first tag of the whole before it and its end behind.
/// </summary>
/// <remarks>
/// An end of a trace inside a comment is none, but then the pieces are no XML, which their reader finds out. So a cut is never wrong silently.
/// </remarks>
internal sealed class XesCut(Stream text, CancellationToken token)
{
    private const int PieceBytes = 1 << 20;

    /// <summary>A trace that is longer than this is left to the reader of the whole.</summary>
    private const int MostBytes = 1 << 26;

    private readonly Lock _gate = new();
    private byte[] _rest = [];
    private int _restLength;
    private byte[] _head = [];
    private byte[] _tail = [];
    private long _lines;
    private int _next;
    private bool _isAtEnd;

    /// <summary>The text cannot be cut, or a piece could not be read.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The next piece, or null when there is none.</summary>
    public XesPiece? Next()
    {
        lock (_gate)
        {
            if (_isAtEnd || HasFailed)
            {
                return null;
            }

            token.ThrowIfCancellationRequested();
            return Fill() is { } text ? Piece(text.Bytes, text.Length) : null;
        }
    }

    /// <summary>Lets nobody take another piece.</summary>
    public void Fail()
    {
        lock (_gate)
        {
            HasFailed = true;
        }
    }

    /// <summary>Reads behind the first tag until the end of a trace, or of the text; keeps what comes after, and leaves room for the last tag.</summary>
    private (byte[] Bytes, int Length)? Fill()
    {
        var start = _head.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(start + Math.Max(PieceBytes, _restLength * 2) + _tail.Length);
        _head.CopyTo(bytes, 0);
        _rest.AsSpan(0, _restLength).CopyTo(bytes.AsSpan(start));
        var filled = start + _restLength;
        while (true)
        {
            var room = bytes.Length - _tail.Length - filled;
            var read = text.ReadAtLeast(bytes.AsSpan(filled, room), room, throwOnEndOfStream: false);
            (filled, _isAtEnd) = (filled + read, read < room);
            var end = "</trace>"u8;
            var length = _isAtEnd ? filled - start : bytes.AsSpan(start, filled - start).LastIndexOf(end) is >= 0 and var at ? at + end.Length : 0;
            if (length > 0 || _isAtEnd)
            {
                Keep(bytes.AsSpan(start + length, filled - start - length));
                return (bytes, length);
            }

            if (filled >= MostBytes)
            {
                HasFailed = true;
                return null;
            }

            Array.Resize(ref bytes, bytes.Length * 2);
        }
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        _rest = _rest.Length >= rest.Length ? _rest : new byte[Math.Max(rest.Length, PieceBytes)];
        rest.CopyTo(_rest);
        _restLength = rest.Length;
    }

    private XesPiece? Piece(byte[] bytes, int length)
    {
        var start = _head.Length;
        var piece = bytes.AsSpan(start, length);
        if (_next == 0)
        {
            HasFailed = !XesHead.TryFind(piece, out _head, out _tail);
        }
        else
        {
            // What a log declares between traces holds from there on: only a reader of the whole knows.
            HasFailed = piece.IndexOf("<global"u8) >= 0 || piece.IndexOf(":global"u8) >= 0;
        }

        if (HasFailed)
        {
            return null;
        }

        var linesBefore = _lines - bytes.AsSpan(0, start).Count((byte)'\n');
        _lines += piece.Count((byte)'\n');
        var whole = start + length;
        if (!_isAtEnd)
        {
            bytes = Roomier(bytes, whole, whole + _tail.Length);
            _tail.CopyTo(bytes, whole);
            whole += _tail.Length;
        }

        return new(_next++, bytes, whole, linesBefore);
    }

    /// <summary>An array of the pool, which takes back no other, with room for so many bytes.</summary>
    private static byte[] Roomier(byte[] bytes, int filled, int room)
    {
        if (bytes.Length >= room)
        {
            return bytes;
        }

        var larger = ArrayPool<byte>.Shared.Rent(room);
        bytes.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}

/// <summary>A part of a log that is a log: XML in UTF-8.</summary>
/// <param name="Number">Its place in the whole, from 0.</param>
/// <param name="Bytes">An array that goes back to the pool once it was read.</param>
/// <param name="Length">How many of them are the text.</param>
/// <param name="LinesBefore">What to add to a line of it to have that of the whole.</param>
internal sealed record XesPiece(int Number, byte[] Bytes, int Length, long LinesBefore);
