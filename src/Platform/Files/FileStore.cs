using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Files;

/// <summary>
/// The company's files, kept under the hash of their content in the data folder. A file that is received twice is stored once.
/// </summary>
public sealed class FileStore(Db db, DataPlace place, Tenant tenant, IClock clock) : IAsyncDisposable
{
    private readonly List<StoredFile> _placed = [];

    /// <summary>Largest file that is taken.</summary>
    public const long MaxBytes = 1L << 30;

    private const int BufferBytes = 1 << 17;

    /// <summary>
    /// Receives a file: writes it beside its place, hashes it on the way, and moves it when it is whole. The row is added to the
    /// current unit of work; the caller saves it together with what it means.
    /// </summary>
    /// <param name="name">Name as sent; folders are cut off.</param>
    /// <param name="keepContent">False keeps hash, size and name only.</param>
    /// <exception cref="Refused">The file is larger than <see cref="MaxBytes"/>, or the disk is full. Nothing is left behind.</exception>
    public async Task<StoredFile> SaveAsync(Stream content, string name, string? mediaType, CancellationToken token, bool keepContent = true)
    {
        var folder = Folder();
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Guid.CreateVersion7().ToString("N") + ".part");
        try
        {
            var (hash, size) = await WriteAsync(content, temporary, token);
            var shown = ShownName(name);
            var file = StoredFile.Create(tenant.CompanyId, hash, size, shown, Cut(mediaType ?? "application/octet-stream", StoredFile.MaxMediaTypeLength), clock.GetCurrentInstant(), keepContent);
            if (keepContent)
            {
                var kept = PathOf(hash);
                Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
                if (!File.Exists(kept))
                {
                    _placed.Add(file);
                }

                File.Move(temporary, kept, overwrite: true);
            }

            db.Add(file);
            return file;
        }
        catch (IOException problem) when (DiskFull.Is(problem))
        {
            throw new Refused(Texts.Files_DiskFull.With(name));
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens a file's content.</summary>
    /// <exception cref="NotFound">Only the proof was kept.</exception>
    public FileStream OpenRead(StoredFile file) => OpenRead(file.Hash);

    /// <inheritdoc cref="OpenRead(StoredFile)"/>
    public FileStream OpenRead(string hash)
    {
        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotFound();
        }
    }

    /// <summary>
    /// Drops the content of one received file and keeps its proof. The same content received for something else, a contract for one,
    /// stays where it is: it leaves the disk with the last file that needs it. Saved by the caller.
    /// </summary>
    public async Task DropContentAsync(StoredFile file, CancellationToken token)
    {
        file.DropContent();

        // Rows that this work has dropped before and not saved yet are read as they are here, not as the database still has them.
        var others = await db.Set<StoredFile>().Where(row => row.Hash == file.Hash && row.Id != file.Id && row.HasContent).ToListAsync(token);
        if (others.TrueForAll(other => !other.HasContent))
        {
            File.Delete(PathOf(file.Hash));
        }
    }

    /// <summary>Removes all contents of the current company; used when a sample company is removed.</summary>
    public void RemoveAll()
    {
        if (Directory.Exists(Folder()))
        {
            Directory.Delete(Folder(), recursive: true);
        }
    }

    /// <summary>Takes back the contents whose rows were never saved: the work that received them broke off, on a full disk for one.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var file in _placed.Where(file => db.Entry(file).State == EntityState.Added))
        {
            if (!await db.Set<StoredFile>().AnyAsync(row => row.Hash == file.Hash && row.HasContent))
            {
                File.Delete(PathOf(file.Hash));
            }
        }
    }

    private string Folder() => Path.Combine(place.Folder, "files", tenant.CompanyId.ToString("N"));

    private string PathOf(string hash) => hash is { Length: Kernel.Hashing.Sha256Hex.Length } && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(Folder(), hash[..2], hash)
        : throw new NotFound();

    private static async Task<(string Hash, long Size)> WriteAsync(Stream content, string path, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        var buffer = new byte[BufferBytes];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, token)) > 0;)
        {
            size += read;
            if (size > MaxBytes)
            {
                throw new Refused(Texts.Files_TooLarge.With(MaxBytes >> 20));
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), token);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private static string ShownName(string name)
    {
        var last = name.AsSpan(name.LastIndexOfAny(['/', '\\']) + 1).Trim();
        var shown = string.Concat(last.ToString().Where(letter => !char.IsControl(letter) && !TurnsText(letter)));
        return shown.Length == 0 ? "sans-nom" : Cut(shown, StoredFile.MaxNameLength);
    }

    // Signs that turn the direction of writing let "facture_fdp.exe" read as "facture_exe.pdf".
    private static bool TurnsText(char letter) => letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u200e' or '\u200f' or '\u061c';

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
