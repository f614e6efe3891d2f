using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Hashing;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>The tables of disputes: they only grow.</summary>
internal static class DisputeModel
{
    public static readonly string[] AppendOnlyTables = ["disputes", "dispute_steps", "dispute_files"];

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Dispute>(dispute =>
        {
            dispute.ToTable("disputes");
            dispute.HasIndex(row => new { row.CommitmentId, row.Obligation });
            dispute.HasOne<Commitment>().WithMany().HasForeignKey(row => row.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            dispute.Property(row => row.Obligation).HasMaxLength(Dispute.MaxObligationLength);
            dispute.Property(row => row.Reason).HasMaxLength(Dispute.MaxReasonLength);
            dispute.Property(row => row.PersonName).HasMaxLength(Dispute.MaxNameLength);
            dispute.Property(row => row.PersonRole).HasMaxLength(Dispute.MaxNameLength);
            dispute.Ignore(row => row.Ref);
            dispute.Ignore(row => row.Other);
        });
        model.Entity<DisputeStep>(step =>
        {
            step.ToTable("dispute_steps");
            step.HasIndex(row => row.DisputeId);
            step.HasOne<Dispute>().WithMany().HasForeignKey(row => row.DisputeId).OnDelete(DeleteBehavior.Restrict);
            step.Property(row => row.Words).HasMaxLength(Dispute.MaxReasonLength);
            step.Property(row => row.PersonName).HasMaxLength(Dispute.MaxNameLength);
            step.Property(row => row.PersonRole).HasMaxLength(Dispute.MaxNameLength);
        });
        model.Entity<DisputeFile>(file =>
        {
            file.ToTable("dispute_files");
            file.HasIndex(row => row.DisputeId);
            file.HasOne<Dispute>().WithMany().HasForeignKey(row => row.DisputeId).OnDelete(DeleteBehavior.Restrict);
            file.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            file.Property(row => row.Name).HasMaxLength(DisputeFile.MaxNameLength);
        });
    }
}
