using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Pupitre.Gathering.Exports;

/// <summary>A table as spreadsheets of the reader's country open it: separator and decimal sign of the culture, UTF-8 with its mark.</summary>
internal static class CsvTable
{
    private const int FlushEveryRows = 500;

    // PostgreSQL gives an amount the zeros of its column, SQLite does not: the same table is the same file on either.
    private const string AsFewDigits = "0.############################";

    private static readonly System.Buffers.SearchValues<char> _quoted = System.Buffers.SearchValues.Create("\";,\r\n\t");

    public static async Task WriteAsync(TableExport table, Stream output, CancellationToken token)
    {
        var separator = CultureInfo.CurrentCulture.TextInfo.ListSeparator;
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var line = new StringBuilder();
        Append(line, table.Headers, separator);
        var rows = 0;
        foreach (var row in table.Rows)
        {
            Append(line, row, separator);
            if (++rows % FlushEveryRows == 0)
            {
                await writer.WriteAsync(line, token);
                line.Clear();
            }
        }

        await writer.WriteAsync(line, token);
    }

    /// <summary>
    /// Text that a spreadsheet would read as a formula gets an apostrophe before it, which spreadsheets take as "this is text". So does text that
    /// looks as if it had got one: whoever reads the table takes one away, and has what left.
    /// </summary>
    internal static string Harmless(string text)
    {
        var first = text.AsSpan().TrimStart(" '");
        return first.Length > 0 && first[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
    }

    private static void Append(StringBuilder line, IReadOnlyList<object?> values, string separator)
    {
        for (var i = 0; i < values.Count; i++)
        {
            line.Append(i == 0 ? "" : separator).Append(Cell(values[i]));
        }

        line.Append("\r\n");
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(Harmless(text)),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        LocalDateTime time => time.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        decimal amount => Quoted(amount.ToString(AsFewDigits, CultureInfo.CurrentCulture)),
        IFormattable number => Quoted(number.ToString(null, CultureInfo.CurrentCulture)),
        _ => Quoted(Harmless(value.ToString() ?? "")),
    };

    private static string Quoted(string text) => text.AsSpan().ContainsAny(_quoted) ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
}
