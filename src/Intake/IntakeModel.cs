using Microsoft.EntityFrameworkCore;
using Pupitre.Intake.Settings;

namespace Pupitre.Intake;

/// <summary>The tables of what is taken in.</summary>
internal static class IntakeModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<EvidenceSettings>(settings =>
        {
            settings.ToTable("evidence_settings");
            settings.HasKey(row => row.CompanyId);
            settings.Property(row => row.MailServers).HasMaxLength(EvidenceSettings.MaxLength);
            settings.Property(row => row.OwnDomains).HasMaxLength(EvidenceSettings.MaxLength);
        });
    }
}
