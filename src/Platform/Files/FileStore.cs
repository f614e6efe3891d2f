using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Files;

/// <summary>
/// The company's files, kept under the hash of their content in the data folder. A file that is received twice is stored once. No content
/// is removed because somebody broke off: what no row names is swept away a day later (<see cref="SweepContents"/>).
/// </summary>
public sealed class FileStore(Db db, KeptContents kept, ContentHolds holds, Tenant tenant, IClock clock) : IAsyncDisposable
{
    private readonly HashSet<string> _dropped = [];
    private ContentHold? _hold;

    /// <summary>Largest file that is taken.</summary>
    public const long MaxBytes = 1L << 30;

    private const int BufferBytes = 1 << 17;

    /// <summary>
    /// Receives a file: writes it beside its place, hashes it on the way, puts it on the disk, and moves it when it is whole. The row is added
    /// to the current unit of work; the caller saves it together with what it means. Until this store is disposed of, nobody removes the content.
    /// </summary>
    /// <param name="name">Name as sent; folders are cut off.</param>
    /// <param name="keepContent">False keeps hash, size and name only.</param>
    /// <exception cref="Refused">The file is larger than <see cref="MaxBytes"/>, or the disk is full. Nothing is left behind.</exception>
    public async Task<StoredFile> SaveAsync(Stream content, string name, string? mediaType, CancellationToken token, bool keepContent = true)
    {
        var folder = kept.Folder;
        PrivateFiles.CreateFolder(folder);
        var temporary = Path.Combine(folder, Guid.CreateVersion7().ToString("N") + ContentFolder.Unfinished);
        try
        {
            var (hash, size) = await WriteAsync(content, temporary, keepContent, token);
            var shown = ShownName(name);
            var file = StoredFile.Create(tenant.CompanyId, hash, size, shown, (mediaType ?? "application/octet-stream").Cut(StoredFile.MaxMediaTypeLength), clock.GetCurrentInstant(), keepContent);
            if (keepContent)
            {
                _hold ??= holds.Begin(tenant.CompanyId);
                await _hold.HoldAsync(hash, token);
                PutInPlace(temporary, hash);
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

    // Written anew even when it is there: whatever happened to what lay there, what was just hashed is what is kept.
    private void PutInPlace(string temporary, string hash)
    {
        var path = kept.PathOf(hash);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            PrivateFiles.CreateFolder(folder);
            DiskFlush.Folder(kept.Folder);
        }

        File.SetLastWriteTimeUtc(temporary, clock.GetCurrentInstant().ToDateTimeUtc());
        File.Move(temporary, path, overwrite: true);
        DiskFlush.Folder(folder);
        kept.Know(path);
    }

    /// <inheritdoc cref="KeptContents.OpenAsync"/>
    public Task<FileStream> OpenAsync(string hash, CancellationToken token) => kept.OpenAsync(hash, token);

    /// <inheritdoc cref="KeptContents.OpenRead"/>
    public FileStream OpenRead(string hash) => kept.OpenRead(hash);

    /// <inheritdoc cref="KeptContents.OpenAsItLies"/>
    internal FileStream OpenAsItLies(string hash) => kept.OpenAsItLies(hash);

    /// <summary>
    /// Drops the content of one received file and keeps its proof. The caller saves, and then calls <see cref="RemoveDroppedAsync"/>: a content
    /// that left before its row was saved could not come back.
    /// </summary>
    public void DropContent(StoredFile file)
    {
        file.DropContent();
        _dropped.Add(file.Hash);
    }

    /// <summary>
    /// Removes what was dropped, once that is saved. The same content received for something else, a contract for one, stays where it is, and
    /// so does one that somebody is receiving right now: it leaves the disk with the last file that needs it.
    /// </summary>
    public async Task RemoveDroppedAsync(CancellationToken token)
    {
        _hold ??= holds.Begin(tenant.CompanyId);
        foreach (var hash in _dropped)
        {
            await _hold.ReleaseAsync(hash);
            await _hold.AloneAsync(hash, async () =>
            {
                if (File.Exists(kept.PathOf(hash)) && !await db.Set<StoredFile>().AnyAsync(row => row.Hash == hash && row.HasContent, token))
                {
                    File.Delete(kept.PathOf(hash));
                }
            }, token);
        }

        _dropped.Clear();
    }

    /// <summary>Removes all contents of the current company; used when a sample company is removed.</summary>
    public void RemoveAll()
    {
        if (Directory.Exists(kept.Folder))
        {
            Directory.Delete(kept.Folder, recursive: true);
        }
    }

    /// <summary>Lets go what was held. Nothing is removed here: somebody else may be receiving the same content.</summary>
    public ValueTask DisposeAsync() => _hold?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<(string Hash, long Size)> WriteAsync(Stream content, string path, bool flush, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = PrivateFiles.Create(path);
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

        if (flush)
        {
            file.Flush(flushToDisk: true);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private static string ShownName(string name)
    {
        var last = name.AsSpan(name.LastIndexOfAny(['/', '\\']) + 1).Trim();
        var shown = string.Concat(last.ToString().Where(letter => !char.IsControl(letter) && !TurnsText(letter)));
        return shown.Length == 0 ? "sans-nom" : shown.Cut(StoredFile.MaxNameLength);
    }

    // Signs that turn the direction of writing let "facture_fdp.exe" read as "facture_exe.pdf".
    private static bool TurnsText(char letter) => letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u200e' or '\u200f' or '\u061c';
}
