using Pupitre.Kernel.Commitments;

namespace Pupitre.Sourcing.Commitments;

/// <summary>The events that the ready clocks look for, by the names that the models to fill in use, in either language.</summary>
public static class TemplateEvents
{
    public static readonly Words AnomalyReported = ("Anomalie signalée", "Error reported");
    public static readonly Words CorrectedPayslipReceived = ("Bulletin corrigé reçu", "Corrected payslip received");
    public static readonly Words DocumentAsked = ("Document demandé", "Document asked for");
    public static readonly Words DocumentGiven = ("Document fourni", "Document supplied");
    public static readonly Words LeavingAnnounced = ("Départ annoncé", "Leaving announced");
    public static readonly Words Leaving = ("Sortie du salarié", "Employee leaves");
    public static readonly Words LeavingDocumentsReceived = ("Documents de fin de contrat reçus", "Leaving documents received");
    public static readonly Words InvoiceAvailable = ("Facture mise à disposition", "Invoice made available");
    public static readonly Words InvoiceMailed = ("Facture reçue par courriel", "Invoice received by mail");
    public static readonly Words InvoiceRecorded = ("Facture enregistrée", "Invoice recorded");
    public static readonly Words InformationAsked = ("Information demandée", "Information asked for");
    public static readonly Words InformationGiven = ("Information fournie", "Information supplied");
    public static readonly Words QuestionReceived = ("Question reçue", "Question received");
    public static readonly Words FirstAnswer = ("Première réponse", "First answer");
    public static readonly Words MeetingHeld = ("Assemblée générale tenue", "General meeting held");
    public static readonly Words MinutesAsked = ("Procès-verbal à signer", "Minutes to sign");
    public static readonly Words MinutesSigned = ("Procès-verbal signé", "Minutes signed");
    public static readonly Words RegistryReceipt = ("Récépissé du greffe", "Registry’s receipt");
    public static readonly Words DeliverySigned = ("Bon de livraison signé", "Delivery note signed");
    public static readonly Words AcceptanceSigned = ("Procès-verbal de réception signé", "Acceptance signed");
    public static readonly Words InvoiceSent = ("Facture envoyée", "Invoice sent");
    public static readonly Words PriceAsked = ("Prix ou commande demandé", "Price or order asked for");
    public static readonly Words PriceGiven = ("Prix ou commande fourni", "Price or order supplied");
    public static readonly Words InvoiceIssued = ("Facture émise", "Invoice issued");
    public static readonly Words InvoiceDue = ("Échéance de la facture", "Invoice due");
    public static readonly Words FirstReminderSent = ("Relance 1 envoyée", "Reminder 1 sent");
    public static readonly Words FormalNoticePosted = ("Recommandé déposé", "Registered letter posted");
    public static readonly Words PaymentReceived = ("Paiement reçu", "Payment received");
    public static readonly Words DisputeOpened = ("Litige ouvert", "Dispute opened");
    public static readonly Words DisputeClosed = ("Litige clos", "Dispute closed");
    public static readonly Words ApprovalAsked = ("Accord demandé", "Approval asked for");
    public static readonly Words ApprovalGiven = ("Accord donné", "Approval given");
    public static readonly Words DisputeReceived = ("Litige reçu", "Dispute received");
    public static readonly Words PaymentAtBank = ("Paiement constaté en banque", "Payment seen at the bank");
    public static readonly Words ReportedToProvider = ("Signalé au prestataire", "Reported to the provider");
    public static readonly Words ReturnAsked = ("Restitution demandée", "Return of data asked for");
    public static readonly Words ExportReadBack = ("Export complet reçu et relu", "Complete export received and read back");

    private static readonly Words[] _all = [.. typeof(TemplateEvents).GetFields().Where(field => field.FieldType == typeof(Words)).Select(field => (Words)field.GetValue(null)!)];

    /// <summary>Names of the events that a pattern looks for, each once, in the reader's language where the catalogue knows it.</summary>
    public static IReadOnlyList<string> NamesOf(EventPattern pattern) =>
        [.. pattern.Alternatives.SelectMany(alternative => alternative.Parts).SelectMany(part => part.Values).Select(Translate).Distinct()];

    /// <summary>The name in French and English where the catalogue knows it, else the name alone.</summary>
    public static IReadOnlyList<string> InBothLanguages(string name)
    {
        foreach (var words in _all)
        {
            if (words.Are(name))
            {
                return [words.French, words.English];
            }
        }

        return [name];
    }

    /// <summary>All events of the catalogue in the reader's language.</summary>
    public static IReadOnlyList<string> All => [.. _all.Select(words => words.ToString())];

    /// <summary>An event's name in the reader's language where the catalogue knows it, else as it is.</summary>
    public static string Translate(string name)
    {
        foreach (var words in _all)
        {
            if (words.Are(name))
            {
                return words.ToString();
            }
        }

        return name;
    }
}
