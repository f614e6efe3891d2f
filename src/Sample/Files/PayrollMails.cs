using System.Globalization;
using System.Text;
using Pupitre.Sample.World;

namespace Pupitre.Sample.Files;

/// <summary>The mails between the company and its payroll bureau.</summary>
internal static class PayrollMails
{
    /// <summary>Before that, variables went by mail; since then through the bureau's portal, which acknowledges them.</summary>
    private const int PortalSinceAge = 9;

    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr-FR");

    public static IEnumerable<SampleMail> Of(PayrollMonth month)
    {
        if (month is { VariablesSent: not null, VariablesMailKept: true })
        {
            yield return month.Age > PortalSinceAge ? Variables(month) : VariablesAcknowledged(month);
        }

        if (month is { PayslipsReceived: not null, PayslipsMailKept: true })
        {
            yield return Payslips(month);
        }

        if (month.CorrectedPayslipsReceived is not null)
        {
            yield return CorrectedPayslips(month);
        }
    }

    public static string NameOf(DateOnly month) => month.ToString("MMMM yyyy", _french);

    /// <summary>"de mai 2026", "d'octobre 2026".</summary>
    public static string Of(DateOnly month) => (month.Month is 4 or 8 or 10 ? "d'" : "de ") + NameOf(month);

    private static SampleMail Variables(PayrollMonth month) => new(
        month.VariablesSent!.Value,
        Cast.Deputy,
        [Cast.PayrollClerk, Cast.PayrollBox],
        $"Variables de paie {NameOf(month.Month)}",
        $"Bonjour Sandrine,\n\nVoici les variables de paie {Of(month.Month)} : heures supplémentaires, absences, primes, frais.\nLe tableau est complet.\n\nBien à vous,\nLucie Tessandier\n{Cast.Company}\n",
        [new MailPaper($"variables-{month.Month:yyyy-MM}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", VariablesTable(month))]);

    private static SampleMail VariablesAcknowledged(PayrollMonth month) => new(
        month.VariablesSent!.Value,
        Cast.PayrollPortal,
        [Cast.PayrollBox],
        $"Dépôt reçu : variables de paie {NameOf(month.Month)}",
        $"Bonjour,\n\nNous avons bien reçu le {Papers.Local(month.VariablesSent.Value)} votre dépôt complet des variables de paie {Of(month.Month)}\n(1 fichier : variables-{month.Month:yyyy-MM}.xlsx, déposé par {Cast.Deputy.Name}).\n\nCeci est un message automatique.\n",
        []);

    private static SampleMail Payslips(PayrollMonth month) => new(
        month.PayslipsReceived!.Value,
        Cast.PayrollClerk,
        [Cast.PayrollBox],
        $"Bulletins de paie et virements {NameOf(month.Month)}",
        $"Bonjour Lucie,\n\nVous trouverez ci-joints les bulletins de paie {Of(month.Month)} et le fichier de virement SEPA,\nà exécuter le {month.PayDay:dd/MM/yyyy}.\n\nSandrine Kervella\n{Cast.PayrollBureau}\n",
        [
            MailPaper.Pdf($"bulletins-{month.Month:yyyy-MM}.pdf", Papers.Payslips(month, isCorrection: false)),
            new MailPaper($"virements-{month.Month:yyyy-MM}.xml", "application/xml", Transfers(month)),
        ]);

    private static SampleMail CorrectedPayslips(PayrollMonth month) => new(
        month.CorrectedPayslipsReceived!.Value,
        Cast.PayrollClerk,
        [Cast.PayrollBox],
        $"Bulletins rectifiés {NameOf(month.Month)}",
        $"Bonjour Lucie,\n\nLes heures supplémentaires des salariés 012 et 031 avaient été omises. Voici les deux bulletins rectifiés {Of(month.Month)} ;\nils annulent et remplacent les précédents.\n\nSandrine Kervella\n{Cast.PayrollBureau}\n",
        [MailPaper.Pdf($"bulletins-rectifies-{month.Month:yyyy-MM}.pdf", Papers.Payslips(month, isCorrection: true))]);

    private static byte[] VariablesTable(PayrollMonth month) => SheetFile.Write(
        [$"{Cast.Company} - variables de paie - {NameOf(month.Month)}"],
        ["Matricule", "Heures supplémentaires", "Jours d'absence", "Prime"],
        Cast.Employed.Select((employee, place) => new object?[]
        {
            employee, Vary.Between(0, 9, employee, month.Age), Vary.Between(0, 3, employee + "a", month.Age), place == 2 ? 150m : null,
        }));

    private static byte[] Transfers(PayrollMonth month) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">
          <CstmrCdtTrfInitn>
            <GrpHdr><MsgId>SPECIMEN-{month.Month:yyyyMM}</MsgId><CreDtTm>{SampleDays.Written(month.PayslipsReceived!.Value):yyyy-MM-ddTHH:mm:ss}</CreDtTm><NbOfTxs>{Cast.Employees}</NbOfTxs><InitgPty><Nm>{Cast.Company}</Nm></InitgPty></GrpHdr>
            <PmtInf><PmtInfId>PAIE-{month.Month:yyyyMM}</PmtInfId><PmtMtd>TRF</PmtMtd><ReqdExctnDt>{month.PayDay:yyyy-MM-dd}</ReqdExctnDt></PmtInf>
          </CstmrCdtTrfInitn>
        </Document>
        """);
}
