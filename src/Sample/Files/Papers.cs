using System.Globalization;
using NodaTime;
using Pupitre.Sample.World;

namespace Pupitre.Sample.Files;

/// <summary>The papers of the sample company: certificates in the wording of the authorities, and what the two providers hand over.</summary>
internal static class Papers
{
    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Certificate of conformity of the monthly payroll declaration: the declaration is accepted.</summary>
    public static byte[] DeclarationCertificate(PayrollMonth month) => Declaration(
        month,
        "Certificat de conformité",
        "Votre déclaration a été contrôlée : elle est conforme.",
        "Elle est transmise aux organismes de protection sociale destinataires.");

    /// <summary>Acknowledgement of deposit: a file arrived; whether it is accepted is not known yet.</summary>
    public static byte[] DeclarationAcknowledgement(PayrollMonth month) => Declaration(
        month,
        "Accusé d'enregistrement électronique",
        "Nous accusons réception du dépôt de votre fichier.",
        "Cet accusé ne vaut pas conformité : un certificat de conformité ou un bilan d'anomalies suivra.");

    public static byte[] VatReceipt(AccountingMonth month) => PdfPaper.Write(
        "Direction générale des Finances publiques - impots.gouv.fr - Espace professionnel",
        "Accusé de réception de télédéclaration",
        [
            "Déclaration : TVA - formulaire 3310-CA3 (régime réel normal)",
            $"Entreprise : {Cast.Company} - SIREN {Spaced(Cast.Siren)}",
            $"Période : {month.Month.ToString("MMMM yyyy", _french)} (du {month.Month:dd/MM/yyyy} au {month.Following.AddDays(-1):dd/MM/yyyy})",
            $"Votre déclaration a été déposée le {Local(month.VatFiled!.Value)} (heure de Paris).",
            $"Numéro d'enregistrement : {month.Month:yyyyMM}{Vary.Between(100000, 999999, "vat-number", month.Age)}",
            $"Montant de TVA nette due : {month.VatDue.ToString("N0", _french)} EUR",
            "Le télépaiement associé a été enregistré.",
        ],
        SampleDays.Written(month.VatFiled!.Value));

    /// <summary>Acknowledgement of the yearly return of results, filed on <paramref name="filed"/>.</summary>
    public static byte[] TaxReturnReceipt(int closedYear, Instant filed) => PdfPaper.Write(
        "Direction générale des Finances publiques - impots.gouv.fr - Espace professionnel",
        "Accusé de réception de télédéclaration",
        [
            "Déclaration : liasse fiscale - formulaire 2065 et tableaux 2050 à 2059",
            $"Entreprise : {Cast.Company} - SIREN {Spaced(Cast.Siren)}",
            $"Exercice clos le : 31/12/{closedYear}",
            $"Votre déclaration a été déposée le {Local(filed)} (heure de Paris).",
            $"Numéro d'enregistrement : {closedYear}{Vary.Between(10000000, 99999999, "tax-return", closedYear)}",
        ],
        SampleDays.Written(filed));

    public static byte[] VatDraft(AccountingMonth month) => PdfPaper.Write(
        Cast.AccountingFirm,
        $"Projet de déclaration de TVA CA3 - {month.Month.ToString("MMMM yyyy", _french)}",
        [
            $"Client : {Cast.Company}",
            $"TVA nette due : {month.VatDue.ToString("N0", _french)} EUR",
            $"Merci de nous donner votre accord avant le {SampleDays.Business(SampleDays.DayOf(month.VatDraftReceived!.Value), 1):dd/MM/yyyy}.",
        ],
        SampleDays.Written(month.VatDraftReceived!.Value));

    public static byte[] Situation(AccountingMonth month) => PdfPaper.Write(
        Cast.AccountingFirm,
        $"Situation mensuelle - {month.Month.ToString("MMMM yyyy", _french)}",
        [
            $"Client : {Cast.Company}",
            $"Chiffre d'affaires du mois : {Vary.Between(310, 460, "sales", month.Age).ToString("N0", _french)} k EUR",
            $"Marge brute : {Vary.Between(38, 46, "margin", month.Age)} %",
            $"Trésorerie en fin de mois : {Vary.Between(120, 380, "cash", month.Age).ToString("N0", _french)} k EUR",
        ],
        SampleDays.Written(month.SituationReceived!.Value));

    public static byte[] Payslips(PayrollMonth month, bool isCorrection) => PdfPaper.Write(
        Cast.PayrollBureau,
        $"{(isCorrection ? "Bulletins de paie rectifiés" : "Bulletins de paie")} - {month.Month.ToString("MMMM yyyy", _french)}",
        [
            $"Entreprise : {Cast.Company} - {Cast.Employees} salariés",
            isCorrection ? "2 bulletins rectifiés (salariés 012 et 031)" : $"{Cast.Employees} bulletins, un par page dans le document réel.",
            $"Date de paiement : {month.PayDay:dd/MM/yyyy}",
        ],
        SampleDays.Written(isCorrection ? month.CorrectedPayslipsReceived!.Value : month.PayslipsReceived!.Value));

    /// <summary>An instant as French papers write it.</summary>
    public static string Local(Instant instant) => SampleDays.Written(instant).ToString("dd/MM/yyyy 'à' HH:mm:ss", CultureInfo.InvariantCulture);

    private static byte[] Declaration(PayrollMonth month, string title, string verdict, string consequence) => PdfPaper.Write(
        "net-entreprises.fr - Déclaration sociale nominative (DSN)",
        title,
        [
            "Nature de la déclaration : DSN mensuelle - type normal - fraction 11",
            $"Mois principal déclaré : {month.Month.ToString("MMMM yyyy", _french)} (01/{month.Month:MM/yyyy})",
            $"Établissement : {Cast.Company} - SIRET {Cast.Siret}",
            $"Déclarant : {Cast.PayrollBureau}",
            $"Date de dépôt : {Local(month.DeclarationFiled!.Value)}",
            $"Identifiant du flux : {month.Month:yyyyMM}{Vary.Between(10000000, 99999999, "dsn-number", month.Age)}",
            "",
            verdict,
            consequence,
        ],
        SampleDays.Written(month.DeclarationFiled!.Value));

    private static string Spaced(string siren) => $"{siren[..3]} {siren[3..6]} {siren[6..]}";
}
