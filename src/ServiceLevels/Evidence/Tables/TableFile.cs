using System.IO.Compression;
using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.ServiceLevels.Evidence.Recognition;

namespace Pupitre.ServiceLevels.Evidence.Tables;

/// <summary>Opens a kept file as a table or an event log, by its content.</summary>
internal static class TableFile
{
    /// <summary>What a packed log may unpack to.</summary>
    private const long MaxLogBytes = 4L * 1024 * 1024 * 1024;

    // Else a packed log that was cut off reads as if it were whole.
    static TableFile() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", isEnabled: true);

    /// <summary>Whether the file is an event log, of which nothing has to be asked.</summary>
    public static bool IsLog(Stream seekable) => Signature(seekable) is FileSignature.Xes or FileSignature.Gzip;

    /// <exception cref="Refused">The file is no table.</exception>
    public static TableReader OpenTable(Stream seekable, char? separator = null, string? encoding = null, string? sheet = null, bool leaveOpen = false) => Signature(seekable) switch
    {
        FileSignature.Workbook => WorkbookTable.Open(seekable, sheet, leaveOpen),
        FileSignature.Zip when FileSignatures.OfZip(seekable) == FileSignature.Workbook => WorkbookTable.Open(seekable, sheet, leaveOpen),
        FileSignature.EncryptedWorkbook => throw new Refused(Texts.File_WorkbookPassword),
        FileSignature.OldWorkbook => throw new Refused(Texts.File_OldWorkbook),
        FileSignature.Text or FileSignature.Mail or FileSignature.Unknown => CsvTable.Open(seekable, separator, encoding, leaveOpen),
        FileSignature.Empty => throw new Refused(Texts.File_Empty),
        _ => throw new Refused(Texts.Table_NotATable),
    };

    /// <summary>The file as events, by its mapping.</summary>
    public static EventFile OpenEvents(Stream seekable, TableMapping mapping)
    {
        if (mapping.Shape != TableShape.Log)
        {
            var table = OpenTable(seekable, mapping.Separator, mapping.Encoding);
            return new TableEvents(table, mapping, DateOrders.Of(table, mapping));
        }

        try
        {
            return new LogEvents(LogFile.Open(Guarded(seekable)), seekable);
        }
        catch (UnreadableLog problem)
        {
            throw new Refused(problem.Message);
        }
    }

    // Unpacked here, so that what comes out can be counted, and no value be longer than a log has reason to write.
    private static TokenGuard Guarded(Stream seekable) => Signature(seekable) == FileSignature.Gzip
        ? new TokenGuard(new CountedStream(new GZipStream(seekable, CompressionMode.Decompress), seekable.Length, MaxLogBytes))
        : new TokenGuard(seekable);

    private static FileSignature Signature(Stream seekable)
    {
        seekable.Position = 0;
        var head = new byte[Math.Min(seekable.Length, FileSignatures.HeadBytes)];
        seekable.ReadExactly(head);
        seekable.Position = 0;
        return FileSignatures.Of(head);
    }
}
