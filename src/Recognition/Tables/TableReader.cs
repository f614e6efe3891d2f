namespace Pupitre.Recognition.Tables;

/// <summary>Reads a table forward, row by row, as text: CSV, pasted cells or a workbook's first sheet.</summary>
public abstract class TableReader : IDisposable
{
    public const int MaxColumns = 500;

    /// <summary>Longer fields spoil their row: no cell of administrative work is that long.</summary>
    public const int MaxFieldLength = 100_000;

    /// <summary>Line of the file, from 1, at which the row begins.</summary>
    public int Line { get; protected set; }

    /// <summary>Cells of the row; lent until the next one.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>Columns of the row that hold a formula of which the file keeps no value: what stands there is not known, which is not nothing.</summary>
    public HashSet<int> Unsaved { get; } = [];

    /// <summary>Columns of the row that hold an error of the spreadsheet (<c>#REF!</c>); their cells are read as empty.</summary>
    public HashSet<int> Errors { get; } = [];

    /// <summary>Why the row cannot be taken, or null.</summary>
    public string? Problem { get; protected set; }

    public abstract long BytesRead { get; }

    /// <summary>Encoding, separator and the like, as they were detected.</summary>
    public abstract TableForm Form { get; }

    /// <summary>Moves to the next row, empty ones included; false at the end.</summary>
    public abstract bool Read();

    /// <summary>Goes back before the first row; what was learned of the file stays known.</summary>
    public abstract void Rewind();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>How a table is written down.</summary>
/// <param name="Encoding">Name of the encoding; null for a workbook.</param>
/// <param name="Separator">Separator of columns; null for a workbook.</param>
/// <param name="Sheet">Name of the sheet; null for a text.</param>
/// <param name="HasFormulas">Cells were formulas: the values that the workbook keeps of them are read.</param>
public sealed record TableForm(string? Encoding, char? Separator, string? Sheet, bool HasFormulas)
{
    /// <summary>Days of the workbook count from 1904.</summary>
    public bool From1904 { get; init; }

    /// <summary>Names of the sheets that people see, in their order; this one is among them.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>How many formulas of the sheet have no value kept, and the first of their cells.</summary>
    public (int Count, IReadOnlyList<string> First) Unsaved { get; init; } = (0, []);
}
