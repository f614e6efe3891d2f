using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Hashing;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>The tables of credits, invoices and indexation.</summary>
internal static class CreditsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CreditPlan>(plan =>
        {
            plan.ToTable("credit_plans");
            plan.HasIndex(row => row.ContractId).IsUnique();
            plan.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            plan.HasMany(row => row.Rules).WithOne().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Cascade);
            plan.Ignore(row => row.Ref).Ignore(row => row.Terms);
        });
        model.Entity<CreditPlanRule>(rule =>
        {
            rule.ToTable("credit_plan_rules");
            rule.HasKey(row => new { row.PlanId, row.CommitmentId });
            rule.HasOne<Commitment>().WithMany().HasForeignKey(row => row.CommitmentId).OnDelete(DeleteBehavior.Cascade);
            rule.Property(row => row.Steps).HasMaxLength(CreditPlanRule.MaxStepsLength);
            rule.Ignore(row => row.Rule);
        });
        model.Entity<CreditClaim>(claim =>
        {
            claim.ToTable("credit_claims");
            claim.HasIndex(row => new { row.ContractId, row.Month }).IsUnique();
            claim.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Restrict);
            claim.Property(row => row.StatementHash).HasMaxLength(Sha256Hex.Length);
            claim.Property(row => row.AgreedName).HasMaxLength(CreditClaim.MaxNameLength);
            claim.Property(row => row.Reason).HasMaxLength(CreditClaim.MaxReasonLength);
            claim.Ignore(row => row.Ref).Ignore(row => row.IsOwed).Ignore(row => row.IsOpen);
        });
        model.Entity<ProviderInvoice>(invoice =>
        {
            invoice.ToTable("provider_invoices");
            invoice.HasIndex(row => new { row.ContractId, row.Month });
            invoice.HasIndex(row => new { row.ContractId, row.Number }).IsUnique();
            invoice.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            invoice.Property(row => row.Number).HasMaxLength(ProviderInvoice.MaxNumberLength);
            invoice.Property(row => row.FileHash).HasMaxLength(Sha256Hex.Length);
            invoice.Property(row => row.FileName).HasMaxLength(ContractFile.MaxNameLength);
            invoice.Ignore(row => row.Ref);
        });
        model.Entity<PriceIndex>(index =>
        {
            index.ToTable("price_indexes");
            index.HasIndex(row => row.ContractId).IsUnique();
            index.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            index.HasMany(row => row.Values).WithOne().HasForeignKey(row => row.IndexId).OnDelete(DeleteBehavior.Cascade);
            index.Property(row => row.Name).HasMaxLength(PriceIndex.MaxNameLength);
            index.Property(row => row.Source).HasMaxLength(PriceIndex.MaxNameLength);
            index.Ignore(row => row.Ref);
        });
        model.Entity<PriceIndexValue>(value =>
        {
            value.ToTable("price_index_values");
            value.HasKey(row => new { row.IndexId, row.Month });
            value.Property(row => row.Value).HasPrecision(PriceIndexValue.Digits, PriceIndexValue.Decimals);
        });
        model.Entity<PriceIndex>().Property(row => row.BaseValue).HasPrecision(PriceIndexValue.Digits, PriceIndexValue.Decimals);
    }
}
