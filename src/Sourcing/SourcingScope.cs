using Pupitre.Gathering.Guardrails;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Processes.Catalogue;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.Processes.Tools;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing;

/// <summary>What of a company belongs to one provider: its contracts and commitments, the processes handed over to it, who plays a part in them, and what the history says of these.</summary>
internal static class SourcingScope
{
    public static void Declare(ScopeRules scope, Db db)
    {
        scope.Belong<Provider>(row => row.Id == db.ScopeId).Belong<ProviderContact>(row => row.ProviderId == db.ScopeId);
        scope.Belong<Contract>(row => row.ProviderId == db.ScopeId)
            .Belong<ContractProcess>(row => db.Set<Contract>().Any(contract => contract.Id == row.ContractId))
            .Belong<ContractFile>(row => db.Set<Contract>().Any(contract => contract.Id == row.ContractId))
            .Belong<ContractRenewal>(row => db.Set<Contract>().Any(contract => contract.Id == row.ContractId));
        scope.Belong<Commitment>(row => row.ProviderId == db.ScopeId)
            .Belong<CommitmentVersion>(row => db.Set<Commitment>().Any(commitment => commitment.Id == row.CommitmentId))
            .Belong<CompanyCalendar>(row => db.Set<CommitmentVersion>().Any(version => version.CalendarId == row.Id))
            .Belong<CalendarVersion>(row => db.Set<CompanyCalendar>().Any(calendar => calendar.Id == row.CalendarId));
        scope.Belong<Process>(row => db.Set<ContractProcess>().Any(handedOver => handedOver.ProcessId == row.Id) || db.Set<Commitment>().Any(commitment => commitment.ProcessId == row.Id))
            .Belong<ProcessTarget>(row => db.Set<Process>().Any(process => process.Id == row.ProcessId))
            .Belong<ProcessStep>(row => db.Set<Process>().Any(process => process.Id == row.ProcessId))
            .Belong<Tool>(row => db.Set<ProcessStep>().Any(step => step.ToolId == row.Id))
            .Belong<TakenProcess>(row => db.Set<Process>().Any(process => process.Id == row.ProcessId))
            .Belong<ProcessDuty>(row => db.Set<Process>().Any(process => process.Id == row.ProcessId))
            .Belong<Absence>(row => db.Set<Person>().Any(person => person.Id == row.PersonId))
            .Belong<GuardrailRecord>(row => db.Set<Process>().Any(process => process.Id == row.SubjectId))
            .Belong<Person>(row => row.SideId == db.ScopeId
                || db.Set<Process>().Any(process => process.PilotId == row.Id || process.DeputyId == row.Id)
                || db.Set<ProcessDuty>().Any(duty => duty.PersonId == row.Id));
        scope.Belong<LedgerEntry>(row => row.SubjectId == db.ScopeId || db.Set<Contract>().Any(contract => contract.Id == row.SubjectId) || db.Set<Commitment>().Any(commitment => commitment.Id == row.SubjectId))
            .Belong<LedgerDetail>(row => db.LedgerEntries.Any(line => line.Number == row.Number));

        // Where the history stands by kind of thing tells nothing of anybody; what is kept under it is kept by scope as well.
        scope.Belong<LedgerKindHead>(row => true);
    }
}
