using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Processes;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Profile;
using static Pupitre.Sourcing.Commitments.TemplateEvents;
using static Pupitre.Sourcing.Commitments.TemplateRules;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Ready commitments of accounting and tax.</summary>
internal static class AccountingTemplates
{
    private const int ProvisionalFileDay = 15;
    private const int ClosingDocumentsDays = 45;

    /// <summary>Days more for a return filed on line, as all are.</summary>
    private const int OnLineReturnDays = 15;

    public static readonly IReadOnlyList<CommitmentTemplate> All = [.. Monthlies(), .. Vat(), .. Others()];

    private static CommitmentTemplate[] Monthlies() =>
    [
        new()
        {
            Number = ReadyCommitments.DocumentsDeposited,
            Name = ("Pièces du mois déposées", "Documents of the month deposited"),
            Domain = Domain.Accounting,
            Performer = Party.Company,
            Calendar = CalendarUse.Company,
            WeDo = ("déposons les pièces du mois", "deposit the documents of the month"),
            TheyDo = ("dépose les pièces du mois", "deposits the documents of the month"),
            WeHaveDone = ("ayons déposé les pièces du mois", "deposited the documents of the month"),
            TheyHaveDone = ("ait déposé les pièces du mois", "deposited the documents of the month"),
            Proof = ("dépôt complet (achats, ventes, banque, notes de frais)", "complete deposit (purchases, sales, bank, expenses)"),
            RuleFor = _ => Monthly(ScheduleAnchor.EndOfMonth(), days: 5, at: Evening),
        },
        new()
        {
            Number = ReadyCommitments.StatementDelivered,
            Name = ("Situation mensuelle remise", "Monthly statement delivered"),
            Domain = Domain.Accounting,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("remettons la situation mensuelle", "deliver the monthly statement"),
            TheyDo = ("remet la situation mensuelle", "delivers the monthly statement"),
            Proof = ("document reçu", "document received"),
            Prerequisite = ReadyCommitments.DocumentsDeposited,
            PrerequisiteDays = 5,
            RuleFor = _ => Monthly(ScheduleAnchor.EndOfMonth(), days: 10, at: Evening),
        },
        new()
        {
            Number = ReadyCommitments.BankReconciled,
            Name = ("Banque saisie et rapprochée", "Bank entered and reconciled"),
            Domain = Domain.Accounting,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("saisissons et rapprochons la banque", "enter and reconcile the bank"),
            TheyDo = ("saisit et rapproche la banque", "enters and reconciles the bank"),
            Proof = ("fichier comptable ou grand livre reçu dont la dernière écriture 512 est du dernier jour de banque du mois", "accounting file or ledger received whose last 512 entry is of the month’s last bank day"),
            Prerequisite = ReadyCommitments.DocumentsDeposited,
            PrerequisiteDays = 5,
            RuleFor = _ => Monthly(ScheduleAnchor.EndOfMonth(), days: 10),
        },
        new()
        {
            Number = ReadyCommitments.AccountingFileDelivered,
            Name = ("FEC provisoire remis", "Provisional accounting file (FEC) delivered"),
            Domain = Domain.Accounting,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("remettons le FEC provisoire", "deliver the provisional accounting file (FEC)"),
            TheyDo = ("remet le FEC provisoire", "delivers the provisional accounting file (FEC)"),
            Proof = ("fichier reçu, de structure conforme", "file received, with a conforming structure"),
            Prerequisite = ReadyCommitments.DocumentsDeposited,
            // A day on which nobody works is moved to the next business day, as for a time limit in law (code de procédure civile, art. 642).
            RuleFor = _ => Monthly(ScheduleAnchor.DayOfMonth(ProvisionalFileDay) with { MonthsAfter = 1 }, at: Evening, roll: RollConvention.Following),
        },
    ];

    private static CommitmentTemplate[] Vat() =>
    [
        new()
        {
            Number = ReadyCommitments.VatDraftSubmitted,
            Name = ("Projet de TVA (CA3) soumis", "Draft VAT return (CA3) submitted"),
            Domain = Domain.Accounting,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("soumettons le projet de TVA (CA3)", "submit the draft VAT return (CA3)"),
            TheyDo = ("soumet le projet de TVA (CA3)", "submits the draft VAT return (CA3)"),
            WeHaveDone = ("ayons soumis le projet de TVA", "submitted the draft VAT return"),
            TheyHaveDone = ("ait soumis le projet de TVA", "submitted the draft VAT return"),
            Proof = ("projet reçu", "draft received"),
            Prerequisite = ReadyCommitments.DocumentsDeposited,
            AppliesTo = HasReturns,
            RuleFor = profile => Every(VatPeriod(profile), VatDay(), days: -3, at: Noon),
        },
        new()
        {
            Number = ReadyCommitments.VatFiled,
            Name = ("TVA déposée", "VAT return filed"),
            Domain = Domain.Accounting,
            Performer = Party.Provider,
            Calendar = CalendarUse.Legal,
            WeDo = ("déposons la TVA", "file the VAT return"),
            TheyDo = ("dépose la TVA", "files the VAT return"),
            Proof = ("accusé du service des impôts, ou prélèvement en banque", "tax receipt, or the bank debit"),
            TargetPercent = 100,
            Prerequisite = ReadyCommitments.VatDraftApproved,
            AppliesTo = HasReturns,
            RuleFor = profile => Every(VatPeriod(profile), VatDay(), days: -1, statutory: true),
        },
        new()
        {
            Number = ReadyCommitments.VatDraftApproved,
            Name = ("Projet de TVA approuvé", "Draft VAT return approved"),
            Domain = Domain.Accounting,
            Performer = Party.Company,
            Calendar = CalendarUse.Company,
            WeDo = ("approuvons le projet de TVA (CA3)", "approve the draft VAT return (CA3)"),
            TheyDo = ("approuve le projet de TVA (CA3)", "approves the draft VAT return (CA3)"),
            WeHaveDone = ("ayons approuvé le projet de TVA", "approved the draft VAT return"),
            TheyHaveDone = ("ait approuvé le projet de TVA", "approved the draft VAT return"),
            Proof = ("approbation envoyée", "approval sent"),
            Prerequisite = ReadyCommitments.VatDraftSubmitted,
            PrerequisiteDays = 1,
            AppliesTo = HasReturns,
            RuleFor = profile => Every(VatPeriod(profile), VatDay(), days: -2, at: Noon),
        },
    ];

    private static CommitmentTemplate[] Others() =>
    [
        new()
        {
            Number = ReadyCommitments.SupplierInvoiceRecorded,
            Name = ("Facture fournisseur enregistrée", "Supplier invoice recorded"),
            Domain = Domain.Accounting,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("enregistrons la facture fournisseur", "record the supplier invoice"),
            TheyDo = ("enregistre la facture fournisseur", "records the supplier invoice"),
            Proof = ("première présence dans un export ou un fichier comptable", "first presence in an export or accounting file"),
            UnitOne = ("facture", "invoice"),
            UnitMany = ("factures", "invoices"),
            RuleFor = _ => CommitmentRule.Of(Within(days: 5, warningHours: 8, InvoiceAvailable, InvoiceRecorded, WaitOnUs(InformationAsked, InformationGiven)).Clock!
                with { Start = On(InvoiceAvailable, InvoiceMailed) }),
        },
        new()
        {
            Number = ReadyCommitments.QuestionAnswered,
            Name = ("Réponse à une question", "Answer to a question"),
            Domain = Domain.Administration,
            ForAnyDomain = true,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("répondons à la question", "answer the question"),
            TheyDo = ("répond à la question", "answers the question"),
            Proof = ("première réponse d’une personne (pas une réponse automatique)", "first answer by a person (not an automatic one)"),
            UnitOne = ("question", "question"),
            UnitMany = ("questions", "questions"),
            RuleFor = _ => Within(days: 1, warningHours: 2, QuestionReceived, FirstAnswer),
        },
        new()
        {
            Number = ReadyCommitments.TaxReturnAccepted,
            Name = ("Liasse fiscale acceptée", "Tax return accepted"),
            Domain = Domain.Accounting,
            Performer = Party.Provider,
            Calendar = CalendarUse.Legal,
            WeDo = ("faisons accepter la liasse fiscale", "get the tax return accepted"),
            TheyDo = ("fait accepter la liasse fiscale", "gets the tax return accepted"),
            Proof = ("accusé de réception du dépôt", "filing acknowledgement"),
            TargetPercent = 100,
            Prerequisite = ReadyCommitments.ClosingDocumentsDelivered,
            RuleFor = _ => Every(PeriodLength.Year, ScheduleAnchor.DateOfCompany(CompanyDates.TaxReturnName), days: OnLineReturnDays, roll: RollConvention.Following, statutory: true, count: DayCount.Calendar),
        },
        new()
        {
            Number = ReadyCommitments.ClosingDocumentsDelivered,
            Name = ("Inventaire et pièces de clôture remis", "Inventory and closing documents delivered"),
            Domain = Domain.Accounting,
            Performer = Party.Company,
            Calendar = CalendarUse.Company,
            WeDo = ("remettons l’inventaire et les pièces de clôture", "deliver the inventory and the closing documents"),
            TheyDo = ("remet l’inventaire et les pièces de clôture", "delivers the inventory and the closing documents"),
            WeHaveDone = ("ayons remis l’inventaire et les pièces de clôture", "delivered the inventory and the closing documents"),
            TheyHaveDone = ("ait remis l’inventaire et les pièces de clôture", "delivered the inventory and the closing documents"),
            Proof = ("inventaire et pièces envoyés", "inventory and documents sent"),
            RuleFor = _ => Every(PeriodLength.Year, ScheduleAnchor.DateOfCompany(CompanyDates.ClosingName), days: ClosingDocumentsDays, at: Evening, roll: RollConvention.Following, count: DayCount.Calendar),
        },
    ];

    private static bool HasReturns(CompanyProfile profile) => profile.VatRegime is VatRegime.Monthly or VatRegime.Quarterly;

    private static PeriodLength VatPeriod(CompanyProfile profile) => profile.VatRegime == VatRegime.Quarterly ? PeriodLength.Quarter : PeriodLength.Month;

    private static ScheduleAnchor VatDay() => ScheduleAnchor.DateOfCompany(CompanyDates.VatDayName) with { MonthsAfter = 1 };
}
