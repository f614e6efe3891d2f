using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Tracking;

/// <summary>Finds the months of a table, along its lines or its columns, and reads what stands beside them. Null when the table is no tracking sheet.</summary>
internal sealed partial class ReadTrackingSheet(DateTimeZone zone, int? saidYear)
{
    private const int MatchTimeoutMs = 10_000;

    /// <summary>Rows within which months are looked for: no more of a large export is read for it.</summary>
    private const int LookedRows = 230;

    private const int MaxRows = 3_000;
    private const int MaxTitleLines = 30;
    private const int LeastMonthsAcross = 2;
    private const int LeastDaysAcross = 3;

    /// <summary>Of ten values, how many name a month; and how many differ.</summary>
    private const int DifferentTenths = 8;
    private const int MonthTenths = 6;

    /// <summary>Stands for the year until somebody says it; nothing is planned before.</summary>
    private const int AnyYear = 2024;

    private static readonly CellDates _days = new(DateTimeZone.Utc, isMonthFirst: false, midnightIsDay: true);

    private readonly List<int> _unread = [];

    /// <summary>The table of the sheet, or its tables where several stand below each other; none when it holds no months.</summary>
    /// <param name="table">Before its first row.</param>
    /// <param name="fileName">May name the year.</param>
    public IReadOnlyList<TrackingSheet> Of(TableReader table, string fileName)
    {
        var rows = Take(table, LookedRows);
        if (Across(rows) is null && Down(rows) is null && Repeated(rows) is null && Blocks(rows).Count < 2)
        {
            return [];
        }

        rows.AddRange(Take(table, MaxRows - rows.Count));
        var blocks = Blocks(rows);
        return blocks.Count > 1 ? Each(table, fileName, blocks) : OfRows(table, fileName, rows) is { } only ? [only] : [];
    }

    private TrackingSheet? OfRows(TableReader table, string fileName, List<TableSample> rows)
    {
        _unread.Clear();
        return Across(rows) is { } across ? OfColumns(table, fileName, rows, across)
            : Down(rows) is { } down ? OfLines(table, fileName, rows, down.Column, down.First)
            : Repeated(rows) is { } repeated ? OfRepeated(table, fileName, rows, repeated)
            : null;
    }

    private static List<TableSample> Take(TableReader table, int most)
    {
        var rows = new List<TableSample>();
        while (rows.Count < most && table.Read())
        {
            if (table.Problem is null && table.Cells.Exists(cell => cell.Length > 0))
            {
                rows.Add(new TableSample(table.Line, [.. table.Cells]));
            }
        }

        return rows;
    }

    // The row of months: most of what stands from the first month on names one, each another.
    private static int? Across(List<TableSample> rows)
    {
        for (var at = 0; at < Math.Min(rows.Count, MaxTitleLines); at++)
        {
            var named = rows[at].Cells.Select(MonthCell.Of).ToList();
            var first = named.FindIndex(month => month is not null);
            if (first < 1)
            {
                continue;
            }

            var (months, filled) = (named.Skip(first).OfType<MonthCell>().ToList(), rows[at].Cells.Skip(first).Count(cell => cell.Length > 0));
            if (months.Count >= LeastMonthsAcross && IsHead(rows, at, first) && months.Count * 2 >= filled && months.Distinct().Count() * 10 >= months.Count * DifferentTenths && rows.Skip(at + 1).Any(row => row.Cells.Take(first).Any(HasWord)))
            {
                return at;
            }
        }

        return null;
    }

    // Dates that begin or end months head columns when they follow each other; a row of cases under its titles holds such dates by chance.
    private static bool IsHead(List<TableSample> rows, int at, int first)
    {
        var days = rows[at].Cells.Skip(first).Where(IsDate).Select(MonthCell.Of).ToList();
        var isRow = days.Count == 0 || (days.Count >= LeastDaysAcross && days.TrueForAll(day => day is not null) && days.Zip(days.Skip(1)).All(pair => pair.First!.Value.First(null)!.Value.AddMonths(1) == pair.Second!.Value.First(null)));
        return isRow && (days.Count == 0 || at == 0 || rows[at - 1].Cells.Skip(first).Count(HasWord) < days.Count);
    }

    private static bool IsDate(string cell) => _days.TryRead(cell, out _);

    // The column of months: nearly every line that holds anything there names one, each another.
    private static (int Column, int First)? Down(List<TableSample> rows)
    {
        for (var column = 0; column < rows.Select(row => row.Cells.Count).DefaultIfEmpty().Max(); column++)
        {
            var place = column;
            var first = rows.FindIndex(row => MonthCell.Of(row.At(place)) is not null);
            if (first < 1 || first > MaxTitleLines || rows.Take(first).Any(row => IsDate(row.At(place))) || rows[HeadAbove(rows, first, place)].Cells.Any(IsDate))
            {
                continue;
            }

            var below = rows.Skip(first).Select(row => row.At(place)).Where(cell => cell.Length > 0).ToList();
            var months = below.Select(MonthCell.Of).OfType<MonthCell>().ToList();
            if (column > 0 && below.TrueForAll(IsDate) && !SaysMonth(rows[HeadAbove(rows, first, place)].At(place)))
            {
                continue;
            }

            if (below.Count * 2 > rows.Count - first && months.Count * 10 >= below.Count * MonthTenths && months.Distinct().Count() * 10 >= months.Count * DifferentTenths && rows[first].Cells.Count > 1)
            {
                return (column, first);
            }
        }

        return null;
    }

    // Bills that fall due at the end of months stand in such a column too: then its title says so, or nothing stands before it.
    private static bool SaysMonth(string title) => Folded.Of(title) is var folded && Array.Exists(["mois", "periode", "month", "period"], word => folded.Contains(word, StringComparison.Ordinal));

    private TrackingSheet? OfLines(TableReader table, string fileName, List<TableSample> rows, int column, int first)
    {
        var head = HeadAbove(rows, first, column);
        var titles = TableHead.Named(Widened(rows[head].Cells, rows));
        var months = Years(rows.Skip(first).Select(row => MonthCell.Of(row.At(column))), ContextOf(table, fileName, rows, head), out var asksYear);
        var body = rows.Skip(first).ToList();
        var orders = DateOrders.Of(new TableHead(rows[head].Line, titles, body, table.Form));
        _unread.AddRange(body.Where((row, at) => months[at] is null && row.Cells.Where((cell, place) => place != column && cell.Length > 0).Any()).Select(row => row.Line));
        var series = titles.Index().Where(title => title.Index != column).Select(title =>
        {
            var dates = DatesOf(orders, title.Item, table);
            return new TrackingSeries(title.Item, [.. body.Index().Where(row => months[row.Index] is not null).Select(row => CellOf(row.Item, title.Index, months[row.Index]!.Value, dates))]);
        }).Where(one => one.Cells.Any(cell => cell.Text.Length > 0)).ToList();
        return Sheet(table, MonthsAlong.Lines, Above(rows, head), titles[column], series, asksYear);
    }

    private TrackingSheet? OfColumns(TableReader table, string fileName, List<TableSample> rows, int head)
    {
        var cells = rows[head].Cells;
        var first = cells.ToList().FindIndex(cell => MonthCell.Of(cell) is not null);
        var months = Years(cells.Skip(first).Select(MonthCell.Of), ContextOf(table, fileName, rows, head), out var asksYear);
        var body = rows.Skip(head + 1).ToList();
        var titleColumn = TitleColumn(body, first);
        var names = TableHead.Named(cells);
        var orders = DateOrders.Of(new TableHead(rows[head].Line, names, body, table.Form));
        var dates = names.Select(name => DatesOf(orders, name, table)).ToList();
        var titled = body.Where(row => TitleOf(row, titleColumn, first).Length > 0).ToList();
        var titles = TableHead.Named([.. titled.Select(row => TitleOf(row, titleColumn, first))]);
        var series = titled.Select((row, at) => new TrackingSeries(titles[at],
            [.. Enumerable.Range(0, months.Count).Where(month => months[month] is not null).Select(month => CellOf(row, first + month, months[month]!.Value, dates[first + month]))]))
            .Where(one => one.Cells.Any(cell => cell.Text.Length > 0)).ToList();
        return Sheet(table, MonthsAlong.Columns, Above(rows, head), "", series, asksYear);
    }

    private static string Above(List<TableSample> rows, int head) => string.Join(' ', rows.Take(head).SelectMany(row => row.Cells).Where(cell => cell.Length > 0));

    private TrackingSheet? Sheet(TableReader table, MonthsAlong along, string heading, string monthsTitle, List<TrackingSeries> series, bool asksYear) =>
        series.Exists(one => one.SaysDone) ? new(table.Form.Sheet ?? "", along, heading, monthsTitle, series, [.. _unread], asksYear && saidYear is null) : null;

    // Of the columns before the months, that whose words differ most from line to line says what is done: a domain or a person repeats.
    private static int TitleColumn(List<TableSample> body, int first) =>
        Enumerable.Range(0, first).OrderByDescending(column => body.Select(row => row.At(column)).Where(HasWord).Distinct(StringComparer.OrdinalIgnoreCase).Count()).ThenBy(column => column).First();

    private static string TitleOf(TableSample row, int column, int first) => HasWord(row.At(column)) ? row.At(column) : row.Cells.Take(first).FirstOrDefault(HasWord) ?? "";

    private static bool HasWord(string cell) => cell.Count(char.IsLetter) > 1;

    // The nearest row above the first month that names columns: a narrow one is a title of the whole.
    private static int HeadAbove(List<TableSample> rows, int first, int column)
    {
        for (var at = first - 1; at >= 0; at--)
        {
            if (rows[at].Cells.Where((_, place) => place != column).Any(HasWord))
            {
                return at;
            }
        }

        return first - 1;
    }

    private static List<string> Widened(IReadOnlyList<string> names, List<TableSample> rows)
    {
        var wide = names.ToList();
        wide.AddRange(Enumerable.Repeat("", Math.Max(0, rows.Max(row => row.Cells.Count) - wide.Count)));
        return wide;
    }

    private CellDates DatesOf(DateOrders orders, string name, TableReader table) => new(zone, orders.IsMonthFirst(name), midnightIsDay: true, table.Form.From1904);

    private static TrackingCell CellOf(TableSample row, int column, (DateOnly First, int Months) month, CellDates dates)
    {
        var text = row.At(column).Trim();
        var said = SaidCell.Of(text, month.First, dates);
        return new(month.First, month.Months, row.Line, TableHead.LetterOf(column) + row.Line.ToString(CultureInfo.InvariantCulture), said.Said, said.Date, text);
    }

    // Sheet first, then the lines above, then the file: what stands nearest knows best.
    private static List<int> ContextOf(TableReader table, string fileName, List<TableSample> rows, int head)
    {
        foreach (var text in new[] { table.Form.Sheet ?? "", string.Join(' ', rows.Take(head).SelectMany(row => row.Cells)) + " " + string.Join(' ', rows[head].Cells.Take(1)), fileName.Replace('_', ' ') })
        {
            var years = Year().Matches(DayOfEdition().Replace(text, "")).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Distinct().Order().ToList();
            if (years.Count is 1 || (years.Count == 2 && years[1] == years[0] + 1))
            {
                return years;
            }
        }

        return [];
    }

    // The latest may stand first.
    private List<(DateOnly First, int Months)?> Years(IEnumerable<MonthCell?> months, List<int> context, out bool asksYear)
    {
        var all = months.ToList();
        var bare = all.Where(month => month is { Year: null }).Select(month => month!.Value.Month).ToList();
        var backwards = bare.Zip(bare.Skip(1)).Count(pair => (pair.Second - pair.First + 12) % 12 > 6);
        if (backwards * 2 <= Math.Max(bare.Count - 1, 0))
        {
            return YearsUp(all, context, out asksYear);
        }

        all.Reverse();
        var read = YearsUp(all, context, out asksYear);
        read.Reverse();
        return read;
    }

    // Months without a year follow each other: a smaller one after a greater one begins the next year, once, and only where two years are spoken of.
    private List<(DateOnly First, int Months)?> YearsUp(List<MonthCell?> months, List<int> context, out bool asksYear)
    {
        var read = new List<(DateOnly, int)?>();
        var (year, last, turns) = (saidYear ?? (context.Count > 0 ? context[0] : (int?)null), 0, 0);
        asksYear = false;
        foreach (var found in months)
        {
            if (found is not { } month)
            {
                read.Add(null);
                continue;
            }

            if (month.Year is null && month.Month < last)
            {
                (year, turns) = (year + 1, turns + 1);
            }

            last = month.Year is null ? month.Month : last;
            asksYear |= month.Year is null && (year is null || (saidYear is null && turns >= context.Count));
            read.Add(month.First(year) is { } first ? (first, month.Months) : (month.First(AnyYear)!.Value, month.Months));
        }

        return read;
    }

    [GeneratedRegex(@"(?<!\d)20\d{2}(?!\d)", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Year();

    // "Édité le 28/11/2026" says when, not of which year.
    [GeneratedRegex(@"\d{1,2}[/.\-]\d{1,2}[/.\-]20\d{2}|\b\d{1,2} \p{L}{3,9}\.? 20\d{2}", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex DayOfEdition();
}
