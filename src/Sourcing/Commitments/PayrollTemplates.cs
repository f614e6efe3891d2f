using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Processes;
using Pupitre.Sourcing.Calendars;
using static Pupitre.Sourcing.Commitments.TemplateEvents;
using static Pupitre.Sourcing.Commitments.TemplateRules;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Ready commitments of payroll.</summary>
internal static class PayrollTemplates
{
    private const int VariablesDay = 20;

    public static readonly IReadOnlyList<CommitmentTemplate> All =
    [
        new()
        {
            Number = ReadyCommitments.VariablesSent,
            Name = ("Variables de paie transmises", "Payroll variables sent"),
            Domain = Domain.Payroll,
            Performer = Party.Company,
            Calendar = CalendarUse.Company,
            WeDo = ("transmettons les variables de paie", "send the payroll variables"),
            TheyDo = ("transmet les variables de paie", "sends the payroll variables"),
            WeHaveDone = ("ayons transmis les variables de paie", "sent the payroll variables"),
            TheyHaveDone = ("ait transmis les variables de paie", "sent the payroll variables"),
            Proof = ("récapitulatif complet envoyé (courriel, dépôt)", "complete summary sent (mail, upload)"),
            RuleFor = _ => Monthly(ScheduleAnchor.DayOfMonth(VariablesDay), at: Evening, roll: RollConvention.Preceding),
        },
        new()
        {
            Number = ReadyCommitments.PayslipsDelivered,
            Name = ("Bulletins et fichier de virement remis", "Payslips and transfer file delivered"),
            Domain = Domain.Payroll,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("remettons les bulletins et le fichier de virement", "deliver the payslips and the transfer file"),
            TheyDo = ("remet les bulletins et le fichier de virement", "delivers the payslips and the transfer file"),
            WeHaveDone = ("ayons remis les bulletins et le fichier de virement", "delivered the payslips and the transfer file"),
            TheyHaveDone = ("ait remis les bulletins et le fichier de virement", "delivered the payslips and the transfer file"),
            Proof = ("bulletins et fichier SEPA reçus", "payslips and SEPA file received"),
            Prerequisite = ReadyCommitments.VariablesSent,
            PrerequisiteDays = 3,
            RuleFor = _ => Monthly(ScheduleAnchor.DateOfCompany(CompanyDates.PayDayName), days: -2, at: Noon),
        },
        new()
        {
            Number = ReadyCommitments.PayrollReturnAccepted,
            Name = ("DSN mensuelle acceptée", "Monthly payroll return (DSN) accepted"),
            Domain = Domain.Payroll,
            Performer = Party.Provider,
            Calendar = CalendarUse.Legal,
            WeDo = ("faisons accepter la DSN mensuelle", "get the monthly payroll return (DSN) accepted"),
            TheyDo = ("fait accepter la DSN mensuelle", "gets the monthly payroll return (DSN) accepted"),
            Proof = ("certificat de conformité (l’accusé de dépôt seul n’est pas une acceptation)", "certificate of conformity (the mere acknowledgement of deposit is not acceptance)"),
            TargetPercent = 100,
            Prerequisite = ReadyCommitments.VariablesSent,
            RuleFor = profile => Monthly(
                ScheduleAnchor.DayOfMonth(profile.PayrollReturnDay) with { MonthsAfter = 1 }, at: Noon, roll: RollConvention.Following, statutory: true),
        },
        new()
        {
            Number = ReadyCommitments.PayslipCorrected,
            Name = ("Bulletin corrigé", "Payslip corrected"),
            Domain = Domain.Payroll,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("remettons le bulletin corrigé", "deliver the corrected payslip"),
            TheyDo = ("remet le bulletin corrigé", "delivers the corrected payslip"),
            Proof = ("bulletin corrigé reçu", "corrected payslip received"),
            UnitOne = ("bulletin", "payslip"),
            UnitMany = ("bulletins", "payslips"),
            RuleFor = _ => Within(days: 2, warningHours: 4, AnomalyReported, CorrectedPayslipReceived, WaitOnUs(DocumentAsked, DocumentGiven)),
        },
        new()
        {
            Number = ReadyCommitments.LeavingDocumentsDelivered,
            Name = ("Documents de fin de contrat remis", "Leaving documents delivered"),
            Domain = Domain.Payroll,
            Performer = Party.Provider,
            Calendar = CalendarUse.Company,
            WeDo = ("remettons les documents de fin de contrat", "deliver the leaving documents"),
            TheyDo = ("remet les documents de fin de contrat", "delivers the leaving documents"),
            Proof = ("certificat de travail, solde de tout compte et attestation reçus", "work certificate, final settlement and attestation received"),
            UnitOne = ("départ", "leaver"),
            UnitMany = ("départs", "leavers"),
            RuleFor = _ => CommitmentRule.Of(new ClockRule
            {
                // The announcement starts the clock and not the leaving itself: documents that come early count too.
                Start = On(LeavingAnnounced),
                Stop = On(LeavingDocumentsReceived),
                Target = new DateTarget { Event = On(Leaving), At = Noon },
                Prerequisite = new ClockPrerequisite(On(LeavingAnnounced), Days: 5),
            }),
        },
    ];
}
