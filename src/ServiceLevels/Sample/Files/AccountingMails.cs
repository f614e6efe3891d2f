using System.Text;
using Pupitre.ServiceLevels.Sample.World;

namespace Pupitre.ServiceLevels.Sample.Files;

/// <summary>The mails between the company and its accounting firm.</summary>
internal static class AccountingMails
{
    /// <summary>Before that, documents went by mail; since then through the firm's portal, which acknowledges them.</summary>
    private const int PortalSinceAge = 8;

    public static IEnumerable<SampleMail> Of(AccountingMonth month)
    {
        if (month is { DocumentsDeposited: not null, DepositMailKept: true })
        {
            yield return month.Age > PortalSinceAge ? Deposit(month) : DepositAcknowledged(month);
        }

        if (month is { SituationReceived: not null, SituationMailKept: true })
        {
            yield return Situation(month);
        }

        if (month.VatDraftReceived is not null)
        {
            yield return VatDraft(month);
        }

        if (month.VatDraftApproved is not null)
        {
            yield return VatApproval(month);
        }

        if (month.LedgerFileReceived is not null)
        {
            yield return Ledger(month);
        }
    }

    private static SampleMail Deposit(AccountingMonth month) => new(
        month.DocumentsDeposited!.Value,
        Cast.Deputy,
        [Cast.AccountingClerk, Cast.AccountingBox],
        $"Pièces du mois déposées - {PayrollMails.NameOf(month.Month)}",
        $"Bonjour Manon,\n\nLe dépôt des pièces {PayrollMails.Of(month.Month)} est complet : achats, ventes, relevés de banque, notes de frais.\n\nLucie Tessandier\n{Cast.Company}\n",
        []);

    private static SampleMail DepositAcknowledged(AccountingMonth month) => new(
        month.DocumentsDeposited!.Value,
        Cast.AccountingPortal,
        [Cast.AccountingBox],
        $"Dépôt reçu : pièces du mois {PayrollMails.NameOf(month.Month)}",
        $"Bonjour,\n\nNous avons bien reçu le {Papers.Local(month.DocumentsDeposited.Value)} votre dépôt des pièces {PayrollMails.Of(month.Month)} :\nachats, ventes, banque, notes de frais. Déposé par {Cast.Deputy.Name}.\n\nCeci est un message automatique.\n",
        []);

    private static SampleMail Situation(AccountingMonth month) => new(
        month.SituationReceived!.Value,
        Cast.AccountingClerk,
        [Cast.AccountingBox],
        $"Situation mensuelle {PayrollMails.NameOf(month.Month)}",
        $"Bonjour,\n\nVeuillez trouver ci-jointe la situation mensuelle {PayrollMails.Of(month.Month)}.\n\nManon Delcourt\n{Cast.AccountingFirm}\n",
        [MailPaper.Pdf($"situation-{month.Month:yyyy-MM}.pdf", Papers.Situation(month))]);

    private static SampleMail VatDraft(AccountingMonth month) => new(
        month.VatDraftReceived!.Value,
        Cast.AccountingClerk,
        [Cast.AccountingBox],
        $"Projet de TVA (CA3) {PayrollMails.NameOf(month.Month)}",
        $"Bonjour,\n\nVoici le projet de déclaration de TVA {PayrollMails.Of(month.Month)}, pour accord.\n\nManon Delcourt\n{Cast.AccountingFirm}\n",
        [MailPaper.Pdf($"projet-ca3-{month.Month:yyyy-MM}.pdf", Papers.VatDraft(month))]);

    private static SampleMail VatApproval(AccountingMonth month) => new(
        month.VatDraftApproved!.Value,
        Cast.Pilot,
        [Cast.AccountingClerk, Cast.AccountingBox],
        $"Bon pour accord : TVA {PayrollMails.NameOf(month.Month)}",
        $"Bonjour Manon,\n\nBon pour accord sur le projet de TVA {PayrollMails.Of(month.Month)}.\n\nKarim Oudart\n{Cast.Company}\n",
        []);

    private static SampleMail Ledger(AccountingMonth month) => new(
        month.LedgerFileReceived!.Value,
        Cast.AccountingClerk,
        [Cast.AccountingBox],
        $"FEC provisoire {PayrollMails.NameOf(month.Month)}",
        $"Bonjour,\n\nVoici le FEC provisoire arrêté à fin {PayrollMails.NameOf(month.Month)}.\n\nManon Delcourt\n{Cast.AccountingFirm}\n",
        [new MailPaper($"{Cast.Siren}FEC{month.Following.AddDays(-1):yyyyMMdd}.txt", "text/plain", LedgerFile(month))]);

    /// <summary>An accounting file (FEC) of the month: tabulated, eighteen columns, each entry balanced.</summary>
    private static byte[] LedgerFile(AccountingMonth month)
    {
        var file = new StringBuilder("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n");
        for (var entry = 1; entry <= 4; entry++)
        {
            var day = month.Month.AddDays((entry * 6) - 1).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
            var net = Vary.Between(20_000, 900_000, "ledger", (month.Age * 10) + entry) / 100m;
            var vat = Math.Round(net * 0.2m, 2);
            Line("401000", "Fournisseurs", 0, net + vat);
            Line("445660", "TVA déductible", vat, 0);
            Line("601000", "Achats de matières", net, 0);

            void Line(string account, string label, decimal debit, decimal credit) => file.Append(
                System.Globalization.CultureInfo.GetCultureInfo("fr-FR"),
                $"AC\tAchats\tAC{month.Month:yyMM}{entry:000}\t{day}\t{account}\t{label}\t\t\tFF{month.Month:yyMM}-{entry:000}\t{day}\tFacture fournisseur\t{debit:0.00}\t{credit:0.00}\t\t\t{day}\t\t\r\n");
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }
}
