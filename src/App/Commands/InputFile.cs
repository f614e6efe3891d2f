using System.IO.Compression;
using System.IO.Pipelines;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;

namespace Pupitre.App.Commands;

/// <summary>The input of a command: a file or standard input, gzipped or not.</summary>
/// <remarks>
/// A gzipped input is unpacked whole into a temporary file before anything is answered, so that a truncated or corrupt one is refused with
/// nothing written. That <see cref="GZipStream"/> notices a truncation at all is a setting of the program (UseStrictValidation).
/// </remarks>
internal static class InputFile
{
    private const string StandardInput = "-";
    private const long MostUnpackedBytes = 4L << 30;
    private const int CopyBytes = 1 << 16;

    /// <summary>Opens the input for one pass.</summary>
    /// <param name="terminal">Gives standard input.</param>
    /// <param name="path">A path; null or <c>-</c> is standard input.</param>
    /// <param name="token">Stops the unpacking.</param>
    /// <exception cref="Refused">The file cannot be read: missing, a folder, forbidden, or a gzip that is truncated, corrupt or too large.</exception>
    public static async Task<PipeReader> OpenAsync(Terminal terminal, string? path, CancellationToken token)
    {
        var reader = PipeReader.Create(Open(terminal, path), new StreamPipeReaderOptions(bufferSize: CopyBytes));
        try
        {
            var start = await reader.ReadAtLeastAsync(2, token);
            var isPacked = start.Buffer.Length >= 2 && IsGzip(start.Buffer.FirstSpan);
            reader.AdvanceTo(start.Buffer.Start);
            return isPacked ? PipeReader.Create(await UnpackAsync(reader.AsStream(), token)) : reader;
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            await reader.CompleteAsync();
            throw new Refused((unreadable is InvalidDataException ? Texts.Cli_BrokenGzip : Texts.Cli_Unreadable).With(path ?? StandardInput, unreadable.Message), "file");
        }
    }

    private static Stream Open(Terminal terminal, string? path)
    {
        if (path is null or StandardInput)
        {
            return terminal.OpenInput();
        }

        if (Directory.Exists(path))
        {
            throw new Refused(Texts.Cli_IsFolder.With(path), "file");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, CopyBytes, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refused(Texts.Cli_NoSuchFile.With(path), "file");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new Refused(Texts.Cli_Unreadable.With(path, unreadable.Message), "file");
        }
    }

    private static bool IsGzip(ReadOnlySpan<byte> start) => start is [0x1f, 0x8b, ..];

    private static Task<Stream> UnpackAsync(Stream packed, CancellationToken token) => VanishingFile.WriteAsync(async whole =>
    {
        await using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        var buffer = new byte[CopyBytes];
        for (int read; (read = await unpacking.ReadAsync(buffer, token)) > 0;)
        {
            await whole.WriteAsync(buffer.AsMemory(0, read), token);
            if (whole.Length > MostUnpackedBytes)
            {
                throw new IOException(Texts.Cli_UnpacksTooLarge.With(MostUnpackedBytes >> 30));
            }
        }
    });
}
