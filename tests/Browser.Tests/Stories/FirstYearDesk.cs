using System.Globalization;
using System.Text;
using Pupitre.Sample.Files;

namespace Pupitre.Browser.Tests.Stories;

/// <summary>
/// What lies on the desk of a joinery that is no sample: a tracking sheet with its dates in columns, certificates, mails, lines of the bank and an
/// accounting file, from January to October 2026. What is late, undated or somebody else's is there on purpose.
/// </summary>
internal static class FirstYearDesk
{
    public const string Company = "Menuiserie Vauquelin";
    public const string Siren = "732829320";
    public const string Accountants = "Cabinet Estuaire";
    public const string Payroll = "Paie Littoral";
    public const int Months = 10;

    /// <summary>The month of which the certificate was filed late, and that of which the statement came late.</summary>
    public const int LateCertificate = 4;
    public const int LateStatement = 6;

    /// <summary>The month of which the sheet says "ok" and no date.</summary>
    public const int Undated = 3;

    private const string OthersSiren = "552100554";
    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Writes the files into a folder.</summary>
    /// <returns>Their paths.</returns>
    public static IReadOnlyList<string> Lay(string folder) =>
    [
        .. Files().Select(file =>
        {
            var path = Path.Combine(folder, file.Name);
            File.WriteAllBytes(path, file.Content);
            return path;
        }),
    ];

    private static IEnumerable<(string Name, byte[] Content)> Files() =>
    [
        ("suivi-cabinet-2026.xlsx", Sheet()),
        .. AllMonths().Select(month => ($"certificat-dsn-{month:yyyy-MM}.pdf", Certificate(month, Company, Siren))),
        ("certificat-recu-par-erreur.pdf", Certificate(new DateOnly(2026, 8, 1), "Scierie des Landes", OthersSiren)),
        .. AllMonths().Select(month => ($"bulletins-{month:yyyy-MM}.eml", Payslips(month))),
        ("releve-2026.csv", Bank()),
        ($"{Siren}FEC20261231.txt", Books()),
    ];

    public static IEnumerable<DateOnly> AllMonths() => Enumerable.Range(1, Months).Select(month => new DateOnly(2026, month, 1));

    private static byte[] Sheet() => SheetFile.Write(
        [$"{Company} - suivi du cabinet", "Mis à jour le 20/11/2026"],
        ["Mois", "Pièces déposées", "Situation remise", "TVA déposée"],
        AllMonths().Select(month => new object?[]
        {
            month.ToString("MMMM yyyy", _french),
            month.Month == Undated ? "ok" : month.AddMonths(1).AddDays(2),
            month.AddMonths(1).AddDays(month.Month == LateStatement ? 27 : 9),
            month.AddMonths(1).AddDays(14),
        }));

    private static byte[] Certificate(DateOnly month, string company, string siren)
    {
        var filed = month.AddMonths(1).AddDays(month.Month == LateCertificate && siren == Siren ? 18 : 11);
        return PdfPaper.Write(
            "net-entreprises.fr - Déclaration sociale nominative (DSN)", "Certificat de conformité",
            [
                "Nature de la déclaration : DSN mensuelle - type normal - fraction 11",
                $"Mois principal déclaré : {month.ToString("MMMM yyyy", _french)}",
                $"Établissement : {company} - SIRET {siren}00025",
                $"Déclarant : {Payroll}",
                $"Date de dépôt : {filed:dd/MM/yyyy} à 10:12:00",
                $"Identifiant du flux : {month:yyyyMM}4471{month.Month:00}20",
            ],
            new DateTimeOffset(filed.ToDateTime(new TimeOnly(10, 12)), TimeSpan.Zero));
    }

    private static byte[] Payslips(DateOnly month)
    {
        var sent = new DateTimeOffset(month.AddDays(20).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(1));
        var at = sent.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + "+0100";
        return Encoding.UTF8.GetBytes($"""
            Received: from smtp.littoral.example by mail.vauquelin.example with ESMTPS id {month:yyyyMM}A1; {at}
            From: Paie Littoral <paie@littoral.example>
            To: compta@vauquelin.example
            Subject: =?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes($"Bulletins de paie et virements {month.ToString("MMMM yyyy", _french)}"))}?=
            Date: {at}
            Message-ID: <bulletins-{month:yyyyMM}@littoral.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Bonjour, les bulletins et le fichier de virement sont sur votre espace.

            """.ReplaceLineEndings("\r\n"));
    }

    // As French banks export it: title lines, semicolons, two columns of amounts, windows-1252.
    private static byte[] Bank()
    {
        var lines = new StringBuilder($"Compte 00012345678 - {Company.ToUpperInvariant()}\n\nDate;Libellé;Débit;Crédit\n");
        foreach (var month in AllMonths())
        {
            lines.Append(CultureInfo.InvariantCulture, $"{month.AddDays(27):dd/MM/yyyy};VIR SALAIRES {month.ToString("MM yyyy", CultureInfo.InvariantCulture)};18450,20;\n");
            lines.Append(CultureInfo.InvariantCulture, $"{month.AddDays(11):dd/MM/yyyy};CB PAPETERIE DU PORT;42,90;\n");
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(lines.ToString());
    }

    private static byte[] Books()
    {
        var lines = new StringBuilder("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n");
        foreach (var month in AllMonths())
        {
            var day = month.AddMonths(1).AddDays(-1).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            Line("512000", "Banque", "1250,00", "0,00");
            Line("706000", "Prestations de services", "0,00", "1250,00");

            void Line(string account, string label, string debit, string credit) => lines.Append(CultureInfo.InvariantCulture,
                $"BQ\tBanque\t{month.Month}\t{day}\t{account}\t{label}\t\t\tREL{month:yyyyMM}\t{day}\tRecette du mois\t{debit}\t{credit}\t\t\t{day}\t\t\n");
        }

        return Encoding.Latin1.GetBytes(lines.ToString());
    }
}
