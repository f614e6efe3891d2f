using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace Pupitre.Platform.Data;

/// <summary>
/// Writes a data folder into one ZIP file, for its owner alone, while it may be in use. The database is copied first, in one piece, and the
/// received files after it: a content is there before the row that names it and leaves after it, so every row of the copy finds its file.
/// </summary>
public static class WriteBackup
{
    private static readonly string[] _folders = ["files", "mail"];

    /// <returns>Number of files in the backup.</returns>
    public static async Task<int> RunAsync(DataPlace place, string target, CancellationToken token)
    {
        var copy = target + ".db.part";
        var part = target + ".part";
        try
        {
            CopyDatabase(place, copy);
            var count = await WriteAsync(place, copy, part, token);
            File.Move(part, target, overwrite: false);
            DiskFlush.Folder(Path.GetDirectoryName(target)!);
            return count;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }
    }

    // SQLite's online backup: what is written meanwhile is either wholly in the copy or not at all.
    private static void CopyDatabase(DataPlace place, string copy)
    {
        PrivateFiles.Touch(copy);
        using var source = new SqliteConnection($"Data Source={place.SqliteFile};Mode=ReadWrite;Pooling=False");
        using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static async Task<int> WriteAsync(DataPlace place, string copy, string part, CancellationToken token)
    {
        await using var output = PrivateFiles.Create(part, FileMode.Create);
        var count = await PackAsync(place, copy, output, token);
        output.Flush(flushToDisk: true);
        return count;
    }

    private static async Task<int> PackAsync(DataPlace place, string copy, FileStream output, CancellationToken token)
    {
        await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, token);
        await archive.CreateEntryFromFileAsync(copy, Path.GetFileName(place.SqliteFile), CompressionLevel.Fastest, token);
        var count = 1;
        foreach (var file in _folders.Select(name => Path.Combine(place.Folder, name)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            count += await AddAsync(archive, place.Folder, file, token) ? 1 : 0;
        }

        return count;
    }

    private static async Task<bool> AddAsync(ZipArchive archive, string folder, string file, CancellationToken token)
    {
        if (file.EndsWith(".part", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            await archive.CreateEntryFromFileAsync(file, Path.GetRelativePath(folder, file).Replace('\\', '/'), CompressionLevel.Fastest, token);
            return true;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Its content was dropped on request since the folder was listed: the proof stands in the database.
            return false;
        }
    }
}
