using Microsoft.EntityFrameworkCore;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Lots;

/// <summary>The tables of the order of lots.</summary>
internal static class LotModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<LotPlan>(plan =>
        {
            plan.ToTable("lot_plans");
            plan.HasIndex(row => row.CompanyId).IsUnique();
            plan.Ignore(row => row.Ref);
            plan.Ignore(row => row.Capacity);
        });
        model.Entity<LotChoice>(choice =>
        {
            choice.ToTable("lot_choices");
            choice.HasKey(row => row.ProcessId);
            choice.Property(row => row.ProcessId).ValueGeneratedNever();
            choice.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LotRule>(rule =>
        {
            rule.ToTable("lot_rules");
            rule.HasIndex(row => new { row.FirstId, row.ThenId }).IsUnique();
            rule.HasIndex(row => row.ThenId);
            rule.HasOne<Process>().WithMany().HasForeignKey(row => row.FirstId).OnDelete(DeleteBehavior.Restrict);
            rule.HasOne<Process>().WithMany().HasForeignKey(row => row.ThenId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
