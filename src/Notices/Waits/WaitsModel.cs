using Microsoft.EntityFrameworkCore;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.Waits;

/// <summary>The tables of waits that the other side is asked about.</summary>
internal static class WaitsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<WaitQuestion>(question =>
        {
            question.ToTable("wait_questions");
            question.HasIndex(row => row.EventId).IsUnique();
            question.HasIndex(row => row.MailId);
            question.Property(row => row.Obligation).HasMaxLength(DelayCorrection.MaxObligationLength);
            question.Property(row => row.CaseName).HasMaxLength(WaitQuestion.MaxNameLength);
            question.Property(row => row.What).HasMaxLength(WaitQuestion.MaxNameLength);
            question.Property(row => row.ToName).HasMaxLength(WaitQuestion.MaxPersonLength);
            question.Property(row => row.ToEmail).HasMaxLength(WaitQuestion.MaxEmailLength);
            question.Property(row => row.AnsweredBy).HasMaxLength(WaitQuestion.MaxPersonLength);
            question.HasOne<Commitment>().WithMany().HasForeignKey(row => row.CommitmentId).OnDelete(DeleteBehavior.Cascade);
            question.Ignore(row => row.Ref).Ignore(row => row.IsOpen);
        });
        model.Entity<SilenceAgreement>(agreement =>
        {
            agreement.ToTable("silence_agreements");
            agreement.HasIndex(row => row.ContractId).IsUnique();
            agreement.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            agreement.Ignore(row => row.Ref);
        });
    }
}
