using Pupitre.Deliverables.Fec;

namespace Pupitre.Deliverables.Tests.Files;

/// <summary>For each rule, what to do to a valid file so that this rule alone has something to say.</summary>
internal static class FecBreaks
{
    public static readonly Dictionary<string, Action<FecDraft>> All = new(StringComparer.Ordinal)
    {
        ["TCD-01 E"] = draft => draft.Name = "comptes-2022.txt",
        ["TCD-02 E"] = draft => (draft.Name, draft.Whole) = (ValidFec.Siren + "FEC20221231.xml", broken => FecXml.Write(broken).Replace("<EcritureNum>1</EcritureNum>", "", StringComparison.Ordinal)),
        ["TCD-04 E"] = draft => draft.Separator = ";",
        ["TCD-05 S"] = draft => Column(draft, "Commentaire"),
        ["TCD-05 I"] = draft => Column(draft, ""),
        ["TCD-06 O"] = draft => Drop(draft, "CompteLib"),
        ["TCD-07 E"] = draft => Drop(draft, "Idevise"),
        ["TCD-08 E"] = draft => draft.Whole = broken => Directed(broken).Replace("\tD\t", "\tX\t", StringComparison.Ordinal),
        ["TCD-09 E"] = draft => draft.Whole = broken => { broken.Whole = null; return broken.Text() + "\n"; },
        ["TCD-10 E"] = draft => draft.Rows[^1] = [.. draft.Rows[^1], ""],
        ["TCD-11 E"] = draft => draft.Rows[7][FecDraft.At("CompteLib")] = "",
        ["TCD-12 V"] = draft => draft.Rows[7][FecDraft.At("PieceRef")] = "",
        ["TCD-13 A"] = draft => draft.Row("421000")[FecDraft.At("CompteNum")] = "42",
        ["TCD-14 E"] = draft => draft.Row("607000")[FecDraft.At("Debit")] = draft.Row("607000")[FecDraft.At("Debit")].Replace(',', '.'),
        ["TCD-15 E"] = draft => draft.Row("411000")[FecDraft.At("DateLet")] = "20221301",
        ["TCD-15 A"] = draft => draft.Row("411000")[FecDraft.At("DateLet")] = "21220101",
        ["TCD-16 A"] = draft => draft.Rows.Add(With(draft.Rows[^1], ("Debit", "0,00"), ("Credit", "0,00"))),
        ["FEC-01 Major"] = draft => draft.Options = draft.Options with { Siren = "732829320" },
        ["FEC-02 Blocking"] = draft => draft.Row("607000")[FecDraft.At("Debit")] = "1,00",
        ["FEC-03 Major"] = draft => draft.Entry("PA", 12).ForEach(row => row[2] = "A11"),
        ["FEC-03 Minor"] = draft => draft.Entry("PA", 12).ForEach(row => row[2] = "14"),
        ["FEC-04 Major"] = draft => draft.Row("411000")[FecDraft.At("DateLet")] = "20220231",
        ["FEC-04 Minor"] = draft => draft.Row("607000")[FecDraft.At("PieceDate")] = "20221230",
        ["FEC-05 Major"] = draft => draft.Entry("PA", 12).ForEach(row => row[FecDraft.At("ValidDate")] = "20231002"),
        ["FEC-06 Major"] = draft => draft.Previous = YearBefore("98765,44"),
        ["FEC-07 Major"] = draft => Last(draft, ("471000", "Compte d'attente", "11,11", "0,00"), ("512000", "Banque", "0,00", "11,11")),
        ["FEC-08 Minor"] = draft => Receive(draft, less: 1),
        ["FEC-09 Info"] = draft => Tax(draft),
        ["FEC-10 Major"] = draft => Last(draft, ("607000", "Achats de marchandises", "11,11", "0,00"), ("530000", "Caisse", "0,00", "11,11")),
        ["FEC-11 Minor"] = draft => Twice(draft),
        ["FEC-12 Info"] = draft => draft.Entry("PA", 12).ForEach(row => row[3] = row[9] = "20221225"),
        ["FEC-14 Info"] = draft => draft.Rows[7][FecDraft.At("EcritureLib")] = "x",
        ["FEC-15 Blocking"] = draft => draft.Options = draft.Options with { Filed = new(1, 2, 3, 4, 5) },
        ["FEC-16 Minor"] = draft => draft.Entry("PA", 6).ForEach(row => row[4] = row[4] == "641100" ? "658000" : row[4]),
        ["FEC-17 Blocking"] = draft => draft.Previous = Changed(draft),
        ["FEC-17 Info"] = draft => draft.Previous = Shorter(draft),
    };

    /// <summary>A file of its own size, when the valid one is too small for the rule: FEC-13 wants 300 amounts.</summary>
    public static FecDraft Broken(string rule)
    {
        var draft = FecDraft.Valid(rule.StartsWith("FEC-13", StringComparison.Ordinal) ? 400 : 200);
        All.GetValueOrDefault(rule, _ => { })(draft);
        return draft;
    }

    private static void Column(FecDraft draft, string name)
    {
        draft.Header.Add(name);
        for (var at = 0; at < draft.Rows.Count; at++)
        {
            draft.Rows[at] = [.. draft.Rows[at], ""];
        }
    }

    private static void Drop(FecDraft draft, string name)
    {
        var column = FecDraft.At(name);
        draft.Header.RemoveAt(column);
        for (var at = 0; at < draft.Rows.Count; at++)
        {
            draft.Rows[at] = [.. draft.Rows[at][..column], .. draft.Rows[at][(column + 1)..]];
        }
    }

    private static string[] With(string[] row, params (string Column, string Value)[] values)
    {
        string[] copy = [.. row];
        foreach (var (column, value) in values)
        {
            copy[FecDraft.At(column)] = value;
        }

        return copy;
    }

    /// <summary>The same file with Montant and Sens.</summary>
    public static string Directed(FecDraft draft)
    {
        var (debit, credit) = (FecDraft.At("Debit"), FecDraft.At("Credit"));
        var lines = draft.Rows.Select(row => string.Join('\t', [.. row[..debit], .. row[debit] == "0,00" ? new[] { row[credit], "C" } : [row[debit], "D"], .. row[(credit + 1)..]]));
        return string.Join('\n', lines.Prepend(string.Join('\t', [.. ValidFec.Header[..debit], "Montant", "Sens", .. ValidFec.Header[(credit + 1)..]]))) + "\n";
    }

    /// <summary>Adds an entry of two lines at the end of the bank's journal.</summary>
    private static void Last(FecDraft draft, params (string Account, string Name, string Debit, string Credit)[] lines)
    {
        var number = (draft.LastNumber("BQ") + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (account, name, debit, credit) in lines)
        {
            draft.Rows.Add(With(draft.Rows[^1], ("EcritureNum", number), ("CompteNum", account), ("CompteLib", name), ("CompAuxNum", ""), ("CompAuxLib", ""), ("Debit", debit), ("Credit", credit)));
        }
    }

    /// <summary>The first customer pays less than invoiced, and is lettered all the same.</summary>
    private static void Receive(FecDraft draft, int less)
    {
        var payment = draft.Entry("BQ", 1);
        var amount = payment[0][FecDraft.At("Debit")];
        var (euros, cents) = (int.Parse(amount.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture) - less, amount.Split(',')[1]);
        payment[0][FecDraft.At("Debit")] = payment[1][FecDraft.At("Credit")] = $"{euros},{cents}";
    }

    /// <summary>The first sale bears 30 % of tax, paid by its customer.</summary>
    private static void Tax(FecDraft draft)
    {
        var (sale, payment) = (draft.Entry("VE", 1), draft.Entry("BQ", 1));
        var net = Cents(sale[1][FecDraft.At("Credit")]);
        sale[2][FecDraft.At("Credit")] = ValidFec.Amount(net * 3 / 10);
        sale[0][FecDraft.At("Debit")] = payment[0][FecDraft.At("Debit")] = payment[1][FecDraft.At("Credit")] = ValidFec.Amount(net + (net * 3 / 10));
    }

    private static void Twice(FecDraft draft)
    {
        var number = (draft.LastNumber("AC") + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var last = draft.Entry("AC", draft.LastNumber("AC"));
        draft.Rows.AddRange(last.ConvertAll(row => With(row, ("EcritureNum", number), ("EcritureLet", ""), ("DateLet", ""))));
    }

    private static FecDraft YearBefore(string amount)
    {
        var previous = new FecDraft { Name = ValidFec.Siren + "FEC20211231.txt" };
        previous.Rows.Add(With(ValidFec.Row("BQ", "Banque", 1, new(2021, 12, 1), "512000", "Banque", "", "", "CAP", "Apport", 0, 0, ""), ("Debit", amount)));
        previous.Rows.Add(With(ValidFec.Row("BQ", "Banque", 1, new(2021, 12, 1), "101000", "Capital social", "", "", "CAP", "Apport", 0, 0, ""), ("Credit", amount)));
        return previous;
    }

    private static FecDraft Changed(FecDraft draft)
    {
        var previous = new FecDraft { Name = draft.Name };
        previous.Rows.AddRange(draft.Rows.ConvertAll(row => With(row)));
        previous.Rows[7][FecDraft.At("EcritureLib")] = "Un autre libellé";
        return previous;
    }

    private static FecDraft Shorter(FecDraft draft)
    {
        var previous = new FecDraft { Name = draft.Name };
        previous.Rows.AddRange(draft.Rows.SkipLast(2));
        return previous;
    }

    private static long Cents(string amount) => long.Parse(amount.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
