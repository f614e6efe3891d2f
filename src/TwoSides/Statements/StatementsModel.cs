using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Hashing;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>The tables of monthly statements.</summary>
internal static class StatementsModel
{
    public static readonly string[] AppendOnlyTables = ["statement_plans", "statement_comments"];

    private const int MaxRoleLength = 20;

    public static void Configure(ModelBuilder model)
    {
        model.Entity<MonthStatement>(statement =>
        {
            statement.ToTable("month_statements");
            statement.HasIndex(row => new { row.ContractId, row.Month, row.Number }).IsUnique();
            statement.HasIndex(row => new { row.CompanyId, row.Month });
            statement.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Restrict);
            statement.Property(row => row.Previous).HasMaxLength(Sha256Hex.Length);
            statement.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            statement.Property(row => row.ProviderAgreedName).HasMaxLength(MonthStatement.MaxNameLength);
            statement.Ignore(row => row.Ref).Ignore(row => row.IsClosed).Ignore(row => row.IsDropped).Ignore(row => row.IsCorrection)
                .Ignore(row => row.IsAgreed);
        });
        model.Entity<StatementPlan>(plan =>
        {
            plan.ToTable("statement_plans");
            plan.HasIndex(row => row.ContractId).IsUnique();
            plan.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StatementComment>(comment =>
        {
            comment.ToTable("statement_comments");
            comment.HasIndex(row => row.StatementId);
            comment.HasOne<MonthStatement>().WithMany().HasForeignKey(row => row.StatementId).OnDelete(DeleteBehavior.Cascade);
            comment.Property(row => row.Role).HasMaxLength(MaxRoleLength);
            comment.Property(row => row.ByName).HasMaxLength(StatementComment.MaxNameLength);
            comment.Property(row => row.Text).HasMaxLength(StatementComment.MaxTextLength);
        });
    }
}
