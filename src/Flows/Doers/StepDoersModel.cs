using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Sources;

namespace Pupitre.Flows.Doers;

/// <summary>The table of who does what.</summary>
internal static class StepDoersModel
{
    public static void Configure(ModelBuilder model) => model.Entity<StepDoer>(doer =>
    {
        doer.ToTable("step_doers");
        doer.HasIndex(row => new { row.SourceId, row.Activity }).IsUnique();
        doer.HasOne<EvidenceSource>().WithMany().HasForeignKey(row => row.SourceId).OnDelete(DeleteBehavior.Restrict);
        doer.Property(row => row.Activity).HasMaxLength(StoredWord.MaxLength);
    });
}
