using Pupitre.Kernel;
using Pupitre.Recognition.Tables;

namespace Pupitre.Processes.Sheets;

/// <summary>A cell that cannot be taken.</summary>
/// <param name="Sheet">Name of the sheet; null for a text.</param>
/// <param name="Line">Row of the file, from 1.</param>
/// <param name="Column">Title of the column; null for the whole row.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record BadCell(string? Sheet, int Line, string? Column, string Message);

/// <summary>A row of the sheet: its line, and the cells of the columns that are known.</summary>
internal sealed record SheetLine(int Number, IReadOnlyDictionary<SheetColumn, string> Cells);

/// <summary>The rows of a sheet under the titles that are known, and what could not be read.</summary>
internal sealed record SheetContent(string? Sheet, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<string> Strange, IReadOnlyList<SheetLine> Lines, IReadOnlyList<BadCell> Bad)
{
    /// <summary>Largest file that is taken: ten times what a large map needs.</summary>
    public const int MaxBytes = 2 << 20;

    public const int MaxRows = 20_000;

    private const int MaxTitleRows = 20;

    /// <exception cref="Refused">It is no table, has no column of processes, or too many rows.</exception>
    public static SheetContent Read(byte[] file)
    {
        if (file.Length > MaxBytes)
        {
            throw new Refused(Texts.Sheet_TooLarge.With(MaxBytes >> 20));
        }

        using var content = new MemoryStream(file, writable: false);
        using var table = TableFile.OpenTable(content, leaveOpen: true);
        var (columns, strange) = Titles(table);
        var (lines, bad) = Rows(table, columns);
        return new SheetContent(table.Form.Sheet, [.. columns.OfType<SheetColumn>()], strange, lines, bad);
    }

    // The first row in which the column of processes stands; titles of one's own may stand above it.
    private static (IReadOnlyList<SheetColumn?> Columns, IReadOnlyList<string> Strange) Titles(TableReader table)
    {
        for (var row = 0; row < MaxTitleRows && table.Read(); row++)
        {
            if (!table.Cells.Exists(cell => SheetColumns.Name.IsCalled(cell)))
            {
                continue;
            }

            var columns = table.Cells.Select(cell => SheetColumns.All.FirstOrDefault(column => column.IsCalled(cell))).ToList();
            if (columns.OfType<SheetColumn>().GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                throw new Refused(Texts.Sheet_TitleTwice.With(twice.Key.Name));
            }

            return (columns, [.. table.Cells.Where((cell, at) => columns[at] is null && cell.Length > 0)]);
        }

        throw new Refused(Texts.Sheet_NoTitles.With(SheetColumns.Name.Name));
    }

    private static (IReadOnlyList<SheetLine> Lines, IReadOnlyList<BadCell> Bad) Rows(TableReader table, IReadOnlyList<SheetColumn?> columns)
    {
        var (lines, bad) = (new List<SheetLine>(), new List<BadCell>());
        while (table.Read())
        {
            if (table.Problem is { } problem)
            {
                bad.Add(new BadCell(table.Form.Sheet, table.Line, null, problem));
                continue;
            }

            if (table.Cells.TrueForAll(cell => cell.Length == 0))
            {
                continue;
            }

            if (lines.Count == MaxRows)
            {
                throw new Refused(Texts.Sheet_TooManyRows.With(MaxRows));
            }

            lines.Add(LineOf(table, columns));
            bad.AddRange(table.Unsaved.Where(at => at < columns.Count && columns[at] is not null).Select(at => new BadCell(table.Form.Sheet, table.Line, columns[at]!.Name, Texts.Sheet_FormulaUnsaved)));
        }

        return (lines, bad);
    }

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

    private static bool Guarded(string text) => text.TrimStart(' ', '\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
