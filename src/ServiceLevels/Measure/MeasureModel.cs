using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>What people add to the measure. The measure itself has no table.</summary>
internal static class MeasureModel
{
    public static readonly string[] AppendOnlyTables = ["delay_corrections", "word_confirmations", "proof_requests", "proof_request_items"];

    public static void Configure(ModelBuilder model)
    {
        model.Entity<DelayCorrection>(correction =>
        {
            correction.ToTable("delay_corrections");
            correction.HasIndex(row => new { row.CommitmentId, row.Obligation });
            correction.Property(row => row.Obligation).HasMaxLength(DelayCorrection.MaxObligationLength);
            correction.Property(row => row.Reason).HasMaxLength(DelayCorrection.MaxReasonLength);
        });
        model.Entity<WordConfirmation>(confirmation =>
        {
            confirmation.ToTable("word_confirmations");
            confirmation.HasIndex(row => new { row.CommitmentId, row.Obligation });
            confirmation.Property(row => row.Obligation).HasMaxLength(DelayCorrection.MaxObligationLength);
            confirmation.Property(row => row.Declarer).HasMaxLength(WordConfirmation.MaxNameLength);
            confirmation.Property(row => row.Confirmer).HasMaxLength(WordConfirmation.MaxNameLength);
        });
        model.Entity<OccurrenceStatement>(statement =>
        {
            statement.ToTable("occurrence_statements");
            statement.HasIndex(row => new { row.CommitmentId, row.OccurrenceKey });
            statement.Ignore(row => row.IsLive);
            statement.Property(row => row.OccurrenceKey).HasMaxLength(OccurrenceProof.MaxKeyLength);
            statement.Property(row => row.Reason).HasMaxLength(OccurrenceStatement.MaxReasonLength);
            statement.Property(row => row.ContestWords).HasMaxLength(OccurrenceStatement.MaxReasonLength);
        });
        model.Entity<ProofRequest>(request =>
        {
            request.ToTable("proof_requests");
            request.HasIndex(row => new { row.CompanyId, row.ProviderId });
            request.Property(row => row.To).HasMaxLength(ProofRequest.MaxAddressLength);
            request.Property(row => row.Subject).HasMaxLength(ProofRequest.MaxSubjectLength);
        });
        model.Entity<ProofRequestItem>(item =>
        {
            item.ToTable("proof_request_items");
            item.HasKey(row => new { row.RequestId, row.CommitmentId, row.OccurrenceKey });
            item.HasIndex(row => new { row.CommitmentId, row.OccurrenceKey });
            item.HasOne<ProofRequest>().WithMany().HasForeignKey(row => row.RequestId).OnDelete(DeleteBehavior.Cascade);
            item.Property(row => row.OccurrenceKey).HasMaxLength(OccurrenceProof.MaxKeyLength);
        });
    }
}
