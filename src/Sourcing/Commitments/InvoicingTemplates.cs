using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Processes;
using Pupitre.Sourcing.Calendars;
using static Pupitre.Sourcing.Commitments.TemplateEvents;
using static Pupitre.Sourcing.Commitments.TemplateRules;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Ready commitments of invoicing and dunning.</summary>
internal static class InvoicingTemplates
{
    private const int FirstReminderDays = 8;
    private const int FormalNoticeDays = 30;

    public static readonly IReadOnlyList<CommitmentTemplate> All =
    [
        new()
        {
            Number = ReadyCommitments.CustomerInvoiceIssued,
            Name = ("Facture client émise", "Customer invoice issued"),
            Domain = Domain.Invoicing,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("émettons la facture client", "issue the customer invoice"),
            TheyDo = ("émet la facture client", "issues the customer invoice"),
            Proof = ("facture envoyée ou déposée", "invoice sent or deposited"),
            UnitOne = ("facture", "invoice"),
            UnitMany = ("factures", "invoices"),
            RuleFor = _ => CommitmentRule.Of(Within(days: 2, warningHours: 4, DeliverySigned, InvoiceSent, WaitOnUs(PriceAsked, PriceGiven)).Clock!
                with { Start = On(DeliverySigned, AcceptanceSigned) }),
        },
        new()
        {
            Number = ReadyCommitments.ReminderSent,
            Name = ("Relance 1 envoyée", "Reminder 1 sent"),
            Domain = Domain.Dunning,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("envoyons la relance 1", "send reminder 1"),
            TheyDo = ("envoie la relance 1", "sends reminder 1"),
            Proof = ("courriel ou lettre envoyé ; annulé par le paiement", "mail or letter sent; cancelled by payment"),
            UnitOne = ("facture", "invoice"),
            UnitMany = ("factures", "invoices"),
            RuleFor = _ => Dunning(FirstReminderDays, FirstReminderSent, WaitOnUs(DisputeOpened, DisputeClosed)),
        },
        new()
        {
            Number = ReadyCommitments.FormalNoticeSent,
            Name = ("Mise en demeure envoyée", "Formal notice sent"),
            Domain = Domain.Dunning,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("envoyons la mise en demeure", "send the formal notice"),
            TheyDo = ("envoie la mise en demeure", "sends the formal notice"),
            Proof = ("preuve de dépôt du recommandé ; annulé par le paiement", "proof of posting of the registered letter; cancelled by payment"),
            UnitOne = ("facture", "invoice"),
            UnitMany = ("factures", "invoices"),
            RuleFor = _ => Dunning(
                FormalNoticeDays,
                FormalNoticePosted,
                new PauseRule(On(DisputeOpened, ApprovalAsked), On(DisputeClosed, ApprovalGiven), Party.Company)),
        },
        new()
        {
            Number = ReadyCommitments.DisputesReported,
            Name = ("Litiges et encaissements signalés", "Disputes and payments reported"),
            Domain = Domain.Dunning,
            Performer = Party.Company,
            Calendar = CalendarUse.Company,
            WeDo = ("signalons le litige ou l’encaissement", "report the dispute or payment"),
            TheyDo = ("signale le litige ou l’encaissement", "reports the dispute or payment"),
            Proof = ("signalement au prestataire", "report to the provider"),
            UnitOne = ("signalement", "report"),
            UnitMany = ("signalements", "reports"),
            RuleFor = _ => CommitmentRule.Of(Within(days: 2, warningHours: 4, DisputeReceived, ReportedToProvider).Clock! with { Start = On(DisputeReceived, PaymentAtBank) }),
        },
        new()
        {
            Number = ReadyCommitments.FormalNoticeApproved,
            Name = ("Accord sur la mise en demeure", "Approval of the formal notice"),
            Domain = Domain.Dunning,
            Performer = Party.Company,
            Calendar = CalendarUse.Company,
            WeDo = ("donnons notre accord sur la mise en demeure", "approve the formal notice"),
            TheyDo = ("donne son accord sur la mise en demeure", "approves the formal notice"),
            Proof = ("accord envoyé", "approval sent"),
            UnitOne = ("demande", "request"),
            UnitMany = ("demandes", "requests"),
            RuleFor = _ => Within(days: 2, warningHours: 4, ApprovalAsked, ApprovalGiven),
        },
    ];

    // The issue of the invoice starts the clock where it is known, so that a payment before the due date cancels it.
    private static CommitmentRule Dunning(int days, Words stop, PauseRule pause) => CommitmentRule.Of(new ClockRule
    {
        Start = On(InvoiceIssued, InvoiceDue),
        Stop = On(stop),
        Pause = pause,
        Cancel = On(PaymentReceived),
        Target = new DateTarget { Event = On(InvoiceDue), Days = days, Roll = RollConvention.Following, PauseMovesDate = true },
        Warning = Duration.FromHours(8),
    });
}
