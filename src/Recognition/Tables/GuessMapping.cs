using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Contents;

namespace Pupitre.Recognition.Tables;

/// <summary>Guesses how a table becomes events, from the names of its columns and what stands in them.</summary>
public static class GuessMapping
{
    private static readonly string[] _caseWords = ["case", "dossier", "ticket", "incident", "n° piece", "numero", "n°", "no", "id", "facture", "reference", "ref", "matricule", "mois", "periode"];
    private static readonly string[] _activityWords = ["activity", "activite", "evenement", "event", "action", "etape", "statut", "status", "operation"];
    private static readonly string[] _transitionWords = ["transition", "lifecycle", "etat", "statut", "status", "state"];
    private static readonly string[] _resourceWords = ["resource", "ressource", "auteur", "utilisateur", "user", "responsable", "par", "agent", "qui", "who"];

    /// <summary>How many of ten values differ from the others in a column that names the cases.</summary>
    private const int KeyTenths = 9;

    public static TableMapping Of(TableHead head, TableShape? shape, string zone)
    {
        var orders = DateOrders.Of(head);
        var dates = DateColumns(head, orders);
        var chosen = shape ?? (dates.Count == 1 && Column(head, _activityWords, dates) is not null ? TableShape.Event : TableShape.Case);
        var mapping = new TableMapping
        {
            Shape = chosen,
            HeaderLine = head.HeaderLine,
            Columns = head.Columns,
            Separator = head.Form.Separator,
            Encoding = head.Form.Encoding,
            Zone = zone,
            IsMonthFirst = orders.IsAnyMonthFirst,
            MidnightIsDay = dates.Count > 0 && AllMidnight(head, dates, orders),
            Case = CaseColumn(head, dates, chosen),
        };
        var activity = Column(head, _activityWords, [.. dates, mapping.Case ?? ""]);
        return chosen == TableShape.Case
            ? mapping with { Dates = [.. dates.Select(column => new DateColumn(column, ActivityOf(column), SourceClass.Provider))] }
            : mapping with
            {
                Activity = activity,
                Time = dates.FirstOrDefault(),
                Transition = Column(head, _transitionWords, [.. dates, mapping.Case ?? "", activity ?? ""]),
                Resource = Column(head, _resourceWords, [.. dates, mapping.Case ?? ""]),
            };
    }

    // Where a row is a case, what names it is another in each row: a customer with many invoices names none of them.
    private static string? CaseColumn(TableHead head, List<string> dates, TableShape shape)
    {
        var keys = shape == TableShape.Case ? head.Columns.Except(dates).Where(name => IsKey(head, name)).ToList() : [];
        IReadOnlyCollection<string> taken = keys.Count == 0 ? dates : [.. head.Columns.Except(keys)];
        return Column(head, _caseWords, taken) ?? head.Columns.Except(taken).FirstOrDefault();
    }

    private static bool IsKey(TableHead head, string name)
    {
        var column = head.Columns.ToList().IndexOf(name);
        var values = head.Rows.Select(row => row.At(column)).Where(cell => cell.Length > 0).ToList();
        return values.Count * 2 > head.Rows.Count && values.Distinct(StringComparer.OrdinalIgnoreCase).Count() * 10 >= values.Count * KeyTenths;
    }

    // "Date de réception" says "Réception", "Reçue le" says "Reçue".
    public static string ActivityOf(string column)
    {
        var words = column.Trim();
        foreach (var prefix in new[] { "Date de la ", "Date de l'", "Date du ", "Date de ", "Date d'", "Date " })
        {
            if (words.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && words.Length > prefix.Length)
            {
                words = char.ToUpperInvariant(words[prefix.Length]) + words[(prefix.Length + 1)..];
                break;
            }
        }

        return words.EndsWith(" le", StringComparison.OrdinalIgnoreCase) ? words[..^3] : words;
    }

    private static List<string> DateColumns(TableHead head, DateOrders orders) =>
        [.. head.Columns.Where((name, column) => IsDates(head, column, name, DatesOf(head, orders, name)))];

    private static CellDates DatesOf(TableHead head, DateOrders orders, string column) => new(DateTimeZone.Utc, orders.IsMonthFirst(column), midnightIsDay: false, head.Form.From1904);

    /// <summary>Names of the columns in which dates stand.</summary>
    public static IReadOnlyList<string> DateColumns(TableHead head) => DateColumns(head, DateOrders.Of(head));

    // Most of what stands there is a date; plain numbers only under a name that says date.
    private static bool IsDates(TableHead head, int column, string name, CellDates dates)
    {
        var filled = head.Rows.Select(row => row.At(column)).Where(cell => cell.Length > 0).ToList();
        var read = filled.Count(cell => dates.TryRead(cell, out _));
        var folded = Folded.Of(name);
        var saysDate = folded.Contains("date", StringComparison.Ordinal) || folded.EndsWith(" le", StringComparison.Ordinal) || folded.Contains("echeance", StringComparison.Ordinal) || folded.Contains("time", StringComparison.Ordinal);
        var areNumbers = filled.Count > 0 && filled.TrueForAll(cell => cell.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ','));
        return filled.Count == 0 ? saysDate : read * 10 >= filled.Count * (saysDate ? 5 : 8) && (!areNumbers || saysDate);
    }

    private static bool AllMidnight(TableHead head, List<string> dateColumns, DateOrders orders)
    {
        var columns = dateColumns.ConvertAll(name => (head.Columns.Index().First(column => column.Item == name).Index, Dates: DatesOf(head, orders, name)));
        var read = head.Rows.SelectMany(row => columns.Select(column => (Cell: row.At(column.Index), column.Dates))).Where(pair => pair.Cell.Length > 0)
            .Select(pair => pair.Dates.TryRead(pair.Cell, out var date) ? date : default).Where(date => date.At != 0).ToList();
        return read.Count > 0 && read.TrueForAll(date => date.IsDay || date.IsMidnight);
    }

    private static string? Column(TableHead head, string[] words, IReadOnlyCollection<string> taken) => words
        .Select(word => head.Columns.FirstOrDefault(column => !taken.Contains(column) && Says(column, word)))
        .FirstOrDefault(column => column is not null);

    private static bool Says(string column, string word)
    {
        var folded = Folded.Of(column).Replace(':', ' ').Replace('_', ' ');
        return folded == word || folded.StartsWith(word + " ", StringComparison.Ordinal) || folded.EndsWith(" " + word, StringComparison.Ordinal) || (word.Length > 3 && folded.Contains(word, StringComparison.Ordinal));
    }
}
