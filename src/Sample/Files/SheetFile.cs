using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Pupitre.Sample.Files;

/// <summary>
/// A workbook as offices make them: title lines above the table, the title merged over the columns, real Excel dates, empty cells
/// where nothing happened. Not <c>Platform.Exports</c>, which writes tables as they should be.
/// </summary>
internal static class SheetFile
{
    private const int DateStyle = 1;
    private const int MoneyStyle = 2;
    private const int BoldStyle = 3;
    private static readonly DateTimeOffset _stamp = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly _day0 = new(1899, 12, 30);

    /// <param name="titles">Lines above the table, each alone in its row; an empty row follows them.</param>
    public static byte[] Write(IReadOnlyList<string> titles, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(archive, "[Content_Types].xml", ContentTypes);
            Part(archive, "_rels/.rels", Relations("officeDocument", "xl/workbook.xml"));
            Part(archive, "xl/workbook.xml", Workbook);
            Part(archive, "xl/_rels/workbook.xml.rels", WorkbookRelations);
            Part(archive, "xl/styles.xml", Styles);
            Part(archive, "xl/worksheets/sheet1.xml", Sheet(titles, headers, rows));
        }

        return output.ToArray();
    }

    private static string Sheet(IReadOnlyList<string> titles, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var sheet = new StringBuilder($"<worksheet xmlns=\"{Main}\"><cols><col min=\"1\" max=\"{headers.Count}\" width=\"22\" customWidth=\"1\"/></cols><sheetData>");
        var number = 0;
        foreach (var title in titles)
        {
            Row(sheet, ++number, [title], BoldStyle);
        }

        number++;
        Row(sheet, ++number, [.. headers], BoldStyle);
        foreach (var row in rows)
        {
            Row(sheet, ++number, row, 0);
        }

        sheet.Append("</sheetData>");
        if (titles.Count > 0)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"1\"><mergeCell ref=\"A1:{(char)('A' + headers.Count - 1)}1\"/></mergeCells>");
        }

        return sheet.Append("</worksheet>").ToString();
    }

    private static void Row(StringBuilder sheet, int number, IReadOnlyList<object?> values, int textStyle)
    {
        sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var column = 0; column < values.Count; column++)
        {
            Cell(sheet, $"{(char)('A' + column)}{number}", values[column], textStyle);
        }

        sheet.Append("</row>");
    }

    private static void Cell(StringBuilder sheet, string place, object? value, int textStyle) => _ = value switch
    {
        null => sheet,
        DateOnly date => sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{DateStyle}\"><v>{date.DayNumber - _day0.DayNumber}</v></c>"),
        decimal amount => sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{MoneyStyle}\"><v>{amount}</v></c>"),
        int count => sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{count}</v></c>"),
        _ => sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{textStyle}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(value.ToString())}</t></is></c>"),
    };

    private static void Part(ZipArchive archive, string name, string content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = _stamp;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        writer.Write(content);
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static string Relations(string kind, string target) =>
        $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/{kind}\" Target=\"{target}\"/></Relationships>";

    private const string ContentTypes =
        $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Spreadsheet}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Spreadsheet}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Spreadsheet}.styles+xml\"/></Types>";

    private const string Workbook =
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Suivi\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    private const string WorkbookRelations =
        $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>";

    // Format 14 is the short date of the reader's country, 4 is #,##0.00.
    private const string Styles =
        $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"4\" applyNumberFormat=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";
}
