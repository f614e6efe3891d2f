using Pupitre.Kernel;
using Pupitre.Recognition.Tables;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>A cell that cannot be taken.</summary>
/// <param name="Sheet">Name of the sheet; null for a text.</param>
/// <param name="Line">Row of the file, from 1.</param>
/// <param name="Column">Title of the column; null for the whole row.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record BadCell(string? Sheet, int Line, string? Column, string Message);

/// <summary>A row of the sheet: its line, and the cells of the columns that are known.</summary>
internal sealed record SheetLine(int Number, IReadOnlyDictionary<SheetColumn, string> Cells)
{
    /// <summary>The cell of a column; empty where the sheet has no such column.</summary>
    public string this[SheetColumn column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>The rows of a sheet under the titles that are known, and what could not be read.</summary>
internal sealed record SheetContent(
    string? Sheet,
    SheetKind Kind,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<string> Strange,
    IReadOnlyList<SheetLine> Lines,
    IReadOnlyList<BadCell> Bad)
{
    private const int MaxTitleRows = 20;

    // As Excel and LibreOffice write them, in French and in English.
    private static readonly HashSet<string> _errors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#N/A", "#REF!", "#DIV/0!", "#NULL!", "#NUL!", "#NUM!", "#NOMBRE!", "#VALUE!", "#VALEUR!", "#NAME?", "#NOM?",
    };

    public BadCell BadAt(SheetLine line, SheetColumn? column, string message) => new(Sheet, line.Number, column?.Name, message);

    /// <summary>Fills a row from the cells of a line, column by column; what is wrong is kept.</summary>
    public void Fill<T>(T row, SheetLine line, IEnumerable<SheetColumn<T>> columns, List<BadCell> bad)
    {
        foreach (var column in columns.Where(Columns.Contains))
        {
            if (column.Read(row, WithoutUnit(column, line[column])) is { } problem)
            {
                bad.Add(BadAt(line, column, problem));
            }
        }
    }

    // "10 %" in a column of per cent is ten.
    private static string WithoutUnit(SheetColumn column, string cell) => cell.Length > 1 && cell[^1] is '%' or '€'
        && column.Name.EndsWith($"({cell[^1]})", StringComparison.Ordinal) ? cell[..^1].TrimEnd() : cell;

    /// <returns>The content; null where no row has the titles of a known kind.</returns>
    /// <exception cref="Refused">A title stands there twice, or there are more rows than are left.</exception>
    internal static SheetContent? Of(TableReader table, int rowsLeft)
    {
        for (var row = 0; row < MaxTitleRows && table.Read(); row++)
        {
            if (SheetKinds.Of(table.Cells) is { } kind)
            {
                return Under(table, kind, rowsLeft);
            }
        }

        return null;
    }

    // Titles of one's own may stand above those that are known.
    private static SheetContent Under(TableReader table, SheetKind kind, int rowsLeft)
    {
        var columns = table.Cells.Select(cell => kind.Columns.FirstOrDefault(column => column.IsCalled(cell))).ToList();
        if (columns.OfType<SheetColumn>().GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new Refused(Texts.Sheet_TitleTwice.With(twice.Key.Name));
        }

        List<string> strange = [.. table.Cells.Where((cell, at) => columns[at] is null && cell.Length > 0)];
        var (lines, bad) = Rows(table, columns, rowsLeft);
        return new SheetContent(table.Form.Sheet, kind, [.. columns.OfType<SheetColumn>()], strange, lines, bad);
    }

    private static (IReadOnlyList<SheetLine> Lines, IReadOnlyList<BadCell> Bad) Rows(
        TableReader table, List<SheetColumn?> columns, int rowsLeft)
    {
        var (lines, bad) = (new List<SheetLine>(), new List<BadCell>());
        while (table.Read())
        {
            if (table.Problem is { } problem)
            {
                bad.Add(new BadCell(table.Form.Sheet, table.Line, null, problem));
                continue;
            }

            bad.AddRange(table.Unsaved.Where(at => at < columns.Count && columns[at] is not null)
                .Select(at => new BadCell(table.Form.Sheet, table.Line, columns[at]!.Name, Texts.Sheet_FormulaUnsaved)));
            bad.AddRange(Errors(table, columns));
            if (table.Cells.TrueForAll(cell => cell.Length == 0))
            {
                continue;
            }

            if (lines.Count == rowsLeft)
            {
                throw new Refused(Texts.Sheet_TooManyRows.With(SheetBook.MaxRows));
            }

            lines.Add(LineOf(table, columns));
        }

        return (lines, bad);
    }

    // What a spreadsheet could not compute is nothing that somebody said; a text keeps the sign of it.
    private static IEnumerable<BadCell> Errors(TableReader table, List<SheetColumn?> columns) => columns.Index()
        .Where(column => column.Item is not null && (table.Errors.Contains(column.Index)
            || (column.Index < table.Cells.Count && _errors.Contains(table.Cells[column.Index].Trim()))))
        .Select(column => new BadCell(table.Form.Sheet, table.Line, column.Item!.Name, Texts.Sheet_ErrorOfSpreadsheet));

    private static SheetLine LineOf(TableReader table, IReadOnlyList<SheetColumn?> columns)
    {
        var isText = table.Form.Sheet is null;
        var cells = new Dictionary<SheetColumn, string>();
        foreach (var (at, column) in columns.Index())
        {
            if (column is not null)
            {
                var cell = at < table.Cells.Count ? table.Cells[at].ReplaceLineEndings("\n") : "";
                cells[column] = isText ? WithoutGuard(cell) : cell;
            }
        }

        return new SheetLine(table.Line, cells);
    }

    // What leaves as CSV gets an apostrophe where a spreadsheet would read a formula.
    private static string WithoutGuard(string cell) => cell is ['\'', .. var rest] && Guarded(rest) ? rest : cell;

    private static bool Guarded(string text) =>
        text.TrimStart(' ', '\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
