using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Tables;

/// <summary>The parts of a workbook that stand beside the sheet: shared texts, styles that are dates, merged cells.</summary>
internal sealed class WorkbookParts
{
    /// <summary>Unpacked size of one part.</summary>
    public const long MaxPartBytes = 2L * 1024 * 1024 * 1024;

    private const long MaxSharedBytes = 300L * 1024 * 1024;
    private const int MaxSharedTexts = 5_000_000;
    private const int MaxDepth = 64;
    private const int MaxNamedCells = 5;

    public List<string> SharedTexts { get; } = [];

    public HashSet<int> DateStyles { get; } = [];

    /// <summary>Places of the formats under which a tenth is shown as 10 %.</summary>
    public HashSet<int> PercentStyles { get; } = [];

    public MergedCells Merged { get; } = new();

    public string SheetName { get; private set; } = "";

    public string SheetPath { get; private set; } = "";

    /// <summary>Names of the sheets that people see.</summary>
    public List<string> Sheets { get; } = [];

    public bool From1904 { get; private set; }

    /// <summary>Formulas of which no value is kept: how many, and the first cells.</summary>
    public int UnsavedCount { get; private set; }

    public List<string> Unsaved { get; } = [];

    public bool HasFormulas { get; private set; }

    /// <param name="archive">The workbook.</param>
    /// <param name="sheet">Name of the sheet to read; the first that people see when null or unknown.</param>
    public static WorkbookParts Read(ZipArchive archive, string? sheet = null)
    {
        var parts = new WorkbookParts();
        parts.ReadWorkbook(archive, sheet);
        parts.ReadSharedTexts(archive);
        parts.ReadStyles(archive);
        parts.ScanSheet(archive);
        return parts;
    }

    public static CountedStream Open(ZipArchive archive, string path, long most = MaxPartBytes)
    {
        var entry = archive.GetEntry(path) ?? throw new InvalidDataException(path);
        return new CountedStream(entry.Open(), Math.Max(1, entry.CompressedLength), most);
    }

    // Documents types are prohibited: no external entities, no billion laughs.
    public static XmlReader Reader(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    private void ReadWorkbook(ZipArchive archive, string? wanted)
    {
        string? relation = null;
        using (var xml = Reader(Open(archive, "xl/workbook.xml")))
        {
            while (Next(xml))
            {
                From1904 |= xml.LocalName == "workbookPr" && xml.GetAttribute("date1904") is "1" or "true";
                if (xml.LocalName != "sheet" || xml.GetAttribute("state") is not (null or "visible"))
                {
                    continue;
                }

                var name = xml.GetAttribute("name") ?? "";
                Sheets.Add(name);
                if (relation is null || name == wanted)
                {
                    SheetName = name;
                    relation = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
                }
            }
        }

        SheetPath = TargetOf(archive, relation) ?? "xl/worksheets/sheet1.xml";
    }

    private static string? TargetOf(ZipArchive archive, string? relation)
    {
        if (relation is null || archive.GetEntry("xl/_rels/workbook.xml.rels") is null)
        {
            return null;
        }

        using var xml = Reader(Open(archive, "xl/_rels/workbook.xml.rels"));
        while (Next(xml))
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") == relation && xml.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return null;
    }

    private void ReadSharedTexts(ZipArchive archive)
    {
        if (archive.GetEntry("xl/sharedStrings.xml") is null)
        {
            return;
        }

        using var xml = Reader(Open(archive, "xl/sharedStrings.xml", MaxSharedBytes));
        var text = new System.Text.StringBuilder();
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                xml.Skip();
            }

            if (xml is { NodeType: XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA } && text.Length < TableReader.MaxFieldLength)
            {
                text.Append(xml.Value);
            }
            else if (xml is { LocalName: "si" } && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement))
            {
                SharedTexts.Add(text.ToString());
                text.Clear();
                if (SharedTexts.Count > MaxSharedTexts)
                {
                    throw new InvalidDataException("shared texts");
                }
            }
        }
    }

    private void ReadStyles(ZipArchive archive)
    {
        if (archive.GetEntry("xl/styles.xml") is null)
        {
            return;
        }

        var own = new Dictionary<int, string>();
        var (inFormats, place) = (false, 0);
        using var xml = Reader(Open(archive, "xl/styles.xml", MaxSharedBytes));
        while (Next(xml))
        {
            switch (xml.LocalName)
            {
                case "numFmt" when int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id):
                    own[id] = xml.GetAttribute("formatCode") ?? "";
                    break;
                case "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs":
                    inFormats = xml.LocalName == "cellXfs";
                    break;
                case "xf" when inFormats:
                    _ = int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format);
                    if (IsDate(format, own.GetValueOrDefault(format)))
                    {
                        DateStyles.Add(place);
                    }
                    else if (IsPercent(format, own.GetValueOrDefault(format)))
                    {
                        PercentStyles.Add(place);
                    }

                    place++;
                    break;
            }
        }
    }

    // 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are the built-in formats of dates and times.
    private static bool IsDate(int id, string? code)
    {
        if (code is null)
        {
            return id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);
        }

        var bare = Bare(code);
        return bare.AsSpan().IndexOfAny("yYdD") >= 0 || bare.Contains("h:m", StringComparison.OrdinalIgnoreCase);
    }

    // 9 and 10 are the built-in formats of per cent.
    private static bool IsPercent(int id, string? code) => code is null ? id is 9 or 10 : Bare(code).Contains('%', StringComparison.Ordinal);

    // Without what a format says in words, colours and single signs.
    private static string Bare(string code) => System.Text.RegularExpressions.Regex.Replace(
        code, "\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(10));

    // Merged cells stand behind the rows, so they are looked for first. The pass also proves that the sheet stays within its limits.
    private void ScanSheet(ZipArchive archive)
    {
        using var xml = Reader(Open(archive, SheetPath));
        (string? Cell, bool HasFormula, bool HasValue) now = default;
        while (Next(xml))
        {
            if (xml.Depth > MaxDepth)
            {
                throw new InvalidDataException("depth");
            }

            switch (xml.LocalName)
            {
                case "c":
                    End(now);
                    now = (xml.GetAttribute("r"), false, false);
                    break;
                case "f":
                    HasFormulas = now.HasFormula = true;
                    break;
                case "v" or "is":
                    now.HasValue = true;
                    break;
                case "mergeCell":
                    Merged.Add(xml.GetAttribute("ref"));
                    break;
            }
        }

        End(now);
    }

    private void End((string? Cell, bool HasFormula, bool HasValue) cell)
    {
        if (!cell.HasFormula || cell.HasValue)
        {
            return;
        }

        UnsavedCount++;
        if (Unsaved.Count < MaxNamedCells && cell.Cell is not null)
        {
            Unsaved.Add(cell.Cell);
        }
    }

    private static bool Next(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Counts what comes out of a packed stream, and stops a bomb.</summary>
internal sealed class CountedStream(Stream inner, long packedBytes, long most) : Stream
{
    /// <summary>Sheets of repeated rows shrink to a hundredth; a bomb to less than a thousandth.</summary>
    private const int MaxRatio = 600;
    private const long RatioFromBytes = 50L * 1024 * 1024;

    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        return Count > most || (Count > RatioFromBytes && Count / packedBytes > MaxRatio)
            ? throw new Refused(Texts.Table_WorkbookSwells.With(Count / (1024 * 1024)))
            : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
