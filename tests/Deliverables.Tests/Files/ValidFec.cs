using System.Globalization;

namespace Pupitre.Deliverables.Tests.Files;

/// <summary>
/// The lines of an accounting file that no rule has anything to say against: a year of sales, purchases, their payments and payroll, on working days,
/// numbered, validated and lettered. The same for the same size.
/// </summary>
internal static class ValidFec
{
    public const string Siren = "123456782";
    public const string Name = Siren + "FEC20221231.txt";

    /// <summary>Opening balances and twelve months of payroll.</summary>
    public const int LinesAlone = 2 + (12 * LinesOfPayroll);

    /// <summary>A sale and a purchase, each with its payment.</summary>
    public const int LinesOfCycle = 10;

    private const int LinesOfPayroll = 4;
    private const int Months = 12;
    private const int ThirdParties = 3000;

    public static readonly string[] Header =
    [
        "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate",
        "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
    ];

    private static readonly HashSet<DateOnly> _holidays =
    [
        new(2022, 4, 18), new(2022, 5, 26), new(2022, 6, 6), new(2022, 7, 14), new(2022, 8, 15), new(2022, 11, 1), new(2022, 11, 11),
    ];

    /// <summary>The data lines, about as many as asked for: at least one cycle a month.</summary>
    public static IEnumerable<string[]> Rows(int lines)
    {
        var cycles = Math.Max(Months, (lines - LinesAlone) / LinesOfCycle);
        yield return Row("AN", "A nouveaux", 1, new(2022, 1, 3), "512000", "Banque", "", "", "RAN", "Report", 98_765_43, 0, "");
        yield return Row("AN", "A nouveaux", 1, new(2022, 1, 3), "101000", "Capital social", "", "", "RAN", "Report", 0, 98_765_43, "");
        var (cycle, bank) = (0, 0);
        for (var month = 1; month <= Months; month++)
        {
            for (var end = (int)((long)cycles * month / Months); cycle < end; cycle++)
            {
                foreach (var row in Cycle(cycle, DayOf(month, cycle), ref bank))
                {
                    yield return row;
                }
            }

            foreach (var row in Payroll(month, ref bank))
            {
                yield return row;
            }
        }
    }

    private static string[][] Cycle(int cycle, DateOnly day, ref int bank)
    {
        var third = (cycle * 7919) % ThirdParties;
        var (net, cost) = (5L * (401 + ((cycle * 104_729L) % 99_991)), 5L * (307 + ((cycle * 15_485_863L) % 49_999)));
        var (sale, purchase) = (net + (net / 5), cost + (cost / 5));
        var (number, letter) = (cycle + 1, Letter(cycle));
        var (customer, supplier) = (Code('C', third), Code('F', third));
        var (invoice, bill) = ($"FV22{Digits(number, 7)}", $"FA{Digits(number, 8)}");
        var (customerName, supplierName) = ($"CLIENT {third} SARL", $"FOURNISSEUR {third} SA");
        var (soldOn, received, paid) = ($"Vente {invoice}", ++bank, ++bank);
        return
        [
            Row("VE", "Ventes", number, day, "411000", "Clients", customer, customerName, invoice, soldOn, sale, 0, letter),
            Row("VE", "Ventes", number, day, "707000", "Ventes de marchandises", "", "", invoice, soldOn, 0, net, ""),
            Row("VE", "Ventes", number, day, "445710", "TVA collectée", "", "", invoice, soldOn, 0, net / 5, ""),
            Row("BQ", "Banque", received, day, "512000", "Banque", "", "", $"VIR{received}", "Virement reçu", sale, 0, ""),
            Row("BQ", "Banque", received, day, "411000", "Clients", customer, customerName, $"VIR{received}", "Virement reçu", 0, sale, letter),
            Row("AC", "Achats", number, day, "607000", "Achats de marchandises", "", "", bill, $"Achat {bill}", cost, 0, ""),
            Row("AC", "Achats", number, day, "445660", "TVA déductible", "", "", bill, $"Achat {bill}", cost / 5, 0, ""),
            Row("AC", "Achats", number, day, "401000", "Fournisseurs", supplier, supplierName, bill, $"Achat {bill}", 0, purchase, letter),
            Row("BQ", "Banque", paid, day, "401000", "Fournisseurs", supplier, supplierName, $"VIR{paid}", "Virement émis", purchase, 0, letter),
            Row("BQ", "Banque", paid, day, "512000", "Banque", "", "", $"VIR{paid}", "Virement émis", 0, purchase, ""),
        ];
    }

    private static string[][] Payroll(int month, ref int bank)
    {
        var day = WorkingDay(new(2022, month, 25));
        var (gross, paid) = (2_345_67L + month, ++bank);
        return
        [
            Row("PA", "Paie", month, day, "641100", "Salaires", "", "", $"PAIE{month}", "Salaires du mois", gross, 0, ""),
            Row("PA", "Paie", month, day, "421000", "Personnel", "", "", $"PAIE{month}", "Salaires du mois", 0, gross, ""),
            Row("BQ", "Banque", paid, day, "421000", "Personnel", "", "", $"VIR{paid}", "Virement des salaires", gross, 0, ""),
            Row("BQ", "Banque", paid, day, "512000", "Banque", "", "", $"VIR{paid}", "Virement des salaires", 0, gross, ""),
        ];
    }

    public static string[] Row(
        string journal, string name, int number, DateOnly day, string account, string accountName, string auxiliary, string auxiliaryName,
        string document, string label, long debit, long credit, string letter)
    {
        var date = Written(day);
        return
        [
            journal, name, Text(number), date, account, accountName, auxiliary, auxiliaryName, document, date, label, Amount(debit), Amount(credit),
            letter, letter.Length > 0 ? date : "", Written(new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(19)), "", "",
        ];
    }

    public static string Amount(long cents) => $"{Text(cents / 100)},{Digits((int)Math.Abs(cents % 100), 2)}";

    private static DateOnly DayOf(int month, int cycle) => WorkingDay(new(2022, month, 1 + (cycle % 24)));

    private static DateOnly WorkingDay(DateOnly day)
    {
        day = day is { Month: 1, Day: < 3 } ? new(2022, 1, 3) : day;
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || _holidays.Contains(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static string Letter(int number)
    {
        var letters = "";
        for (var rest = number; letters.Length < 5; rest /= 26)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return letters;
    }

    private static string Code(char kind, int number) => kind + Digits(number, 5);

    private static string Digits(int number, int length) => number.ToString("D" + length.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Written(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
