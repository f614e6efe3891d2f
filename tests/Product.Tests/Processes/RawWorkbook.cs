using System.IO.Compression;

namespace Pupitre.Product.Tests.Processes;

/// <summary>Workbooks with what the program itself never writes: formulas, merged cells.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheets">Name, rows and what stands behind the rows.</param>
    public static byte[] Of(params (string Name, string Rows, string Behind)[] sheets)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var named = string.Concat(sheets.Index().Select(sheet =>
                $"<sheet name=\"{sheet.Item.Name}\" sheetId=\"{sheet.Index + 1}\" r:id=\"rId{sheet.Index + 1}\"/>"));
            Part(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{named}</sheets></workbook>");
            Part(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">"
                + string.Concat(Enumerable.Range(1, sheets.Length).Select(
                    place => $"<Relationship Id=\"rId{place}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{place}.xml\"/>"))
                + "</Relationships>");
            foreach (var (at, sheet) in sheets.Index())
            {
                Part(archive, $"xl/worksheets/sheet{at + 1}.xml",
                    $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Rows}</sheetData>{sheet.Behind}</worksheet>");
            }
        }

        return file.ToArray();
    }

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">" + string.Concat(cells.Select((cell, at) =>
        $"<c r=\"{(char)('A' + at)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>";

    private static void Part(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(content);
    }
}
