namespace Pupitre.Mining;

/// <summary>How a separated text is written: its separator, and whether a line <c>sep=;</c>, which spreadsheets put first, says so.</summary>
/// <param name="Separator">What stands between two fields.</param>
/// <param name="HasSeparatorLine">The first line says the separator and holds no data: the header follows it.</param>
public readonly record struct CsvDialect(char Separator, bool HasSeparatorLine)
{
    /// <summary>The separators that are known, the likeliest first.</summary>
    public const string Separators = ";,\t|";

    /// <summary>Rows that are looked at.</summary>
    private const int MostRows = 60;

    /// <summary>
    /// Guesses from the first lines. A line <c>sep=</c> decides, else the header: the separator that stands in it most often outside quotes.
    /// Only where the first line is a title above the table (few lines agree with it, and all agree on another separator) do the lines below it.
    /// </summary>
    /// <param name="beginning">The first lines, decoded; they may end inside a row.</param>
    public static CsvDialect Guess(ReadOnlySpan<char> beginning)
    {
        beginning = beginning.TrimStart("\r\n\uFEFF");
        return SeparatorLine(beginning) is { } said ? new(said, HasSeparatorLine: true) : new(SeparatorOf(beginning), HasSeparatorLine: false);
    }

    /// <summary>The separator that a first line <c>sep=;</c> says, in quotes or not, or null when it is no such line.</summary>
    public static char? SeparatorLine(ReadOnlySpan<char> beginning)
    {
        var end = beginning.IndexOfAny('\r', '\n');
        var line = end < 0 ? beginning : beginning[..end];
        line = line is ['"', .., '"'] ? line[1..^1] : line;
        return line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line[4] is not '"' ? line[4] : null;
    }

    private static char SeparatorOf(ReadOnlySpan<char> beginning)
    {
        var shapes = new RowShapes[Separators.Length];
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i] = RowShapes.Of(beginning, Separators[i], MostRows);
        }

        var header = shapes.Where(shape => shape.Width(0) > 0).OrderByDescending(shape => shape.Width(0)).ThenByDescending(shape => shape.Fitting(0)).FirstOrDefault();
        // A title may hold a comma, too; a table below it agrees with itself from its own header on, which has none.
        var isDoubtful = header is null || (header.Fitting(0) * 2) <= header.Rows;
        var table = shapes.Where(shape => shape != header && shape.Table is { } at && shape.Width(at) > (header?.Width(0) ?? 0) && (isDoubtful || (!shape.Stands(0) && !header!.Stands(at))))
            .OrderByDescending(shape => shape.Fitting(shape.Table!.Value)).ThenBy(shape => shape.Table).FirstOrDefault();
        return (table ?? header)?.Separator ?? Separators[0];
    }

    /// <summary>How many separators each of the first rows holds, read with one of them.</summary>
    private sealed class RowShapes(char separator)
    {
        private const int MostTitles = 10;

        private readonly List<(int All, int ToLastFilled)> _rows = [];

        public char Separator => separator;

        public int Rows => _rows.Count;

        /// <summary>The first row below the first that a table may begin with: nine of ten rows from it on have its width, and there are two at least.</summary>
        public int? Table
        {
            get
            {
                for (var row = 1; row <= Math.Min(MostTitles, _rows.Count - 2); row++)
                {
                    if (Width(row) > 0 && Fitting(row) * 10 >= (_rows.Count - row) * 9)
                    {
                        return row;
                    }
                }

                return null;
            }
        }

        /// <summary>Separators of a row up to its last field that holds something.</summary>
        public int Width(int row) => row < _rows.Count ? _rows[row].ToLastFilled : 0;

        public bool Stands(int row) => row < _rows.Count && _rows[row].All > 0;

        /// <summary>How many rows from one on have as many separators as it; empty fields at their ends may be more or fewer.</summary>
        public int Fitting(int header)
        {
            var width = Width(header);
            return _rows.Skip(header).Count(row => row.ToLastFilled <= width && width <= row.All);
        }

        public static RowShapes Of(ReadOnlySpan<char> text, char separator, int most)
        {
            var shapes = new RowShapes(separator);
            var (all, filled, isQuoted, isFieldStart, isEmpty) = (0, 0, false, true, true);
            for (var at = 0; at < text.Length && shapes._rows.Count < most; at++)
            {
                var sign = text[at];
                if (sign == '"' && (isQuoted || isFieldStart))
                {
                    // A doubled quote closes and opens again: as far as separators go, that is the same.
                    (isQuoted, isFieldStart, isEmpty, filled) = (!isQuoted, false, false, all);
                }
                else if (isQuoted)
                {
                    continue;
                }
                else if (sign == separator)
                {
                    (all, isFieldStart, isEmpty) = (all + 1, true, false);
                }
                else if (sign is '\n' or '\r')
                {
                    shapes.Add(all, filled, isEmpty);
                    (all, filled, isFieldStart, isEmpty) = (0, 0, true, true);
                }
                else if (sign != ' ')
                {
                    (filled, isFieldStart, isEmpty) = (all, false, false);
                }
            }

            // The last row is whole only when it is all there is: the text may have been cut inside it.
            if (shapes._rows.Count == 0)
            {
                shapes.Add(all, filled, isEmpty);
            }

            return shapes;
        }

        private void Add(int all, int filled, bool isEmpty)
        {
            if (!isEmpty)
            {
                _rows.Add((all, filled));
            }
        }
    }
}
