namespace Pupitre.Gathering.Exports;

/// <summary>A file on the disk that vanishes when it is closed: what is written has no limit, memory has one.</summary>
public static class VanishingFile
{
    private const int BufferBytes = 1 << 16;

    /// <returns>What was written, at its beginning. Where writing fails nothing stays behind.</returns>
    public static async Task<Stream> WriteAsync(Func<Stream, Task> write)
    {
        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, BufferBytes,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await write(file);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
