using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Hashing;
using Pupitre.Recognition.Contents;

namespace Pupitre.Evidence;

/// <summary>The tables of evidence.</summary>
internal static class EvidenceModel
{
    /// <summary>Tables that only grow.</summary>
    public static readonly string[] AppendOnlyTables =
        ["evidence_events", "evidence_cases", "evidence_words", "evidence_attestations", "source_versions", "rejected_rows"];

    public static void Configure(ModelBuilder model)
    {
        ConfigureSources(model);
        ConfigureEvents(model);
        ConfigureImports(model);
        ConfigureFiles(model);
    }

    private static void ConfigureSources(ModelBuilder model)
    {
        model.Entity<EvidenceSource>(source =>
        {
            source.ToTable("evidence_sources");
            source.HasIndex(row => row.Number).IsUnique();
            source.Property(row => row.Name).HasMaxLength(EvidenceSource.MaxNameLength);
        });
        model.Entity<SourceNumber>().ToTable("evidence_source_numbers");
        model.Entity<SourceVersion>(version =>
        {
            version.ToTable("source_versions");
            version.HasIndex(row => new { row.SourceId, row.Number }).IsUnique();
            version.HasOne<EvidenceSource>().WithMany().HasForeignKey(row => row.SourceId).OnDelete(DeleteBehavior.Restrict);
            version.Property(row => row.Reason).HasMaxLength(SourceVersion.MaxReasonLength);
        });
        model.Entity<SourceUse>(use =>
        {
            use.ToTable("source_uses");
            use.HasKey(row => new { row.CommitmentId, row.SourceId });
            use.HasOne<EvidenceSource>().WithMany().HasForeignKey(row => row.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ConfigureEvents(ModelBuilder model)
    {
        model.Entity<StoredEvent>(stored =>
        {
            stored.ToTable("evidence_events");
            stored.Property(row => row.Id).ValueGeneratedNever();
            stored.HasIndex(row => new { row.CaseId, row.At, row.IsDay, row.Activity, row.Transition, row.Resource, row.Twin })
                .IsUnique().HasDatabaseName("ix_evidence_events_identity");
        });
        model.Entity<StoredCase>(stored =>
        {
            stored.ToTable("evidence_cases");
            stored.Property(row => row.Id).ValueGeneratedNever();
            stored.HasIndex(row => new { row.Source, row.Name }).IsUnique();
            stored.Property(row => row.Name).HasMaxLength(StoredCase.MaxNameLength);
        });
        model.Entity<StoredWord>(word =>
        {
            word.ToTable("evidence_words");
            word.HasKey(row => new { row.Source, row.Number });
            word.Property(row => row.Text).HasMaxLength(StoredWord.MaxLength);
        });
        model.Entity<Attestation>(attestation =>
        {
            attestation.ToTable("evidence_attestations");
            attestation.HasKey(row => new { row.EventId, row.Import });
        });
    }

    private static void ConfigureImports(ModelBuilder model)
    {
        model.Entity<Import>(import =>
        {
            import.ToTable("imports");
            import.HasIndex(row => new { row.SourceId, row.Number }).IsUnique();
            import.HasIndex(row => new { row.CompanyId, row.StartedAt });
            import.HasOne<EvidenceSource>().WithMany().HasForeignKey(row => row.SourceId).OnDelete(DeleteBehavior.Restrict);
            import.ComplexProperty(row => row.Counts);
            import.Property(row => row.FileHash).HasMaxLength(Sha256Hex.Length);
            import.Property(row => row.FileName).HasMaxLength(Import.MaxFileNameLength);
            import.Property(row => row.Digest).HasMaxLength(Sha256Hex.Length);
            import.Property(row => row.Problem).HasMaxLength(Import.MaxReasonLength);
            import.Property(row => row.WithdrawalReason).HasMaxLength(Import.MaxReasonLength);
            import.Ignore(row => row.IsLive);
        });
        model.Entity<RejectedRow>(rejected =>
        {
            rejected.ToTable("rejected_rows");
            rejected.HasKey(row => new { row.ImportId, row.Place });
            rejected.Property(row => row.Reason).HasMaxLength(RejectedRow.MaxReasonLength);
            rejected.Property(row => row.Text).HasMaxLength(RejectedRow.MaxTextLength);
        });
    }

    private static void ConfigureFiles(ModelBuilder model)
    {
        model.Entity<EvidenceFile>(file =>
        {
            file.ToTable("evidence_files");
            file.HasIndex(row => new { row.CompanyId, row.Hash }).IsUnique();
            file.HasIndex(row => new { row.CompanyId, row.State });
            file.HasIndex(row => row.ParentId);
            file.Ignore(row => row.CountsFrom);
            file.Ignore(row => row.GoesWithItsMail);
            file.Ignore(row => row.StatedInTime);
            file.Property(row => row.Name).HasMaxLength(EvidenceFile.MaxNameLength);
            file.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            file.Property(row => row.Sender).HasMaxLength(EvidenceFile.MaxWordLength);
            file.Property(row => row.Subject).HasMaxLength(EvidenceFile.MaxWordLength);
            file.Property(row => row.Reference).HasMaxLength(EvidenceFile.MaxWordLength);
            file.Property(row => row.Excerpt).HasMaxLength(EvidenceFile.MaxExcerptLength);
            file.Property(row => row.SubjectNumber).HasMaxLength(EvidenceFile.MaxNumberLength);
            file.Property(row => row.SubjectName).HasMaxLength(EvidenceFile.MaxPartyLength);
            file.Property(row => row.ProviderNumber).HasMaxLength(EvidenceFile.MaxNumberLength);
            file.Property(row => row.ProviderName).HasMaxLength(EvidenceFile.MaxPartyLength);
            file.Property(row => row.Note).HasMaxLength(EvidenceFile.MaxNoteLength);
            file.Property(row => row.Recognised).HasMaxLength(RecognisedKind.MaxLength);
        });
        model.Entity<OccurrenceProof>(proof =>
        {
            proof.ToTable("occurrence_proofs");
            proof.HasIndex(row => new { row.CommitmentId, row.OccurrenceKey });
            proof.HasIndex(row => row.FileId);
            proof.Property(row => row.Doubts).HasConversion<int>();
            proof.Property(row => row.OccurrenceKey).HasMaxLength(OccurrenceProof.MaxKeyLength);
            proof.Property(row => row.Reason).HasConversion(reason => reason.ToJson(), kept => ProofReason.FromJson(kept)).HasMaxLength(OccurrenceProof.MaxReasonLength);
        });
        model.Entity<CellProposal>(proposal =>
        {
            proposal.ToTable("cell_proposals");
            proposal.HasIndex(row => row.FileId);
            proposal.Property(row => row.Doubts).HasConversion<int>();
            proposal.HasIndex(row => new { row.CompanyId, row.State });
            proposal.Property(row => row.OccurrenceKey).HasMaxLength(OccurrenceProof.MaxKeyLength);
            proposal.Property(row => row.Reason).HasConversion(reason => reason.ToJson(), kept => ProofReason.FromJson(kept)).HasMaxLength(OccurrenceProof.MaxReasonLength);
        });
        model.Entity<PlacementRule>(rule =>
        {
            rule.ToTable("placement_rules");
            rule.HasIndex(row => row.CommitmentId);
            rule.Property(row => row.Sender).HasMaxLength(EvidenceFile.MaxWordLength);
            rule.Property(row => row.Wording).HasMaxLength(EvidenceFile.MaxWordLength);
        });
    }
}
