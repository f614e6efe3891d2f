using Microsoft.EntityFrameworkCore;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel.Hashing;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Decisions;

/// <summary>The tables of diagnosis, costs and decisions.</summary>
internal static class DecisionModel
{
    /// <summary>Only grows: a decision is never changed.</summary>
    public const string Table = "process_decisions";

    /// <summary>Names of people, which may be erased.</summary>
    public static readonly (string Table, string Column)[] ErasableColumns = [(Table, "decided_by"), (Table, "dissent")];

    public static void Configure(ModelBuilder model)
    {
        ConfigureDiagnosis(model);
        ConfigureCosts(model);
        model.Entity<Decision>(decision =>
        {
            decision.ToTable(Table);
            decision.HasIndex(row => new { row.ProcessId, row.Number }).IsUnique();
            decision.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
            decision.Property(row => row.DecidedBy).HasMaxLength(Decision.MaxNamesLength);
            decision.Property(row => row.Dissent).HasMaxLength(Decision.MaxDissentLength);
            decision.Property(row => row.Content).HasMaxLength(Decision.MaxContentLength);
            decision.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            decision.Ignore(row => row.IsAsFrozen);
        });
    }

    private static void ConfigureDiagnosis(ModelBuilder model)
    {
        model.Entity<ProcessDiagnosis>(diagnosis =>
        {
            diagnosis.ToTable("process_diagnoses");
            diagnosis.HasKey(row => row.ProcessId);
            diagnosis.Property(row => row.ProcessId).ValueGeneratedNever();
            diagnosis.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
            diagnosis.Property(row => row.Answers).HasMaxLength(CriterionValues.MaxLength);
            diagnosis.Property(row => row.Reach).HasMaxLength(ProcessDiagnosis.MaxTextLength);
            diagnosis.Property(row => row.Why).HasMaxLength(ProcessDiagnosis.MaxTextLength);
            diagnosis.Property(row => row.Safety).HasMaxLength(ProcessDiagnosis.MaxTextLength);
            diagnosis.Property(row => row.Return).HasMaxLength(ProcessDiagnosis.MaxTextLength);
        });
        model.Entity<DiagnosisWeights>(weights =>
        {
            weights.ToTable("diagnosis_weights");
            weights.HasIndex(row => row.CompanyId).IsUnique();
            weights.Property(row => row.Values).HasMaxLength(CriterionValues.MaxLength);
        });
    }

    private static void ConfigureCosts(ModelBuilder model)
    {
        model.Entity<CostStudy>(study =>
        {
            study.ToTable("cost_studies");
            study.HasKey(row => row.ProcessId);
            study.Property(row => row.ProcessId).ValueGeneratedNever();
            study.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
            study.Property(row => row.Figures).HasMaxLength(Estimates.MaxLength);
        });
        model.Entity<CostOffer>(offer =>
        {
            offer.ToTable("cost_offers");
            offer.HasIndex(row => row.ProcessId);
            offer.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
            offer.Property(row => row.Name).HasMaxLength(CostOffer.MaxNameLength);
            offer.Property(row => row.Figures).HasMaxLength(Estimates.MaxLength);
        });
    }
}
