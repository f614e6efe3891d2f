using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Kernel.Hashing;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing;

/// <summary>The tables of the module.</summary>
internal static class SourcingModel
{
    public static void Configure(ModelBuilder model)
    {
        ConfigureProviders(model);
        ConfigureContracts(model);
        ConfigureCalendars(model);
        ConfigureCommitments(model);
        model.Entity<CompanyProfile>(profile =>
        {
            profile.ToTable("company_profiles");
            profile.HasIndex(row => row.CompanyId).IsUnique();
            profile.Ignore(row => row.Ref);
            profile.Ignore(row => row.Dates);
        });
    }

    private static void ConfigureProviders(ModelBuilder model)
    {
        model.Entity<Provider>(provider =>
        {
            provider.ToTable("providers");
            provider.HasIndex(row => new { row.CompanyId, row.Name });
            provider.Property(row => row.Name).HasMaxLength(Provider.MaxNameLength);
            provider.Property(row => row.Siren).HasMaxLength(Siren.Length);
            provider.Property(row => row.Email).HasMaxLength(Provider.MaxEmailLength);
            provider.Property(row => row.Phone).HasMaxLength(Provider.MaxPhoneLength);
            provider.Property(row => row.Note).HasMaxLength(Provider.MaxNoteLength);
            provider.HasMany(row => row.Contacts).WithOne().HasForeignKey(contact => contact.ProviderId).OnDelete(DeleteBehavior.Cascade);
            provider.Ignore(row => row.Ref);
        });
        model.Entity<ProviderContact>(contact =>
        {
            contact.ToTable("provider_contacts");
            contact.HasIndex(row => new { row.ProviderId, row.PersonId }).IsUnique();
            contact.HasOne(row => row.Person).WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ConfigureContracts(ModelBuilder model)
    {
        model.Entity<Contract>(contract =>
        {
            contract.ToTable("contracts");
            contract.HasIndex(row => new { row.CompanyId, row.ProviderId });
            contract.Property(row => row.Title).HasMaxLength(Contract.MaxTitleLength);
            contract.Property(row => row.Note).HasMaxLength(Contract.MaxNoteLength);
            contract.HasOne<Provider>().WithMany().HasForeignKey(row => row.ProviderId).OnDelete(DeleteBehavior.Restrict);
            contract.HasMany(row => row.Scope).WithOne().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            contract.HasMany(row => row.Files).WithOne().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            contract.Ignore(row => row.Ref);
            contract.HasMany(row => row.Renewals).WithOne().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            contract.Ignore(row => row.Terms);
        });
        model.Entity<ContractProcess>(scope =>
        {
            scope.ToTable("contract_processes");
            scope.HasKey(row => new { row.ContractId, row.ProcessId });
            scope.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ContractRenewal>().ToTable("contract_renewals");
        model.Entity<ContractFile>(file =>
        {
            file.ToTable("contract_files");
            file.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            file.Property(row => row.Name).HasMaxLength(ContractFile.MaxNameLength);
        });
    }

    private static void ConfigureCalendars(ModelBuilder model)
    {
        model.Entity<CompanyCalendar>(calendar =>
        {
            calendar.ToTable("calendars");
            calendar.HasIndex(row => new { row.CompanyId, row.Name });
            calendar.Property(row => row.Name).HasMaxLength(CompanyCalendar.MaxNameLength);
            calendar.HasMany(row => row.Versions).WithOne().HasForeignKey(row => row.CalendarId).OnDelete(DeleteBehavior.Restrict);
            calendar.Ignore(row => row.Ref);
        });
        model.Entity<CalendarVersion>(version =>
        {
            version.ToTable("calendar_versions");
            version.HasIndex(row => new { row.CalendarId, row.Number }).IsUnique();
            version.Property(row => row.Reason).HasMaxLength(CalendarVersion.MaxReasonLength);
        });
    }

    private static void ConfigureCommitments(ModelBuilder model)
    {
        model.Entity<Commitment>(commitment =>
        {
            commitment.ToTable("commitments");
            commitment.HasIndex(row => new { row.CompanyId, row.ProviderId });
            commitment.HasIndex(row => new { row.CompanyId, row.ProcessId });
            commitment.Property(row => row.Name).HasMaxLength(Commitment.MaxNameLength);
            commitment.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasOne<Provider>().WithMany().HasForeignKey(row => row.ProviderId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasMany(row => row.Versions).WithOne().HasForeignKey(row => row.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            commitment.Ignore(row => row.Ref);
        });
        model.Entity<CommitmentVersion>(version =>
        {
            version.ToTable("commitment_versions");
            version.HasIndex(row => new { row.CommitmentId, row.Number }).IsUnique();
            version.HasOne<CompanyCalendar>().WithMany().HasForeignKey(row => row.CalendarId).OnDelete(DeleteBehavior.Restrict);
            version.Property(row => row.RuleJson).HasMaxLength(CommitmentVersion.MaxRuleLength);
            version.Property(row => row.Action).HasMaxLength(CommitmentVersion.MaxActionLength);
            version.Property(row => row.UnitOne).HasMaxLength(CommitmentVersion.MaxUnitLength);
            version.Property(row => row.UnitMany).HasMaxLength(CommitmentVersion.MaxUnitLength);
            version.Property(row => row.AcceptedFile).HasMaxLength(ContractFile.MaxNameLength);
            version.Property(row => row.AcceptedHash).HasMaxLength(Sha256Hex.Length);
            version.Property(row => row.AcceptedWay);
            version.Property(row => row.AgreedBy).HasMaxLength(CommitmentVersion.MaxPersonLength);
            version.Property(row => row.Reason).HasMaxLength(CommitmentVersion.MaxReasonLength);
            version.Ignore(row => row.Rule);
            version.Ignore(row => row.WarningHours);
        });
    }
}
