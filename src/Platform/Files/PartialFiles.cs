using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Files;

/// <summary>
/// Files on their way in pieces, so that a sending which is interrupted goes on where it was. Each belongs to the person who sends it, under a key that
/// their browser chose, and is dropped a day after its last piece.
/// </summary>
public sealed class PartialFiles(DataPlace place, Tenant tenant, IClock clock)
{
    /// <summary>Longest piece that is taken.</summary>
    public const int MaxPieceBytes = 8 << 20;

    /// <summary>Files that one person may have on their way in a company.</summary>
    public const int MaxAtOnce = 20;

    /// <summary>Bytes that all the people of a company may have on their way together.</summary>
    public const long MaxBytesAtOnce = 20L << 30;

    /// <summary>What a person stops sending is kept for so long.</summary>
    public static readonly Duration Kept = Duration.FromDays(1);

    private const int BufferBytes = 1 << 17;

    /// <summary>How many bytes of a file are here; 0 for one that has not begun.</summary>
    public long Length(Guid id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Adds a piece at the end of what is here.</summary>
    /// <param name="at">Where the sender believes that the piece belongs.</param>
    /// <returns>How many bytes are here now. When <paramref name="at"/> is not the end, nothing is added: the sender goes on from what is returned.</returns>
    /// <exception cref="Refused">The piece or the file is too large, too much is on its way, or the disk is full.</exception>
    public async Task<long> AppendAsync(Guid id, long at, Stream piece, CancellationToken token)
    {
        var path = PathOf(id);
        Begin(path);
        var isNew = !File.Exists(path);
        try
        {
            await using var file = Open(path);
            if (file is null || at != file.Length)
            {
                return Length(id);
            }

            file.Seek(0, SeekOrigin.End);
            await CopyAsync(piece, file, token);

            // The sender forgets a piece once it is told that it is here.
            file.Flush(flushToDisk: true);
        }
        catch (IOException problem) when (DiskFull.Is(problem))
        {
            throw new Refused(Texts.Files_DiskFullOnTheWay);
        }

        if (isNew)
        {
            DiskFlush.Folder(Folder());
        }

        File.SetLastWriteTimeUtc(path, clock.GetCurrentInstant().ToDateTimeUtc());
        return Length(id);
    }

    /// <summary>Opens a file that has arrived.</summary>
    /// <exception cref="NotFound">It never began, was dropped, or somebody else sent it.</exception>
    public FileStream OpenRead(Guid id) => File.Exists(PathOf(id))
        ? new(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true)
        : throw new NotFound();

    public void Remove(Guid id)
    {
        // Nothing may have arrived in this company yet: then not even the folder is there.
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
        }
    }

    // The end is that of a file which a backup leaves out.
    private string PathOf(Guid id) => Path.Combine(Folder(), $"{tenant.AccountId ?? throw new NotFound():N}-{id:N}" + ContentFolder.Unfinished);

    private string Folder() => Path.Combine(ContentFolder.Of(place, tenant.CompanyId), "arriving");

    /// <summary>Null while a piece that was sent before, by a page that was left, is still being written.</summary>
    private static FileStream? Open(string path)
    {
        try
        {
            return PrivateFiles.Create(path, FileMode.OpenOrCreate);
        }
        catch (IOException problem) when (!DiskFull.Is(problem))
        {
            return null;
        }
    }

    private void Begin(string path)
    {
        PrivateFiles.CreateFolder(Folder());
        if (!File.Exists(path))
        {
            ForgetOld();
            if (Directory.EnumerateFiles(Folder(), $"{tenant.AccountId:N}-*").Count() >= MaxAtOnce)
            {
                throw new Refused(Texts.Files_TooManyOnTheWay.With(MaxAtOnce));
            }
        }

        if (new DirectoryInfo(Folder()).EnumerateFiles().Sum(file => file.Length) + MaxPieceBytes > MaxBytesAtOnce)
        {
            throw new Refused(Texts.Files_TooMuchOnTheWay.With(MaxBytesAtOnce >> 30));
        }
    }

    private void ForgetOld()
    {
        var oldest = (clock.GetCurrentInstant() - Kept).ToDateTimeUtc();
        foreach (var forgotten in Directory.EnumerateFiles(Folder()).Where(other => File.GetLastWriteTimeUtc(other) < oldest).ToList())
        {
            File.Delete(forgotten);
        }
    }

    private static async Task CopyAsync(Stream piece, FileStream file, CancellationToken token)
    {
        var buffer = new byte[BufferBytes];
        var taken = 0;
        for (int read; (read = await piece.ReadAsync(buffer, token)) > 0;)
        {
            taken += read;
            if (taken > MaxPieceBytes || file.Position + read > FileStore.MaxBytes)
            {
                throw new Refused(Texts.Files_TooLarge.With(FileStore.MaxBytes >> 20));
            }

            await file.WriteAsync(buffer.AsMemory(0, read), token);
        }
    }
}
