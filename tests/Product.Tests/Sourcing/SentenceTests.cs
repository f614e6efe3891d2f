using System.Globalization;
using Pupitre.Kernel.Commitments;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Product.Tests.Sourcing;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class SentenceTests
{
    [Theory]
    [InlineData(1, "Chaque mois, nous transmettons les variables de paie au plus tard le 20 à 18 h, ou le jour ouvré précédent si ce jour n’est pas ouvré.")]
    [InlineData(2, "Chaque mois, Cabinet Martin remet les bulletins et le fichier de virement au plus tard 2 jours ouvrés avant la date de paie à 12 h, à condition que nous ayons transmis les variables de paie depuis au moins 3 jours ouvrés.")]
    [InlineData(3, "Chaque mois, Cabinet Martin fait accepter la DSN mensuelle au plus tard le 15 du mois suivant à 12 h, ou le jour ouvré suivant si ce jour n’est pas ouvré. Date ferme : rien ne la déplace, mais un retard tient compte de « Variables de paie transmises ».")]
    [InlineData(4, "Après « Anomalie signalée », Cabinet Martin remet le bulletin corrigé sous 2 jours ouvrés, à la même heure. Fait quand arrive « Bulletin corrigé reçu ». En pause entre « Document demandé » et « Document fourni » : l’attente est de notre côté.")]
    [InlineData(5, "Cabinet Martin remet les documents de fin de contrat au plus tard le jour de « Sortie du salarié » à 12 h. Fait quand arrive « Documents de fin de contrat reçus ». Exigible au plus tôt 5 jours ouvrés après « Départ annoncé ».")]
    [InlineData(6, "Chaque mois, nous déposons les pièces du mois au plus tard le 5e jour ouvré du mois suivant à 18 h.")]
    [InlineData(7, "Chaque mois, Cabinet Martin remet la situation mensuelle au plus tard le 10e jour ouvré du mois suivant à 18 h, à condition que nous ayons déposé les pièces du mois depuis au moins 5 jours ouvrés.")]
    [InlineData(8, "Chaque mois, Cabinet Martin saisit et rapproche la banque au plus tard le 10e jour ouvré du mois suivant, à condition que nous ayons déposé les pièces du mois depuis au moins 5 jours ouvrés.")]
    [InlineData(9, "Chaque mois, Cabinet Martin soumet le projet de TVA (CA3) au plus tard 3 jours ouvrés avant la date de TVA du mois suivant à 12 h, à condition que nous ayons déposé les pièces du mois.")]
    [InlineData(10, "Chaque mois, Cabinet Martin dépose la TVA au plus tard 1 jour ouvré avant la date de TVA du mois suivant. Date ferme : rien ne la déplace, mais un retard tient compte de « Projet de TVA approuvé ».")]
    [InlineData(11, "Après « Facture mise à disposition » ou « Facture reçue par courriel », Cabinet Martin enregistre la facture fournisseur sous 5 jours ouvrés, à la même heure. Fait quand arrive « Facture enregistrée ». En pause entre « Information demandée » et « Information fournie » : l’attente est de notre côté.")]
    [InlineData(12, "Après « Question reçue », Cabinet Martin répond à la question sous 1 jour ouvré, à la même heure. Fait quand arrive « Première réponse ».")]
    [InlineData(13, "Chaque mois, Cabinet Martin remet le FEC provisoire au plus tard le 15 du mois suivant à 18 h, ou le jour ouvré suivant si ce jour n’est pas ouvré, à condition que nous ayons déposé les pièces du mois.")]
    [InlineData(14, "Chaque année, Cabinet Martin fait accepter la liasse fiscale au plus tard 15 jours calendaires après la date légale de la liasse, ou le jour ouvré suivant si ce jour n’est pas ouvré. Date ferme : rien ne la déplace, mais un retard tient compte de « Inventaire et pièces de clôture remis ».")]
    [InlineData(15, "Cabinet Martin dépose les comptes au greffe au plus tard 1 mois après « Assemblée générale tenue », ou le jour ouvré suivant si ce jour n’est pas ouvré. Fait quand arrive « Récépissé du greffe ». En pause entre « Procès-verbal à signer » et « Procès-verbal signé » : l’attente est de notre côté.")]
    [InlineData(16, "Après « Bon de livraison signé » ou « Procès-verbal de réception signé », Cabinet Martin émet la facture client sous 2 jours ouvrés, à la même heure. Fait quand arrive « Facture envoyée ». En pause entre « Prix ou commande demandé » et « Prix ou commande fourni » : l’attente est de notre côté.")]
    [InlineData(17, "Cabinet Martin envoie la relance 1 au plus tard 8 jours calendaires après « Échéance de la facture », ou le jour ouvré suivant si ce jour n’est pas ouvré. Fait quand arrive « Relance 1 envoyée ». En pause entre « Litige ouvert » et « Litige clos » : l’attente est de notre côté. Annulé par « Paiement reçu ».")]
    [InlineData(18, "Cabinet Martin envoie la mise en demeure au plus tard 30 jours calendaires après « Échéance de la facture », ou le jour ouvré suivant si ce jour n’est pas ouvré. Fait quand arrive « Recommandé déposé ». En pause entre « Litige ouvert » ou « Accord demandé » et « Litige clos » ou « Accord donné » : l’attente est de notre côté. Annulé par « Paiement reçu ».")]
    [InlineData(19, "Après « Litige reçu » ou « Paiement constaté en banque », nous signalons le litige ou l’encaissement sous 2 jours ouvrés, à la même heure. Fait quand arrive « Signalé au prestataire ».")]
    [InlineData(20, "Après « Restitution demandée », Cabinet Martin restitue les données sous 10 jours ouvrés, à la même heure. Fait quand arrive « Export complet reçu et relu ».")]
    [InlineData(21, "Chaque mois, nous approuvons le projet de TVA (CA3) au plus tard 2 jours ouvrés avant la date de TVA du mois suivant à 12 h, à condition que Cabinet Martin ait soumis le projet de TVA depuis au moins 1 jour ouvré.")]
    [InlineData(22, "Chaque année, nous remettons l’inventaire et les pièces de clôture au plus tard 45 jours calendaires après la clôture de l’exercice à 18 h, ou le jour ouvré suivant si ce jour n’est pas ouvré.")]
    [InlineData(23, "Après « Accord demandé », nous donnons notre accord sur la mise en demeure sous 2 jours ouvrés, à la même heure. Fait quand arrive « Accord donné ».")]
    public void Says_each_ready_commitment_in_French(int number, string sentence) => Say(number, "fr-FR").ShouldBe(sentence);

    [Theory]
    [InlineData(1, "Each month, we send the payroll variables at the latest on the 20th at 18:00, or the business day before when that day is not one.")]
    [InlineData(2, "Each month, Cabinet Martin delivers the payslips and the transfer file at the latest 2 business days before pay day at 12:00, provided that we sent the payroll variables at least 3 business days before.")]
    [InlineData(3, "Each month, Cabinet Martin gets the monthly payroll return (DSN) accepted at the latest on the 15th of the following month at 12:00, or the next business day when that day is not one. Firm date: nothing moves it, but a delay takes “Payroll variables sent” into account.")]
    [InlineData(4, "After “Error reported”, Cabinet Martin delivers the corrected payslip within 2 business days, at the same hour. Done when “Corrected payslip received” comes. Paused between “Document asked for” and “Document supplied”: the wait is on us.")]
    [InlineData(5, "Cabinet Martin delivers the leaving documents at the latest on the day of “Employee leaves” at 12:00. Done when “Leaving documents received” comes. Due 5 business days after “Leaving announced” at the earliest.")]
    [InlineData(6, "Each month, we deposit the documents of the month at the latest on the 5th business day of the following month at 18:00.")]
    [InlineData(7, "Each month, Cabinet Martin delivers the monthly statement at the latest on the 10th business day of the following month at 18:00, provided that we deposited the documents of the month at least 5 business days before.")]
    [InlineData(8, "Each month, Cabinet Martin enters and reconciles the bank at the latest on the 10th business day of the following month, provided that we deposited the documents of the month at least 5 business days before.")]
    [InlineData(9, "Each month, Cabinet Martin submits the draft VAT return (CA3) at the latest 3 business days before the VAT date of the following month at 12:00, provided that we deposited the documents of the month.")]
    [InlineData(10, "Each month, Cabinet Martin files the VAT return at the latest 1 business day before the VAT date of the following month. Firm date: nothing moves it, but a delay takes “Draft VAT return approved” into account.")]
    [InlineData(11, "After “Invoice made available” or “Invoice received by mail”, Cabinet Martin records the supplier invoice within 5 business days, at the same hour. Done when “Invoice recorded” comes. Paused between “Information asked for” and “Information supplied”: the wait is on us.")]
    [InlineData(12, "After “Question received”, Cabinet Martin answers the question within 1 business day, at the same hour. Done when “First answer” comes.")]
    [InlineData(13, "Each month, Cabinet Martin delivers the provisional accounting file (FEC) at the latest on the 15th of the following month at 18:00, or the next business day when that day is not one, provided that we deposited the documents of the month.")]
    [InlineData(14, "Each year, Cabinet Martin gets the tax return accepted at the latest 15 calendar days after the legal date of the tax return, or the next business day when that day is not one. Firm date: nothing moves it, but a delay takes “Inventory and closing documents delivered” into account.")]
    [InlineData(15, "Cabinet Martin files the accounts at the registry at the latest 1 month after “General meeting held”, or the next business day when that day is not one. Done when “Registry’s receipt” comes. Paused between “Minutes to sign” and “Minutes signed”: the wait is on us.")]
    [InlineData(16, "After “Delivery note signed” or “Acceptance signed”, Cabinet Martin issues the customer invoice within 2 business days, at the same hour. Done when “Invoice sent” comes. Paused between “Price or order asked for” and “Price or order supplied”: the wait is on us.")]
    [InlineData(17, "Cabinet Martin sends reminder 1 at the latest 8 calendar days after “Invoice due”, or the next business day when that day is not one. Done when “Reminder 1 sent” comes. Paused between “Dispute opened” and “Dispute closed”: the wait is on us. Cancelled by “Payment received”.")]
    [InlineData(18, "Cabinet Martin sends the formal notice at the latest 30 calendar days after “Invoice due”, or the next business day when that day is not one. Done when “Registered letter posted” comes. Paused between “Dispute opened” or “Approval asked for” and “Dispute closed” or “Approval given”: the wait is on us. Cancelled by “Payment received”.")]
    [InlineData(19, "After “Dispute received” or “Payment seen at the bank”, we report the dispute or payment within 2 business days, at the same hour. Done when “Reported to the provider” comes.")]
    [InlineData(20, "After “Return of data asked for”, Cabinet Martin returns the data within 10 business days, at the same hour. Done when “Complete export received and read back” comes.")]
    [InlineData(21, "Each month, we approve the draft VAT return (CA3) at the latest 2 business days before the VAT date of the following month at 12:00, provided that Cabinet Martin submitted the draft VAT return at least 1 business day before.")]
    [InlineData(22, "Each year, we deliver the inventory and the closing documents at the latest 45 calendar days after the closing of the year at 18:00, or the next business day when that day is not one.")]
    [InlineData(23, "After “Approval asked for”, we approve the formal notice within 2 business days, at the same hour. Done when “Approval given” comes.")]
    public void Says_each_ready_commitment_in_English(int number, string sentence) => Say(number, "en-GB").ShouldBe(sentence);

    private static string Say(int number, string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var template = CommitmentTemplates.Find(number)!;
        var before = CommitmentTemplates.Find(template.Prerequisite);
        return CommitmentSentence.Of(template.Rule(CompanyProfile.Unknown(), Guid.CreateVersion7()), new CommitmentWords
        {
            Performer = template.Performer,
            ProviderName = "Cabinet Martin",
            Action = template.ActionOf(template.Performer).ToString(),
            TemplateNumber = template.Number,
            Condition = before is null ? null : new ConditionWords(before.Name.ToString(), before.Performer, "Cabinet Martin", before.Number),
        }).Whole.WithPlainSpaces();
    }
}
