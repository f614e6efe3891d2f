using Pupitre.Sample.World;

namespace Pupitre.Sample.Files;

/// <summary>The mails between the company and its accounting firm.</summary>
internal static class AccountingMails
{
    /// <summary>Before that, documents went by mail; since then through the firm's portal, which acknowledges them.</summary>
    private const int PortalSinceAge = 8;

    public static IEnumerable<SampleMail> Of(SampleWorld world, AccountingMonth month)
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
            yield return Ledger(world, month);
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

    private static SampleMail Ledger(SampleWorld world, AccountingMonth month) => new(
        month.LedgerFileReceived!.Value,
        Cast.AccountingClerk,
        [Cast.AccountingBox],
        $"FEC provisoire {PayrollMails.NameOf(month.Month)}",
        $"Bonjour,\n\nVoici le FEC provisoire arrêté à fin {PayrollMails.NameOf(month.Month)}.\n\nManon Delcourt\n{Cast.AccountingFirm}\n",
        [new MailPaper(LedgerFile.NameOf(month), "text/plain", LedgerFile.Of(world, month))]);
}
