using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pupitre.App.Commands.Log;

/// <summary>Writes one JSON object on one line, piece by piece, so that a graph of a million edges needs no text of that size.</summary>
internal sealed class JsonText(TextWriter output) : IDisposable
{
    private const int PieceBytes = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new(PieceBytes);

    public Utf8JsonWriter Writer => field ??= new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Passes on what was written so far, when it is enough.</summary>
    public void Pass()
    {
        if (Writer.BytesPending + _buffer.WrittenCount >= PieceBytes)
        {
            PassAll();
        }
    }

    /// <summary>Passes on the rest, and ends the line.</summary>
    public void End()
    {
        PassAll();
        output.WriteLine();
    }

    public void Dispose() => Writer.Dispose();

    private void PassAll()
    {
        Writer.Flush();
        output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
    }
}
