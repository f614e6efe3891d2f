using Microsoft.EntityFrameworkCore;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Escalations;

/// <summary>The tables of ladders and of what went out by them.</summary>
internal static class EscalationsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CommitmentLadder>(ladder =>
        {
            ladder.ToTable("commitment_ladders");
            ladder.HasIndex(row => row.CommitmentId).IsUnique();
            ladder.HasOne<Commitment>().WithMany().HasForeignKey(row => row.CommitmentId).OnDelete(DeleteBehavior.Cascade);
            ladder.Ignore(row => row.Ref);
        });
        model.Entity<EscalationSetting>(setting =>
        {
            setting.ToTable("escalation_settings");
            setting.HasIndex(row => row.CompanyId).IsUnique();
            setting.Ignore(row => row.Ref).Ignore(row => row.Quiet);
        });
        model.Entity<EscalationNotice>(notice =>
        {
            notice.ToTable("escalation_notices");
            notice.HasIndex(row => new { row.CommitmentId, row.Obligation, row.Rung }).IsUnique();
            notice.Property(row => row.Obligation).HasMaxLength(DelayCorrection.MaxObligationLength);
            notice.Property(row => row.CaseName).HasMaxLength(EscalationNotice.MaxNameLength);
            notice.Property(row => row.AnsweredBy).HasMaxLength(EscalationRecipient.MaxNameLength);
            notice.HasOne<Commitment>().WithMany().HasForeignKey(row => row.CommitmentId).OnDelete(DeleteBehavior.Cascade);
            notice.Ignore(row => row.Ref);
        });
        model.Entity<EscalationRecipient>(recipient =>
        {
            recipient.ToTable("escalation_recipients");
            recipient.HasIndex(row => row.NoticeId);
            recipient.HasIndex(row => row.MailId);
            recipient.Property(row => row.Name).HasMaxLength(EscalationRecipient.MaxNameLength);
            recipient.Property(row => row.Email).HasMaxLength(EscalationRecipient.MaxEmailLength);
            recipient.Property(row => row.InsteadOf).HasMaxLength(EscalationRecipient.MaxNameLength);
            recipient.HasOne<EscalationNotice>().WithMany().HasForeignKey(row => row.NoticeId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
