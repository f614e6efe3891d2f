using System.Globalization;
using System.IO.Compression;
using System.Text;
using NodaTime;
using Pupitre.Kernel;

namespace Pupitre.Gathering.Exports;

/// <summary>
/// Tables as the sheets of an Office Open XML workbook. Text is written as inline text, which no spreadsheet reads as a formula;
/// dates and numbers as such, so that they sort and add up.
/// </summary>
internal static class XlsxTable
{
    /// <summary>Rows that a sheet can hold, the header included; more is refused rather than cut.</summary>
    public const int MaxRows = 1_048_576;

    private const int DateStyle = 1;
    private const int TimeStyle = 2;
    private const int HeaderStyle = 3;
    private static readonly DateTimeOffset _noMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly LocalDate _day0 = new(1899, 12, 30);

    private const string OnlySheet = "Pupitre";

    public static Task WriteAsync(TableExport table, Stream output, CancellationToken token) =>
        WriteAsync([new ExportSheet(OnlySheet, table)], output, token);

    /// <summary>Several tables, a sheet for each, in their order.</summary>
    public static async Task WriteAsync(IReadOnlyList<ExportSheet> sheets, Stream output, CancellationToken token)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", ContentTypes(sheets.Count));
        Part(archive, "_rels/.rels", Relations);
        Part(archive, "xl/workbook.xml", Workbook(sheets));
        Part(archive, "xl/_rels/workbook.xml.rels", WorkbookRelations(sheets.Count));
        Part(archive, "xl/styles.xml", Styles);
        foreach (var (at, sheet) in sheets.Index())
        {
            await WriteSheetAsync(archive, at + 1, sheet.Table, token);
        }
    }

    private static async Task WriteSheetAsync(ZipArchive archive, int place, TableExport table, CancellationToken token)
    {
        await using var sheet = Entry(archive, SheetPath(place)).Open();
        await using var writer = new StreamWriter(sheet, new UTF8Encoding(false));
        await writer.WriteAsync(SheetStart);
        var line = new StringBuilder();
        Row(line, 1, table.Headers, isHeader: true);
        var number = 1;
        foreach (var row in table.Rows)
        {
            if (++number > MaxRows)
            {
                throw new Refused(Texts.Export_TooManyRows.With(MaxRows - 1));
            }

            Row(line, number, row, isHeader: false);
            if (line.Length > 1 << 16)
            {
                await writer.WriteAsync(line, token);
                line.Clear();
            }
        }

        await writer.WriteAsync(line.Append("</sheetData></worksheet>"), token);
    }

    private static void Row(StringBuilder line, int number, IReadOnlyList<object?> values, bool isHeader)
    {
        line.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        foreach (var value in values)
        {
            Cell(line, value, isHeader);
        }

        line.Append("</row>");
    }

    private static void Cell(StringBuilder line, object? value, bool isHeader)
    {
        _ = value switch
        {
            null => line.Append("<c/>"),
            DateOnly date => Number(line, Serial(LocalDate.FromDateOnly(date)), DateStyle),
            LocalDate date => Number(line, Serial(date), DateStyle),
            LocalDateTime time => Number(line, Serial(time.Date) + (time.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerDay), TimeStyle),
            int or long or short or byte or double or float or decimal => Number(line, Convert.ToDouble(value, CultureInfo.InvariantCulture), 0),
            _ => Text(line, value.ToString() ?? "", isHeader ? HeaderStyle : 0),
        };
    }

    private static double Serial(LocalDate date) => Period.DaysBetween(_day0, date);

    private static StringBuilder Number(StringBuilder line, double value, int style) =>
        line.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\"><v>{value:R}</v></c>");

    private static StringBuilder Text(StringBuilder line, string text, int style)
    {
        line.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        return Escaped(line, text).Append("</t></is></c>");
    }

    private static StringBuilder Escaped(StringBuilder line, string text)
    {
        foreach (var letter in text.ForXml())
        {
            _ = letter switch
            {
                '<' => line.Append("&lt;"),
                '>' => line.Append("&gt;"),
                '&' => line.Append("&amp;"),
                '"' => line.Append("&quot;"),
                _ => line.Append(letter),
            };
        }

        return line;
    }

    private static void Part(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(Entry(archive, name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }

    // Parts bear no moment of their own: the same table is the same file, to the byte.
    private static ZipArchiveEntry Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _noMoment;
        return entry;
    }

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static string SheetPath(int place) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{place}.xml");

    private static string Each(int count, Func<int, string> written) => string.Concat(Enumerable.Range(1, count).Select(written));

    private static string ContentTypes(int sheets) => Head + $"""
        <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        """ + $"""
        <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/>
        """ + Each(sheets, place => $"<Override PartName=\"/{SheetPath(place)}\" ContentType=\"{Kind}.worksheet+xml\"/>") + $"""
        <Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/></Types>
        """;

    private const string Relations = Head + $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private static string Workbook(IReadOnlyList<ExportSheet> sheets)
    {
        var names = new StringBuilder();
        foreach (var (at, sheet) in sheets.Index())
        {
            Escaped(names.Append("<sheet name=\""), sheet.Name)
                .Append(CultureInfo.InvariantCulture, $"\" sheetId=\"{at + 1}\" r:id=\"rId{at + 1}\"/>");
        }

        return Head + $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{names}</sheets></workbook>";
    }

    private static string WorkbookRelations(int sheets) => Head + $"<Relationships xmlns=\"{Package}/relationships\">"
        + Each(sheets, place => Related(place, "worksheet", SheetPath(place)["xl/".Length..])) + Related(sheets + 1, "styles", "styles.xml")
        + "</Relationships>";

    private static string Related(int number, string what, string target) =>
        string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{number}\" Type=\"{Office}/{what}\" Target=\"{target}\"/>");

    private const string Styles = Head + $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>
        """;

    private const string SheetStart = Head + $"""
        <worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>
        """;
}
