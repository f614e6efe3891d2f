using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>A file on a disk that must stay as it is while it is read: somebody may still be writing it.</summary>
internal sealed class UnchangedFile : ForwardStream
{
    private readonly FileStream _file;
    private readonly string _path;
    private readonly (long Length, DateTime Written) _state;

    public UnchangedFile(string path)
    {
        _path = path;
        try
        {
            _file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });
            _state = State();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableFec(Texts.File_Missing.With(path), missing);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableFec(Texts.File_Unreadable.With(path, problem.Message), problem);
        }
    }

    public override long Length => _state.Length;

    public override long Position
    {
        get => _file.Position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = _file.Read(buffer);
            return read > 0 || State() == _state ? read : throw new UnreadableFec(Texts.File_Changed.With(_path));
        }
        catch (IOException problem)
        {
            throw new UnreadableFec(Texts.File_Unreadable.With(_path, problem.Message), problem);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private (long Length, DateTime Written) State() => (_file.Length, File.GetLastWriteTimeUtc(_path));
}
