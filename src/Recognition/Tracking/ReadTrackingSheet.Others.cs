using Pupitre.Kernel;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Tracking;

/// <summary>Two more shapes: a line for each thing of each month, and several tables below each other.</summary>
internal sealed partial class ReadTrackingSheet
{
    private const int LeastLinesOfATitle = 2;
    private const int MostTitles = 40;
    private const int LeastBlockRows = 3;

    // Only a column that says so names what is done: lines of employees, customers or invoices are cases, whatever month stands on them.
    private static readonly string[] _titleWords = ["document", "piece", "tache", "obligation", "engagement", "livrable", "travail", "travaux", "prestation", "mission", "declaration", "task", "deliverable", "item", "work"];

    // When something is due, or planned, says nothing of when it was done.
    private static readonly string[] _plannedWords = ["echeance", "prevu", "limite", "attendu", "a rendre", "a faire", "due", "deadline", "planned", "expected"];

    /// <summary>Where the months, and what is done, stand in a sheet with a line for each of both.</summary>
    private sealed record RepeatedMonths(int Head, int Months, int Titles, IReadOnlyList<int> Said);

    // "Mois ; Document ; Remis le": the months come again for each document.
    private RepeatedMonths? Repeated(List<TableSample> rows)
    {
        var head = rows.Take(MaxTitleLines).ToList().FindIndex(row => row.Cells.Any(cell => Says(cell, _titleWords)) && row.Cells.Count(HasWord) > 2);
        if (head < 0 || head + 1 >= rows.Count)
        {
            return null;
        }

        var body = rows.Skip(head + 1).ToList();
        var columns = Enumerable.Range(0, rows[head].Cells.Count).ToList();
        var months = columns.FindIndex(column => AreMonths(body, column) && (SaysMonth(rows[head].At(column)) || !body.Exists(row => IsDate(row.At(column)))));
        var titles = columns.FindIndex(column => column != months && Says(rows[head].At(column), _titleWords) && AreTitles(body, column));
        if (months < 0 || titles < 0 || body.Select(row => (MonthCell.Of(row.At(months)), Folded.Of(row.At(titles)))).Distinct().Count() * 10 < body.Count * DifferentTenths)
        {
            return null;
        }

        var said = columns.Where(column => column != months && column != titles && !Says(rows[head].At(column), _plannedWords) && SaysWhatBecame(body, column)).ToList();
        return said.Count == 0 ? null : new(head, months, titles, said);
    }

    // "Rendue le" says nothing of "due": a word counts from its beginning.
    private static bool Says(string title, string[] words) => " " + Folded.Of(title).Replace('\'', ' ') is var folded && Array.Exists(words, word => folded.Contains(" " + word, StringComparison.Ordinal));

    private static bool AreMonths(List<TableSample> body, int column)
    {
        var filled = body.Select(row => row.At(column)).Where(cell => cell.Length > 0).ToList();
        var months = filled.Select(MonthCell.Of).OfType<MonthCell>().ToList();
        return months.Count * 10 >= filled.Count * MonthTenths && months.Distinct().Count() >= LeastMonthsAcross && filled.Count * 2 > body.Count;
    }

    private static bool AreTitles(List<TableSample> body, int column)
    {
        var titles = body.Select(row => row.At(column)).Where(HasWord).Select(Folded.Of).ToList();
        var distinct = titles.Distinct(StringComparer.Ordinal).Count();
        return distinct is > 0 and <= MostTitles && titles.Count >= distinct * LeastLinesOfATitle && titles.Count * 2 > body.Count;
    }

    private bool SaysWhatBecame(List<TableSample> body, int column)
    {
        var dates = new CellDates(zone, isMonthFirst: false, midnightIsDay: true);
        var filled = body.Where(row => row.At(column).Length > 0).Select(row => SaidCell.Of(row.At(column), new DateOnly(AnyYear, 1, 1), dates).Said).ToList();
        return filled.Exists(said => said is Said.Dated or Said.Done) && filled.Count(said => said != Said.Unread) * 2 > filled.Count;
    }

    private TrackingSheet? OfRepeated(TableReader table, string fileName, List<TableSample> rows, RepeatedMonths shape)
    {
        var names = TableHead.Named(Widened(rows[shape.Head].Cells, rows));
        var body = rows.Skip(shape.Head + 1).ToList();
        var orders = DateOrders.Of(new TableHead(rows[shape.Head].Line, names, body, table.Form));
        var titled = body.Where(row => HasWord(row.At(shape.Titles))).GroupBy(row => Folded.Of(row.At(shape.Titles)), StringComparer.Ordinal).ToList();
        _unread.AddRange(body.Where(row => !HasWord(row.At(shape.Titles)) || MonthCell.Of(row.At(shape.Months)) is null).Select(row => row.Line));
        var (series, asksYear) = (new List<TrackingSeries>(), false);
        foreach (var group in titled)
        {
            var lines = group.ToList();
            var months = Years(lines.Select(row => MonthCell.Of(row.At(shape.Months))), ContextOf(table, fileName, rows, shape.Head), out var asks);
            asksYear |= asks;
            series.AddRange(shape.Said.Select(column => new TrackingSeries(
                shape.Said.Count == 1 ? lines[0].At(shape.Titles).Trim() : $"{lines[0].At(shape.Titles).Trim()} ({names[column]})",
                [.. lines.Index().Where(line => months[line.Index] is not null).Select(line => CellOf(line.Item, column, months[line.Index]!.Value, DatesOf(orders, names[column], table)))])));
        }

        return Sheet(table, MonthsAlong.Both, Above(rows, shape.Head), names[shape.Months], [.. series.Where(one => one.Cells.Any(cell => cell.Text.Length > 0))], asksYear);
    }

    // Tables below each other: each begins after an empty line, or with a line that has one word only, and names months of its own.
    private List<List<TableSample>> Blocks(List<TableSample> rows)
    {
        var starts = Enumerable.Range(0, rows.Count).Where(at => at == 0 || rows[at].Line > rows[at - 1].Line + 1 || IsCaption(rows, at)).Append(rows.Count).ToList();
        var (blocks, open) = (new List<List<TableSample>>(), new List<TableSample>());
        foreach (var (from, to) in starts.Zip(starts.Skip(1)))
        {
            // What names no months of its own belongs to what stands above it, or is the title of what follows.
            var block = rows[from..to];
            if (block.Count >= LeastBlockRows && HasMonths([.. open, .. block]))
            {
                blocks.Add([.. open, .. block]);
                open = [];
            }
            else if (blocks.Count > 0 && block.Count > 1)
            {
                blocks[^1].AddRange(block);
            }
            else
            {
                open.AddRange(block);
            }
        }

        if (blocks.Count > 0)
        {
            blocks[^1].AddRange(open);
        }

        return blocks;
    }

    // With titles of its own: months under a bare caption go on with the table above.
    private bool HasMonths(List<TableSample> rows) => Across(rows) is not null || Repeated(rows) is not null
        || (Down(rows) is { } down && rows[HeadAbove(rows, down.First, down.Column)].Cells.Where((_, place) => place != down.Column).Any(HasWord));

    private static bool IsCaption(List<TableSample> rows, int at) =>
        at + LeastBlockRows <= rows.Count && rows[at].Cells.Count(cell => cell.Length > 0) == 1 && rows[at].Cells.Any(HasWord) && rows[at].Cells.All(cell => MonthCell.Of(cell) is null);

    // Each is a sheet of its own, called by what stands above it.
    private List<TrackingSheet> Each(TableReader table, string fileName, List<List<TableSample>> blocks)
    {
        var sheets = new List<TrackingSheet>();
        foreach (var sheet in blocks.Select(rows => OfRows(table, fileName, rows)).OfType<TrackingSheet>())
        {
            var name = string.Join(" · ", new[] { sheet.Name, sheet.Heading }.Where(part => part.Length > 0));
            name = name.Cut(MaxName);
            sheets.Add(sheet with { Name = sheets.Exists(other => other.Name == name) ? $"{name} ({sheets.Count + 1})".TrimStart() : name, IsOneOfSeveral = true });
        }

        return sheets;
    }

    private const int MaxName = 80;
}
