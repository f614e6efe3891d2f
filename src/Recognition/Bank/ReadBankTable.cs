using System.Text.RegularExpressions;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Bank;

/// <summary>
/// Reads the lines of a bank out of a table: a date, words, and an amount with its sign, or a debit and a credit side by side. Balances and titles stand above
/// or below, and are no lines.
/// </summary>
internal static partial class ReadBankTable
{
    private const int MatchTimeoutMs = 10_000;
    private const int MaxTitleLines = 30;
    private const int LookedRows = 230;
    private const int LeastLines = 1;

    private static readonly string[] _dates = ["date operation", "date d'operation", "date de l'operation", "date comptable", "date de comptabilisation", "date", "date op", "booking date", "transaction date", "buchungstag", "date valeur", "date de valeur", "value date"];
    private static readonly string[] _debits = ["debit", "debits", "montant debit", "debit euros", "debit eur", "debit (eur)", "debit (€)", "debit €", "sorties", "paid out", "money out", "withdrawals"];
    private static readonly string[] _credits = ["credit", "credits", "montant credit", "credit euros", "credit eur", "credit (eur)", "credit (€)", "credit €", "entrees", "paid in", "money in", "deposits"];
    private static readonly string[] _amounts = ["montant", "montant eur", "montant (eur)", "montant (€)", "montant euros", "montant en euros", "montant de l'operation", "montant operation", "amount", "valeur", "montant en eur", "montant €", "amount (eur)"];

    // All that says what a line is; their words are put together in this order.
    private static readonly string[] _labels =
    [
        "libelle", "libelle operation", "libelle de l'operation", "libelle simplifie", "libelle court", "libelle complet", "libelle interne", "nature de l'operation", "nature", "operation", "operations", "description", "designation", "label", "intitule",
        "informations complementaires", "information complementaire", "info complementaire", "detail", "details", "detail de l'ecriture", "communication", "communications", "motif", "contrepartie", "counterparty", "counterparty name", "nom de la contrepartie", "beneficiaire", "tiers", "reference", "type operation", "type d'operation",
    ];

    // A table with these is a table of work and not of a bank.
    private static readonly string[] _foreign = ["fournisseur", "client", "ecriturenum", "journalcode", "comptenum", "journal", "compte num", "n° piece", "echeance", "facture", "n° facture", "numero de facture", "tva", "dossier", "salarie"];

    /// <returns>Null when the table holds no lines of a bank.</returns>
    public static BankStatement? Of(TableReader table) => Of(table, BankFile.MaxLines);

    /// <summary>Whether the first rows are those of a bank, as far as their titles and first lines say.</summary>
    public static bool Fits(TableReader table) => Of(table, LookedRows) is { Lines.Count: >= LeastLines } read && read.Unread.Count <= read.Lines.Count;

    private static BankStatement? Of(TableReader table, int most)
    {
        var above = new List<string>();
        for (var looked = 0; looked < MaxTitleLines && table.Read(); looked++)
        {
            if (ColumnsOf([.. table.Cells.Select(cell => Folded.Of(cell).Replace('_', ' ').Trim(' ', ':', '*'))]) is { } columns)
            {
                return Lines(table, columns, above, most);
            }

            above.Add(string.Join(' ', table.Cells));
        }

        return null;
    }

    private static Columns? ColumnsOf(IReadOnlyList<string> names)
    {
        int Place(string[] known) => known.Select(name => names.ToList().IndexOf(name)).FirstOrDefault(place => place >= 0, -1);
        var (date, debit, credit, amount) = (Place(_dates), Place(_debits), Place(_credits), Place(_amounts));
        var labels = _labels.Select(name => names.ToList().IndexOf(name)).Where(place => place >= 0).Distinct().ToList();
        var hasSides = debit >= 0 && credit >= 0;
        return date < 0 || labels.Count == 0 || (!hasSides && amount < 0) || names.Any(name => Array.IndexOf(_foreign, name) >= 0)
            ? null
            : new Columns(date, labels, hasSides ? debit : -1, hasSides ? credit : -1, hasSides ? -1 : amount, names.ToList().FindIndex(name => name is "sens" or "type" or "credit/debit" or "debit/credit"));
    }

    private static BankStatement Lines(TableReader table, Columns columns, List<string> above, int most)
    {
        var rows = new List<TableSample>();
        while (rows.Count <= most && table.Read())
        {
            if (table.Problem is null && table.Cells.Exists(cell => cell.Length > 0))
            {
                rows.Add(new(table.Line, [.. table.Cells]));
            }
        }

        if (rows.Count > BankFile.MaxLines)
        {
            throw new Refused(Texts.Bank_TooManyLines.With(BankFile.MaxLines));
        }

        var (lines, unread) = (new List<BankLine>(), new List<(int, string)>());
        var dates = new CellDates(DateTimeZone.Utc, IsMonthFirst(rows, columns.Date), midnightIsDay: true, table.Form.From1904);
        foreach (var row in rows)
        {
            Read(row, columns, dates, lines, unread);
        }

        var (account, holder) = AccountOf(above);
        return new(BankFormat.Csv, account, holder, null, lines, unread);
    }

    private static void Read(TableSample row, Columns columns, CellDates dates, List<BankLine> lines, List<(int, string)> unread)
    {
        var label = BankFile.Label([.. columns.Labels.Select(row.At)]);
        var hasAmount = AmountOf(row, columns, out var amount, out var isEmpty);
        if (!dates.TryRead(row.At(columns.Date), out var date))
        {
            // A balance, a sum or a note under the lines has no date; a line with a date that nobody reads is named.
            if (row.At(columns.Date).Length > 0 && (label.Length > 0 || !isEmpty) && !IsBalance(Folded.Of(row.At(columns.Date))) && unread.Count < BankFile.MaxUnread)
            {
                unread.Add((row.Line, Texts.Bank_NoDay));
            }

            return;
        }

        if (!hasAmount)
        {
            if (!isEmpty && unread.Count < BankFile.MaxUnread)
            {
                unread.Add((row.Line, Texts.Bank_NoAmount));
            }

            return;
        }

        if (!IsBalance(Folded.Of(label)))
        {
            lines.Add(new(row.Line, date.IsDay ? EvidenceTime.ToDay(date.At) : EvidenceTime.ToInstant(date.At).InUtc().Date.ToDateOnly(), label, amount));
        }
    }

    // A debit is written with a minus by some banks, without by others.
    private static bool AmountOf(TableSample row, Columns columns, out decimal amount, out bool isEmpty)
    {
        amount = 0;
        if (columns.Amount >= 0)
        {
            isEmpty = row.At(columns.Amount).Length == 0;
            var isRead = BankAmount.TryRead(row.At(columns.Amount), out amount);
            amount = columns.Sense >= 0 && Folded.Of(row.At(columns.Sense)) is "debit" or "d" or "dbit" ? -Math.Abs(amount) : amount;
            return isRead;
        }

        var (debit, credit) = (row.At(columns.Debit), row.At(columns.Credit));
        isEmpty = debit.Length == 0 && credit.Length == 0;
        if ((debit.Length > 0 && !BankAmount.TryRead(debit, out _)) || (credit.Length > 0 && !BankAmount.TryRead(credit, out _)))
        {
            return false;
        }

        _ = BankAmount.TryRead(debit, out var outgoing);
        _ = BankAmount.TryRead(credit, out var incoming);
        amount = Math.Abs(incoming) - Math.Abs(outgoing);
        return !isEmpty;
    }

    private static bool IsBalance(string folded) =>
        folded.StartsWith("solde", StringComparison.Ordinal) || folded.StartsWith("total", StringComparison.Ordinal) || folded.StartsWith("ancien solde", StringComparison.Ordinal) || folded.StartsWith("nouveau solde", StringComparison.Ordinal) || folded.StartsWith("balance", StringComparison.Ordinal);

    private static bool IsMonthFirst(List<TableSample> rows, int column)
    {
        var proof = new DayMonthProof();
        rows.ForEach(row => proof.Add(row.At(column), row.Line));
        return !proof.IsContradictory && proof.Order == DayMonthOrder.MonthFirst;
    }

    private static (string? Account, string? Holder) AccountOf(List<string> above)
    {
        var text = string.Join('\n', above);
        var iban = Iban().Match(text);
        var number = Number().Match(Folded.Of(text));
        return (iban.Success ? BankFile.Label(iban.Value) : number.Success ? number.Groups["number"].Value : null, ReadSubject.Of(text, isOfAuthority: false).Subject?.Name);
    }

    private sealed record Columns(int Date, IReadOnlyList<int> Labels, int Debit, int Credit, int Amount, int Sense);

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?\b", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?:numero de compte|n° de compte|compte n°|compte)\s*:?\s*(?<number>\d[\d ]{6,25}\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Number();
}
