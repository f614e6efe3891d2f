using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Today;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Clauses;

/// <summary>Registers what is known of the clauses of contracts, and their tables.</summary>
internal static class ClausesSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<CheckClauses>().AddScoped<ReadClauses>().AddScoped<ReadKnownClauses>().AddScoped<IToday, ClausesToday>();
        services.AddSingleton(new PageSection(Contract.SubjectKind, 5, Permit.ReadSourcing, typeof(ClausesSection))
        {
            IsForWholeCompany = true,
        });
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<ClauseChecklist>(checklist =>
        {
            checklist.ToTable("clause_checklists");
            checklist.HasIndex(row => row.ContractId).IsUnique();
            checklist.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            checklist.HasMany(row => row.Clauses).WithOne().HasForeignKey(row => row.ChecklistId).OnDelete(DeleteBehavior.Cascade);
            checklist.Ignore(row => row.Ref);
        });
        model.Entity<ContractClause>(clause =>
        {
            clause.ToTable("contract_clauses");
            clause.HasIndex(row => new { row.ChecklistId, row.Topic }).IsUnique();
            clause.Property(row => row.Text).HasMaxLength(ContractClause.MaxTextLength);
            clause.Property(row => row.Remark).HasMaxLength(ContractClause.MaxRemarkLength);

            // A file that leaves the contract takes nothing with it but the way to itself.
            clause.HasOne<ContractFile>().WithMany().HasForeignKey(row => row.FileId).OnDelete(DeleteBehavior.SetNull);
        });
    }
}
