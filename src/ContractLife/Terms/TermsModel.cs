using Microsoft.EntityFrameworkCore;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>The tables of decisions, reminders and letters.</summary>
internal static class TermsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ContractDecision>(decision =>
        {
            decision.ToTable("contract_decisions");
            decision.HasIndex(row => new { row.ContractId, row.TermLastDay }).IsUnique();
            decision.Property(row => row.Reason).HasMaxLength(ContractDecision.MaxReasonLength);
            decision.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            decision.Ignore(row => row.Ref);
        });
        model.Entity<ContractReminder>(reminder =>
        {
            reminder.ToTable("contract_reminders");
            reminder.HasIndex(row => new { row.ContractId, row.TermLastDay, row.Level }).IsUnique();
            reminder.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<NoticeLetter>(letter =>
        {
            letter.ToTable("contract_letters");
            letter.HasIndex(row => row.ContractId).IsUnique();
            letter.Property(row => row.OwnAddress).HasMaxLength(NoticeLetter.MaxAddressLength);
            letter.Property(row => row.ProviderAddress).HasMaxLength(NoticeLetter.MaxAddressLength);
            letter.Property(row => row.Reference).HasMaxLength(NoticeLetter.MaxLineLength);
            letter.Property(row => row.Clause).HasMaxLength(NoticeLetter.MaxClauseLength);
            letter.Property(row => row.Signatory).HasMaxLength(NoticeLetter.MaxLineLength);
            letter.Property(row => row.SignatoryFunction).HasMaxLength(NoticeLetter.MaxLineLength);
            letter.Property(row => row.Place).HasMaxLength(NoticeLetter.MaxLineLength);
            letter.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
