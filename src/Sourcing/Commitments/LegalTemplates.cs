using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Processes;
using Pupitre.Sourcing.Calendars;
using static Pupitre.Sourcing.Commitments.TemplateEvents;
using static Pupitre.Sourcing.Commitments.TemplateRules;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Ready commitments of the legal secretariat, and the return of the company's data.</summary>
internal static class LegalTemplates
{
    public static readonly IReadOnlyList<CommitmentTemplate> All =
    [
        new()
        {
            Number = ReadyCommitments.AccountsFiled,
            Name = ("Comptes déposés au greffe", "Accounts filed at the registry"),
            Domain = Domain.Legal,
            Performer = Party.Provider,
            Calendar = CalendarUse.Legal,
            WeDo = ("déposons les comptes au greffe", "file the accounts at the registry"),
            TheyDo = ("dépose les comptes au greffe", "files the accounts at the registry"),
            Proof = ("récépissé du greffe", "registry’s receipt"),
            UnitOne = ("dépôt", "filing"),
            UnitMany = ("dépôts", "filings"),
            TargetPercent = 100,

            // One month after the meeting; a filing on line has two (code de commerce, art. L232-22 and L232-23): adapt it then.
            RuleFor = _ => CommitmentRule.Of(new ClockRule
            {
                Start = On(MeetingHeld),
                Stop = On(RegistryReceipt),
                Pause = WaitOnUs(MinutesAsked, MinutesSigned),
                Target = new DateTarget { Months = 1, Roll = RollConvention.Following },
                Warning = Duration.FromHours(72),
            }),
        },
        new()
        {
            Number = ReadyCommitments.DataReturned,
            Name = ("Données restituées sur demande", "Data returned on request"),
            Domain = Domain.Administration,
            ForAnyDomain = true,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("restituons les données", "return the data"),
            TheyDo = ("restitue les données", "returns the data"),
            Proof = ("export complet reçu et relu", "complete export received and read back"),
            UnitOne = ("demande", "request"),
            UnitMany = ("demandes", "requests"),
            RuleFor = _ => Within(days: 10, warningHours: 16, ReturnAsked, ExportReadBack),
        },
        new()
        {
            Number = ReadyCommitments.ProviderInvoicePaid,
            Name = ("Facture mensuelle du prestataire payée", "Provider’s monthly invoice paid"),
            Domain = Domain.Administration,
            ForAnyDomain = true,
            Performer = Party.Company,
            Calendar = CalendarUse.Company,
            WeDo = ("payons la facture mensuelle du prestataire", "pay the provider’s monthly invoice"),
            TheyDo = ("paie la facture mensuelle", "pays the monthly invoice"),
            Proof = ("ligne du relevé bancaire", "line of the bank statement"),
            UnitOne = ("facture", "invoice"),
            UnitMany = ("factures", "invoices"),

            // Without another agreement, thirty days after the service was performed (code de commerce, art. L441-10).
            RuleFor = _ => Every(PeriodLength.Month, ScheduleAnchor.EndOfMonth(), days: 30, count: DayCount.Calendar),
        },
    ];
}
