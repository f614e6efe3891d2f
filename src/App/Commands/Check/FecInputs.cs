using System.IO.Pipelines;
using Pupitre.Deliverables.Fec;

namespace Pupitre.App.Commands.Check;

/// <summary>
/// The files of the command. A check may read a file twice, so standard input and gzipped files are first put into temporary files, which go with the
/// command.
/// </summary>
internal sealed class FecInputs(Terminal terminal) : IDisposable
{
    private readonly List<string> _temporary = [];

    public async Task<List<FecPart>> OpenAsync(IEnumerable<string> paths, CancellationToken token)
    {
        var parts = new List<FecPart>();
        foreach (var path in paths)
        {
            parts.Add(path == "-" || Directory.Exists(path) || IsPacked(path) ? await UnpackAsync(path, token) : FecFile.PartAtPath(path));
        }

        return parts;
    }

    public void Dispose() => _temporary.ForEach(File.Delete);

    private static bool IsPacked(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        Span<byte> start = stackalloc byte[2];
        try
        {
            using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete });
            return file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start is [0x1f, 0x8b];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The check itself opens it again, and says what is wrong.
            return false;
        }
    }

    private async Task<FecPart> UnpackAsync(string path, CancellationToken token)
    {
        var reader = await InputFile.OpenAsync(terminal, path, token);
        var temporary = Path.GetTempFileName();
        _temporary.Add(temporary);
        try
        {
            await using var whole = File.Create(temporary);
            await reader.CopyToAsync(whole, token);
        }
        finally
        {
            await reader.CompleteAsync();
        }

        return new(path, () => File.OpenRead(temporary));
    }
}
