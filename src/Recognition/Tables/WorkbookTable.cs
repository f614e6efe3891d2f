using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using NodaTime;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Tables;

/// <summary>
/// The first sheet of an XLSX workbook, streamed. Merged cells are unrolled, dates are written as dates, and of a formula the value
/// that the workbook keeps is read. Sizes are counted while unpacking: what the archive says of itself is not believed.
/// </summary>
internal sealed class WorkbookTable : TableReader
{
    /// <summary>A share beyond it is left as it stands.</summary>
    private const decimal MostShare = 1_000_000_000m;
    private const int PercentDigits = 10;

    private readonly ZipArchive _archive;
    private CountedStream _sheet;
    private XmlReader _xml;
    private readonly List<string> _shared;
    private readonly HashSet<int> _dateStyles;
    private readonly HashSet<int> _percentStyles;
    private readonly WorkbookParts _parts;
    private readonly MergedCells _merged;
    private readonly string _name;
    private readonly bool _from1904;
    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[4096];
    private bool _hasFormulas;
    private int _row;

    private WorkbookTable(ZipArchive archive, WorkbookParts parts)
    {
        _archive = archive;
        (_shared, _dateStyles, _percentStyles) = (parts.SharedTexts, parts.DateStyles, parts.PercentStyles);
        (_merged, _name, _from1904) = (parts.Merged, parts.SheetName, parts.From1904);
        _parts = parts;
        _hasFormulas = parts.HasFormulas;
        _sheet = WorkbookParts.Open(archive, parts.SheetPath);
        _xml = WorkbookParts.Reader(_sheet);
    }

    public override TableForm Form => new(null, null, _name, _hasFormulas) { From1904 = _from1904, Sheets = _parts.Sheets, Unsaved = (_parts.UnsavedCount, _parts.Unsaved) };

    public override long BytesRead => _sheet.Count;

    /// <exception cref="Refused">The file is no workbook, is damaged, or swells beyond the limits.</exception>
    public static WorkbookTable Open(Stream seekable, string? sheet = null, bool leaveOpen = false)
    {
        try
        {
            seekable.Position = 0;
            var archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen);
            return new WorkbookTable(archive, WorkbookParts.Read(archive, sheet));
        }
        catch (Exception problem) when (problem is InvalidDataException or XmlException or FormatException or KeyNotFoundException)
        {
            throw new Refused(Texts.Table_WorkbookBroken);
        }
    }

    public override bool Read()
    {
        try
        {
            return ReadRow();
        }
        catch (Exception problem) when (problem is InvalidDataException or XmlException or FormatException)
        {
            throw new Refused(Texts.Table_WorkbookBrokenAt.With(_row));
        }
    }

    public override void Rewind()
    {
        _xml.Dispose();
        _sheet = WorkbookParts.Open(_archive, _parts.SheetPath);
        _xml = WorkbookParts.Reader(_sheet);
        _row = 0;
        _merged.Rewind();
    }

    protected override void Dispose(bool disposing)
    {
        _xml.Dispose();
        _sheet.Dispose();
        _archive.Dispose();
    }

    private bool ReadRow()
    {
        Cells.Clear();
        Unsaved.Clear();
        Errors.Clear();
        Problem = null;
        while (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "row")
        {
            if (!_xml.Read())
            {
                return false;
            }
        }

        _row = int.TryParse(_xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _row + 1;
        Line = _row;
        if (!_xml.IsEmptyElement)
        {
            ReadCells();
        }

        _xml.Read();
        _merged.Unroll(_row, Cells);
        return true;
    }

    private void ReadCells()
    {
        _xml.Read();
        while (!(_xml.NodeType == XmlNodeType.EndElement && _xml.LocalName == "row") && !_xml.EOF)
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "c")
            {
                ReadCell();
            }
            else
            {
                _xml.Read();
            }
        }
    }

    private void ReadCell()
    {
        var column = MergedCells.ColumnOf(_xml.GetAttribute("r")) ?? Cells.Count;
        var (type, style) = (_xml.GetAttribute("t"), _xml.GetAttribute("s"));
        var isUnsaved = false;
        var value = _xml.IsEmptyElement ? "" : Value(type, out isUnsaved);
        _xml.Read();
        if (isUnsaved)
        {
            Unsaved.Add(column);
        }

        if (type == "e")
        {
            Errors.Add(column);
        }

        if (column >= MaxColumns)
        {
            Problem = value.Length > 0 ? Texts.Row_TooManyColumns.With(MaxColumns) : Problem;
            return;
        }

        while (Cells.Count <= column)
        {
            Cells.Add("");
        }

        Cells[column] = Written(value, type, style);
    }

    // Leaves the reader on the end of the cell. No more of a text is built than a field may hold.
    private string Value(string? type, out bool isUnsaved)
    {
        var (hasFormula, hasValue) = (false, false);
        _text.Clear();
        var depth = _xml.Depth;
        _xml.Read();
        while (_xml.Depth > depth)
        {
            if (_xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                _hasFormulas = hasFormula = true;
                _xml.Skip();
            }
            else if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName is "v" or "t" or "is")
            {
                hasValue = true;
                ReadText(_xml.LocalName != "is");
            }
            else
            {
                _xml.Read();
            }
        }

        isUnsaved = hasFormula && !hasValue;
        if (_text.Length > MaxFieldLength)
        {
            Problem = Texts.Row_FieldTooLong.With(MaxFieldLength);
            return _text.ToString(0, MaxFieldLength);
        }

        var text = _text.ToString();
        return type == "s" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) && shared < _shared.Count ? _shared[shared] : text;
    }

    private void ReadText(bool holdsText)
    {
        if (!holdsText || _xml.IsEmptyElement)
        {
            _xml.Read();
            return;
        }

        var depth = _xml.Depth;
        _xml.Read();
        while (_xml.Depth > depth)
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                for (int read; _text.Length <= MaxFieldLength && (read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;)
                {
                    _text.Append(_chunk, 0, read);
                }
            }

            _xml.Read();
        }
    }

    private string Written(string value, string? type, string? style)
    {
        if (type is null or "n" && int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (_dateStyles.Contains(number) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial)
                && serial is > 0 and < 2_958_466)
            {
                return DateOf(serial);
            }

            if (_percentStyles.Contains(number) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
                && decimal.Abs(share) < MostShare)
            {
                return PercentOf(share);
            }
        }

        return type == "e" ? "" : type == "b" ? (value == "1" ? "1" : "0") : value.Trim();
    }

    // As whoever typed "12,5 %" sees it: the file holds 0.125, and not always to the last digit.
    private static string PercentOf(decimal share) =>
        decimal.Round(share * 100, PercentDigits).ToString("0.##########", CultureInfo.InvariantCulture) + " %";

    private string DateOf(double serial)
    {
        var zero = _from1904 ? new LocalDate(1904, 1, 1) : new LocalDate(1899, 12, 30);
        var seconds = (long)Math.Round(serial * NodaConstants.SecondsPerDay);
        var local = zero.AtMidnight().PlusSeconds(seconds);
        return local.TimeOfDay == LocalTime.Midnight
            ? local.Date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture)
            : local.ToString("uuuu'-'MM'-'dd' 'HH':'mm':'ss", CultureInfo.InvariantCulture);
    }
}
