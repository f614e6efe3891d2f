using System.IO.Compression;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>Opens an archive of files, within the limits of its drop. What cannot be read of it is counted and said; an archive that swells gives nothing.</summary>
internal static class ReadArchive
{
    /// <summary>Archives inside archives: the second level is the last that is opened.</summary>
    public const int MaxDepth = 2;

    /// <summary>Text shrinks to a twentieth; a bomb to a thousandth. Looked at over the whole archive and over each file.</summary>
    private const int MaxRatio = 200;
    private const long RatioFromBytes = 10L * 1024 * 1024;

    public static Finding Run(Stream seekable, int depth, UnpackingBudget budget)
    {
        if (depth >= MaxDepth || budget.IsDeepest)
        {
            return Closed(Texts.File_ZipTooDeep.With(depth >= MaxDepth ? MaxDepth : budget.Limits.MaxDepth));
        }

        try
        {
            using var archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            return Open(archive, seekable.Length, budget);
        }
        catch (InvalidDataException)
        {
            return Closed(Texts.File_ZipBroken);
        }
    }

    private static Finding Open(ZipArchive archive, long packedBytes, UnpackingBudget budget)
    {
        var entries = archive.Entries.Where(entry => entry.Name.Length > 0).ToList();
        if (entries.Count > budget.FilesLeft)
        {
            return Closed(Texts.File_ZipTooManyEntries.With(entries.Count, budget.Limits.MaxFiles));
        }

        var safe = entries.FindAll(entry => !IsUnsafe(entry.FullName));
        if (safe.Count > 0 && safe.TrueForAll(entry => entry.IsEncrypted))
        {
            return Closed(Texts.File_ZipEncrypted);
        }

        var inside = new List<InnerFile>();
        var (locked, broken, start) = (0, 0, budget.BytesLeft);
        foreach (var entry in safe)
        {
            try
            {
                locked += entry.IsEncrypted ? 1 : 0;
                if (!entry.IsEncrypted)
                {
                    inside.Add(budget.Unpack(SafeName.Of(entry.Name), sink => Unpack(entry, sink, packedBytes, () => start - budget.BytesLeft)));
                }
            }
            catch (BudgetSpent)
            {
                return Closed(Texts.File_ZipTooLarge.With(budget.Limits.MaxBytes / (1024 * 1024)));
            }
            catch (Exception problem) when (problem is InvalidDataException or NotSupportedException)
            {
                broken++;
            }
        }

        return inside.Count == 0 && broken > 0
            ? Closed(Texts.File_ZipBroken)
            : new Finding { Kind = RecognisedKind.Archive, Inside = inside, Note = NoteOn(entries.Count, entries.Count - safe.Count, locked, broken) };
    }

    private static string? NoteOn(int all, int unsafeNames, int locked, int broken)
    {
        List<string> notes = [];
        if (unsafeNames > 0)
        {
            notes.Add(Texts.File_ZipUnsafeNames.With(unsafeNames));
        }

        if (locked + broken > 0)
        {
            notes.Add(Texts.File_ZipPartlyRead.With(all - unsafeNames - locked - broken, all, locked, broken));
        }

        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    private static Finding Closed(string note) => new() { Kind = RecognisedKind.Archive, Note = note };

    private static bool IsUnsafe(string name) =>
        name.Replace('\\', '/').Split('/').Contains("..") || name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':');

    // What the archive says of its sizes is not believed: bytes are counted as they come.
    private static void Unpack(ZipArchiveEntry entry, Stream sink, long packedBytes, Func<long> unpackedOfAll)
    {
        using var source = entry.Open();
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            sink.Write(buffer, 0, read);
            if (Swells(sink.Length, entry.CompressedLength) || Swells(unpackedOfAll(), packedBytes))
            {
                throw new BudgetSpent(BudgetPart.Bytes);
            }
        }
    }

    private static bool Swells(long bytes, long packed) => bytes > RatioFromBytes && bytes / Math.Max(1, packed) > MaxRatio;
}
