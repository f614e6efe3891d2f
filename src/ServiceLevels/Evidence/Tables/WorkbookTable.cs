using System.Globalization;
using System.IO.Compression;
using System.Xml;
using NodaTime;
using Pupitre.Kernel;

namespace Pupitre.ServiceLevels.Evidence.Tables;

/// <summary>
/// The first sheet of an XLSX workbook, streamed. Merged cells are unrolled, dates are written as dates, and of a formula the value
/// that the workbook keeps is read. Sizes are counted while unpacking: what the archive says of itself is not believed.
/// </summary>
internal sealed class WorkbookTable : TableReader
{
    private readonly ZipArchive _archive;
    private readonly CountedStream _sheet;
    private readonly XmlReader _xml;
    private readonly List<string> _shared;
    private readonly HashSet<int> _dateStyles;
    private readonly MergedCells _merged;
    private readonly string _name;
    private readonly bool _from1904;
    private bool _hasFormulas;
    private int _row;

    private WorkbookTable(ZipArchive archive, WorkbookParts parts)
    {
        _archive = archive;
        (_shared, _dateStyles, _merged, _name, _from1904) = (parts.SharedTexts, parts.DateStyles, parts.Merged, parts.SheetName, parts.From1904);
        _hasFormulas = parts.HasFormulas;
        _sheet = WorkbookParts.Open(archive, parts.SheetPath);
        _xml = WorkbookParts.Reader(_sheet);
    }

    public override TableForm Form => new(null, null, _name, _hasFormulas);

    public override long BytesRead => _sheet.Count;

    /// <exception cref="Refused">The file is no workbook, is damaged, or swells beyond the limits.</exception>
    public static WorkbookTable Open(Stream seekable)
    {
        try
        {
            var archive = new ZipArchive(seekable, ZipArchiveMode.Read);
            return new WorkbookTable(archive, WorkbookParts.Read(archive));
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

    protected override void Dispose(bool disposing)
    {
        _xml.Dispose();
        _sheet.Dispose();
        _archive.Dispose();
    }

    private bool ReadRow()
    {
        Cells.Clear();
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
        var value = _xml.IsEmptyElement ? "" : Value(type);
        _xml.Read();
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

    // Leaves the reader on the end of the cell.
    private string Value(string? type)
    {
        var text = "";
        var depth = _xml.Depth;
        _xml.Read();
        while (_xml.Depth > depth)
        {
            if (_xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                _hasFormulas = true;
                _xml.Skip();
            }
            else if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName is "v" or "t" && !_xml.IsEmptyElement)
            {
                text += _xml.ReadElementContentAsString();
            }
            else
            {
                _xml.Read();
            }
        }

        if (text.Length > MaxFieldLength)
        {
            Problem = Texts.Row_FieldTooLong.With(MaxFieldLength);
            return text[..MaxFieldLength];
        }

        return type == "s" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) && shared < _shared.Count ? _shared[shared] : text;
    }

    private string Written(string value, string? type, string? style)
    {
        if (type is null or "n" && int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _dateStyles.Contains(number)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is > 0 and < 2_958_466)
        {
            return DateOf(serial);
        }

        return type == "e" ? "" : type == "b" ? (value == "1" ? "1" : "0") : value.Trim();
    }

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
