using System.Globalization;
using System.Security;
using System.Text;
using Pupitre.Sample.World;

namespace Pupitre.Sample.Files;

/// <summary>The tables that the company and its providers keep: exports and tracking sheets with dates in columns, and one event log.</summary>
internal static class Tables
{
    private static readonly Encoding _windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Export of the accounting firm's tool: one line is an invoice, semicolons, windows-1252, days before months.</summary>
    public static byte[] SupplierInvoices(SampleWorld world)
    {
        var table = new StringBuilder("N° pièce;Fournisseur;Montant TTC;Date facture;Facture reçue par courriel le;Facture enregistrée le;Facture réglée le\r\n");
        foreach (var invoice in world.SupplierInvoices)
        {
            table.Append(_french, $"{invoice.Number};{invoice.Supplier};{invoice.Amount:0.00};{invoice.Issued:dd/MM/yy};{invoice.Received:dd/MM/yy};{invoice.Registered:dd/MM/yy};{invoice.Paid:dd/MM/yy}\r\n");
        }

        return _windows1252.GetBytes(table.ToString());
    }

    public static byte[] CustomerInvoices(SampleWorld world) => SheetFile.Write(
        [$"{Cast.AccountingFirm} - relances clients de {Cast.Company}", $"Édité le {world.Today:dd/MM/yyyy}"],
        ["Facture", "Client", "Montant TTC", "Facture émise le", "Échéance de la facture", "Relance 1 envoyée le", "Recommandé déposé le", "Litige ouvert le", "Paiement reçu le"],
        world.CustomerInvoices.Select(invoice => new object?[]
        {
            invoice.Number, invoice.Customer, invoice.Amount, invoice.Issued, invoice.Due, invoice.Reminded, invoice.PutOnNotice, invoice.Disputed, invoice.Paid,
        }));

    /// <summary>The bureau's own table: all its dates are its word.</summary>
    public static byte[] PayrollBoard(SampleWorld world) => SheetFile.Write(
        [$"{Cast.PayrollBureau} - tableau de bord du dossier {Cast.Company}", $"Mis à jour le {world.Today:dd/MM/yyyy}"],
        ["Mois", "Bulletins et fichier de virement remis le", "DSN mensuelle acceptée le"],
        world.Payroll.Where(month => month.PayslipsClaimed is not null || month.DeclarationFiled is not null).Select(month => new object?[]
        {
            PayrollMails.NameOf(month.Month), month.PayslipsClaimed, month.DeclarationFiled is { } filed ? SampleDays.DayOf(filed) : null,
        }));

    /// <summary>The accounting firm's own table: all its dates are its word.</summary>
    public static byte[] AccountingBoard(SampleWorld world) => SheetFile.Write(
        [$"{Cast.AccountingFirm} - suivi de mission {Cast.Company}", $"Mis à jour le {world.Today:dd/MM/yyyy}"],
        ["Mois", "Situation mensuelle remise le", "Banque saisie et rapprochée le", "TVA déposée le"],
        world.Accounting.Where(month => month.BankClaimed is not null).Select(month => new object?[]
        {
            PayrollMails.NameOf(month.Month),
            month.Age != 5 && month.SituationReceived is { } situation ? SampleDays.DayOf(situation) : null,
            month.BankClaimed,
            month.VatFiled is { } filed ? SampleDays.DayOf(filed) : null,
        }));

    /// <summary>The table that the company's own assistant keeps: one side's word, ours.</summary>
    public static byte[] OwnBoard(SampleWorld world) => SheetFile.Write(
        [$"{Cast.Company} - ce que nous avons transmis"],
        ["Mois", "Variables de paie transmises le", "Pièces du mois déposées le"],
        world.Payroll.Zip(world.Accounting).Where(pair => pair.First.VariablesSent is not null).Select(pair => new object?[]
        {
            PayrollMails.NameOf(pair.First.Month),
            SampleDays.DayOf(pair.First.VariablesSent!.Value),
            pair.Second.DocumentsDeposited is { } deposited ? SampleDays.DayOf(deposited) : null,
        }));

    /// <summary>Questions followed in the firm's ticketing tool, as a standard event log (XES, IEEE 1849).</summary>
    public static byte[] Questions(SampleWorld world)
    {
        var log = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\" xmlns=\"http://www.xes-standard.org/\">\n");
        foreach (var question in world.Questions)
        {
            log.Append(CultureInfo.InvariantCulture, $"<trace><string key=\"concept:name\" value=\"{question.Number}\"/><string key=\"objet\" value=\"{SecurityElement.Escape(question.Subject)}\"/>\n");
            foreach (var step in question.Steps)
            {
                log.Append(CultureInfo.InvariantCulture, $"<event><string key=\"concept:name\" value=\"{SecurityElement.Escape(step.Activity)}\"/><string key=\"lifecycle:transition\" value=\"{step.Transition}\"/><string key=\"org:resource\" value=\"{SecurityElement.Escape(step.Resource)}\"/><date key=\"time:timestamp\" value=\"{SampleDays.Written(step.At):yyyy-MM-ddTHH:mm:ss.fffzzz}\"/>");
                log.Append(step.Channel is null ? "</event>\n" : $"<string key=\"canal\" value=\"{step.Channel}\"/></event>\n");
            }

            log.Append("</trace>\n");
        }

        return Encoding.UTF8.GetBytes(log.Append("</log>\n").ToString());
    }
}
