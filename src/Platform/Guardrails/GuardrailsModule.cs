using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Guardrails;

/// <summary>The record of the mistakes that modules look for.</summary>
public sealed class GuardrailsModule : Module
{
    public override void Register(IServiceCollection services) => services.AddScoped<WatchGuardrails>().AddScoped<ReadGuardrails>().AddScoped<AcceptBreach>();

    public override void ConfigureModel(ModelBuilder model) => model.Entity<GuardrailRecord>(record =>
    {
        record.ToTable("guardrail_records");
        record.HasIndex(row => new { row.CompanyId, row.Key, row.SubjectId }).IsUnique();
        record.Property(row => row.Key).HasMaxLength(GuardrailRecord.MaxKeyLength);
        record.Property(row => row.SubjectKind).HasMaxLength(LedgerEntry.MaxSubjectLength);
        record.Property(row => row.Reason).HasMaxLength(GuardrailRecord.MaxReasonLength);
        record.Ignore(row => row.Subject);
    });
}
