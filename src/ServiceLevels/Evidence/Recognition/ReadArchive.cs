using System.IO.Compression;
using Pupitre.Kernel;
using Pupitre.ServiceLevels.Evidence.Files;

namespace Pupitre.ServiceLevels.Evidence.Recognition;

/// <summary>Opens an archive of files, within limits that keep one from filling the disk or the memory.</summary>
internal static class ReadArchive
{
    public const int MaxEntries = 2_000;
    public const long MaxEntryBytes = 100L * 1024 * 1024;
    public const long MaxTotalBytes = 300L * 1024 * 1024;

    /// <summary>Archives inside archives: the second level is the last that is opened.</summary>
    public const int MaxDepth = 2;

    /// <summary>Text shrinks to a twentieth; a bomb to a thousandth.</summary>
    private const int MaxRatio = 200;
    private const long RatioFromBytes = 10L * 1024 * 1024;

    public static Finding Run(Stream seekable, int depth)
    {
        if (depth >= MaxDepth)
        {
            return new Finding { Kind = RecognisedKind.Archive, Note = Texts.File_ZipTooDeep.With(MaxDepth) };
        }

        try
        {
            using var archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            return Open(archive);
        }
        catch (InvalidDataException)
        {
            return new Finding { Kind = RecognisedKind.Archive, Note = Texts.File_ZipBroken };
        }
    }

    private static Finding Open(ZipArchive archive)
    {
        if (archive.Entries.Count > MaxEntries)
        {
            return Refuse(Texts.File_ZipTooManyEntries.With(archive.Entries.Count, MaxEntries));
        }

        var inside = new List<InnerFile>();
        var unsafeNames = 0;
        long total = 0;
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            if (IsUnsafe(entry.FullName))
            {
                unsafeNames++;
                continue;
            }

            if (entry.IsEncrypted)
            {
                return Refuse(Texts.File_ZipEncrypted);
            }

            if (Unpack(entry, MaxTotalBytes - total) is not { } content)
            {
                return Refuse(Texts.File_ZipTooLarge.With(MaxTotalBytes / (1024 * 1024)));
            }

            total += content.LongLength;
            inside.Add(new InnerFile(SafeName.Of(entry.Name), content));
        }

        return new Finding { Kind = RecognisedKind.Archive, Inside = inside, Note = unsafeNames > 0 ? Texts.File_ZipUnsafeNames.With(unsafeNames) : null };
    }

    private static Finding Refuse(string note) => new() { Kind = RecognisedKind.Archive, Note = note };

    private static bool IsUnsafe(string name) =>
        name.Replace('\\', '/').Split('/').Contains("..") || name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':');

    // What the archive says of its sizes is not believed: bytes are counted as they come.
    private static byte[]? Unpack(ZipArchiveEntry entry, long left)
    {
        var most = Math.Min(left, MaxEntryBytes);
        using var source = entry.Open();
        using var output = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            output.Write(buffer, 0, read);
            if (output.Length > most || (output.Length > RatioFromBytes && output.Length / Math.Max(1, entry.CompressedLength) > MaxRatio))
            {
                return null;
            }
        }

        return output.ToArray();
    }
}
