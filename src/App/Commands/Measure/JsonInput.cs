using System.IO.Compression;
using System.Text.Json;
using Pupitre.Kernel;

namespace Pupitre.App.Commands.Measure;

/// <summary>Reads a JSON file named on the command line, with refusals that name it.</summary>
internal static class JsonInput
{
    public static JsonDocument Load(string path, int largest)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new Refused(Texts.Cli_NoSuchFile.With(path));
        }

        if (file.Length > largest)
        {
            throw new Refused(Texts.Cli_FileTooLarge.With(path, largest));
        }

        try
        {
            using var stream = file.OpenRead();
            return JsonDocument.Parse(IsGzip(stream) ? Unpacked(stream, path, largest) : stream);
        }
        catch (Exception error) when (error is InvalidDataException or UnauthorizedAccessException or IOException)
        {
            throw new Refused(Texts.Cli_CannotOpen.With(path, error.Message));
        }
        catch (JsonException error)
        {
            throw new Refused(Texts.Cli_NotJson.With(path, (error.LineNumber ?? 0) + 1));
        }
    }

    private static bool IsGzip(FileStream stream)
    {
        Span<byte> start = stackalloc byte[2];
        var isGzip = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [0x1f, 0x8b];
        stream.Position = 0;
        return isGzip;
    }

    private static MemoryStream Unpacked(FileStream packed, string path, int largest)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        var whole = new byte[largest + 1];
        var length = gzip.ReadAtLeast(whole, whole.Length, throwOnEndOfStream: false);
        return length <= largest ? new(whole, 0, length) : throw new Refused(Texts.Cli_FileTooLarge.With(path, largest));
    }
}
