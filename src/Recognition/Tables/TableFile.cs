using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Recognition.Contents;

namespace Pupitre.Recognition.Tables;

/// <summary>Opens a kept file as a table or an event log, by its content.</summary>
public static class TableFile
{
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
            seekable.Position = 0;
            return new LogEvents(LogFile.Open(seekable));
        }
        catch (UnreadableLog problem)
        {
            throw new Refused(problem.Message);
        }
    }

    private static FileSignature Signature(Stream seekable)
    {
        seekable.Position = 0;
        var head = new byte[Math.Min(seekable.Length, FileSignatures.HeadBytes)];
        seekable.ReadExactly(head);
        seekable.Position = 0;
        return FileSignatures.Of(head);
    }
}
