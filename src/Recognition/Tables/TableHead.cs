using Pupitre.Kernel;

namespace Pupitre.Recognition.Tables;

/// <summary>The first rows of a table, and where its column names stand.</summary>
public sealed record TableHead(int HeaderLine, IReadOnlyList<string> Columns, IReadOnlyList<TableSample> Rows, TableForm Form)
{
    private const int MaxTitleLines = 30;
    private const int SampleRows = 200;

    /// <param name="headerLine">Line of the names of the columns when a person said so.</param>
    /// <exception cref="Refused">No row has fewer columns, and there are more than <see cref="TableReader.MaxColumns"/> columns.</exception>
    public static TableHead Of(TableReader reader, int? headerLine = null)
    {
        var rows = new List<TableSample>();
        int? tooWide = null;
        while (rows.Count < MaxTitleLines + SampleRows && reader.Read())
        {
            if (reader.Problem is not null)
            {
                tooWide ??= reader.Cells.Count == TableReader.MaxColumns ? reader.Line : null;
            }
            else if (reader.Cells.Exists(cell => cell.Length > 0))
            {
                rows.Add(new TableSample(reader.Line, [.. reader.Cells]));
            }
        }

        if (rows.Count == 0 && tooWide is { } line)
        {
            throw new Refused(Texts.Table_TooManyColumns.With(line, TableReader.MaxColumns));
        }

        var said = headerLine is null ? -1 : rows.FindIndex(row => row.Line >= headerLine);
        var header = rows.Count == 0 ? -1 : said >= 0 ? said : HeaderAmong(rows);
        return header < 0
            ? new TableHead(1, [], [], reader.Form)
            : new TableHead(rows[header].Line, Named(rows[header].Cells), rows[(header + 1)..], reader.Form);
    }

    /// <summary>Names of columns: without blanks and twins, so that each means one column.</summary>
    public static IReadOnlyList<string> Named(IReadOnlyList<string> cells)
    {
        var names = new List<string>(cells.Count);
        for (var place = 0; place < cells.Count; place++)
        {
            var name = cells[place].Length == 0 ? Texts.Table_Column.With(LetterOf(place)) : cells[place].ReplaceLineEndings(" ");
            name = name.Length > IncomingEvent.MaxWordLength ? name[..IncomingEvent.MaxWordLength] : name;
            names.Add(names.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"{name} ({LetterOf(place)})" : name);
        }

        return names;
    }

    // The first row that is as wide as the table below it and holds no date: titles are narrow.
    private static int HeaderAmong(List<TableSample> rows)
    {
        var width = rows.Max(row => row.Cells.Count(cell => cell.Length > 0));
        var dates = new CellDates(NodaTime.DateTimeZone.Utc, isMonthFirst: false, midnightIsDay: false);
        var header = rows.Take(MaxTitleLines).ToList().FindIndex(row =>
            row.Cells.Count(cell => cell.Length > 0) * 10 >= width * 6 && !row.Cells.Any(cell => dates.TryRead(cell, out _)));
        return Math.Max(header, 0);
    }

    /// <summary>Name of a column as spreadsheets write it: 0 is A.</summary>
    public static string LetterOf(int place) => place < 26 ? ((char)('A' + place)).ToString() : LetterOf((place / 26) - 1) + (char)('A' + (place % 26));
}

/// <summary>A row that was looked at.</summary>
public sealed record TableSample(int Line, IReadOnlyList<string> Cells)
{
    public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
