using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Pupitre.Kernel;

namespace Pupitre.App.Commands;

/// <summary>The lines of an input as bytes, blank ones left out.</summary>
internal static class InputLines
{
    private const int MostLineBytes = 16 << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    /// <summary>Reads line after line; what was answered so far is written out whenever the input makes one wait.</summary>
    public static async IAsyncEnumerable<byte[]> ReadAsync(PipeReader reader, TextWriter output, [EnumeratorCancellation] CancellationToken token)
    {
        var isFirst = true;
        for (var ended = false; !ended;)
        {
            await output.FlushAsync(token);
            var read = await reader.ReadAsync(token);
            var buffer = read.Buffer;
            while (Cut(ref buffer, read.IsCompleted) is { } line)
            {
                var text = isFirst && line.AsSpan().StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line;
                isFirst = false;
                if (!text.AsSpan().Trim(" \t\r"u8).IsEmpty)
                {
                    yield return text;
                }
            }

            if (buffer.Length > MostLineBytes)
            {
                throw new Refused(Texts.Cli_LineTooLong.With(MostLineBytes >> 20), "file");
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            ended = read.IsCompleted;
        }
    }

    private static byte[]? Cut(ref ReadOnlySequence<byte> buffer, bool isLast)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end).ToArray();
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return line;
        }

        if (!isLast || buffer.IsEmpty)
        {
            return null;
        }

        var rest = buffer.ToArray();
        buffer = buffer.Slice(buffer.End);
        return rest;
    }
}
