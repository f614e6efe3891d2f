using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Mail;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>The tables of mailboxes that are read.</summary>
internal static class MailboxesModel
{
    private const int MaxPendingLength = 4_000;

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Mailbox>(mailbox =>
        {
            mailbox.ToTable("mailboxes");
            mailbox.Property(row => row.Address).HasMaxLength(Mailbox.MaxAddressLength);
            mailbox.Property(row => row.Host).HasMaxLength(Mailbox.MaxHostLength);
            mailbox.Property(row => row.User).HasMaxLength(Mailbox.MaxUserLength);
            mailbox.Property(row => row.Folder).HasMaxLength(Mailbox.MaxFolderLength);
            mailbox.Property(row => row.Reason).HasMaxLength(Mailbox.MaxReasonLength);
            mailbox.Property(row => row.Secret).HasMaxLength(Mailbox.MaxSecretLength);
            mailbox.Property(row => row.PendingSignIn).HasMaxLength(MaxPendingLength);
            mailbox.Property(row => row.OAuthClientId).HasMaxLength(OAuthPlace.MaxLength);
            mailbox.Property(row => row.OAuthDeviceEndpoint).HasMaxLength(OAuthPlace.MaxLength);
            mailbox.Property(row => row.OAuthTokenEndpoint).HasMaxLength(OAuthPlace.MaxLength);
            mailbox.Property(row => row.OAuthScope).HasMaxLength(OAuthPlace.MaxLength);
            mailbox.Ignore(row => row.Ref).Ignore(row => row.OAuth).Ignore(row => row.IsRead);
        });
        model.Entity<MailboxReading>(reading =>
        {
            reading.ToTable("mailbox_readings");
            reading.HasKey(row => row.MailboxId);
            reading.Property(row => row.Problem).HasMaxLength(Mailbox.MaxProblemLength);
            reading.HasOne<Mailbox>().WithOne().HasForeignKey<MailboxReading>(row => row.MailboxId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MailboxMessage>(message =>
        {
            message.ToTable("mailbox_messages");
            message.HasIndex(row => new { row.MailboxId, row.Identity }).IsUnique();
            message.HasIndex(row => new { row.MailboxId, row.At });
            message.HasIndex(row => row.FileId);
            message.Property(row => row.Identity).HasMaxLength(Sha256Hex.Length);
            message.Property(row => row.Sender).HasMaxLength(MailboxMessage.MaxPartyLength);
            message.Property(row => row.Subject).HasMaxLength(MailboxMessage.MaxSubjectLength);
            message.Property(row => row.Folded).HasMaxLength(MailboxMessage.MaxFoldedLength);
            message.Property(row => row.DkimDomain).HasMaxLength(MailboxMessage.MaxDomainLength);
            message.HasOne<Mailbox>().WithMany().HasForeignKey(row => row.MailboxId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MailRule>(rule =>
        {
            rule.ToTable("mail_rules");
            rule.Property(row => row.Sender).HasMaxLength(MailRule.MaxSenderLength);
            rule.Property(row => row.Words).HasMaxLength(MailRule.MaxWordsLength);
            rule.HasOne<Provider>().WithMany().HasForeignKey(row => row.ProviderId).OnDelete(DeleteBehavior.Cascade);
            rule.Ignore(row => row.Ref);
        });
    }
}
