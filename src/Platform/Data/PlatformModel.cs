using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Files;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>The tables of the platform itself.</summary>
internal static class PlatformModel
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(row => row.DisplayName).HasMaxLength(Company.MaxNameLength);
        });
        builder.Entity<AccountSession>(session =>
        {
            session.ToTable("account_sessions");
            session.HasIndex(row => row.AccountId);
            session.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<Company>(company =>
        {
            company.ToTable("companies");
            company.HasIndex(row => row.Slug).IsUnique();
            company.Property(row => row.Slug).HasMaxLength(Company.MaxSlugLength);
            company.Property(row => row.Name).HasMaxLength(Company.MaxNameLength);
            company.Property(row => row.Siren).HasMaxLength(9);
            company.Property(row => row.Identities).HasMaxLength(Company.MaxIdentitiesLength);
            company.Property(row => row.HolidayZone).HasMaxLength(Conventions.MaxEnumLength);
            company.Property(row => row.TimeZone).HasMaxLength(Conventions.MaxEnumLength);
        });
        builder.Entity<Membership>(membership =>
        {
            membership.ToTable("memberships");
            membership.Property(row => row.ScopeKind).HasMaxLength(LedgerEntry.MaxSubjectLength);
            membership.Ignore(row => row.Scope);
            membership.HasKey(row => new { row.AccountId, row.CompanyId });
            membership.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
            membership.HasOne(row => row.Company).WithMany().HasForeignKey(row => row.CompanyId);
        });
        ConfigureLedger(builder);
        ConfigureWork(builder);
    }

    private static void ConfigureWork(ModelBuilder builder)
    {
        builder.Entity<StoredFile>(file =>
        {
            file.ToTable("files");
            file.HasIndex(row => new { row.CompanyId, row.Hash });
            file.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            file.Property(row => row.Name).HasMaxLength(StoredFile.MaxNameLength);
            file.Property(row => row.MediaType).HasMaxLength(StoredFile.MaxMediaTypeLength);
        });
        builder.Entity<JobRun>(run =>
        {
            run.ToTable("job_runs");
            run.HasIndex(row => new { row.CompanyId, row.CreatedAt });
            run.Property(row => row.Kind).HasMaxLength(JobRun.MaxKindLength);
            run.Property(row => row.Message).HasMaxLength(JobRun.MaxMessageLength);
            run.Property(row => row.Culture).HasMaxLength(Conventions.MaxEnumLength);
        });
        builder.Entity<Node>(node =>
        {
            node.ToTable("nodes");
            node.HasIndex(row => row.SeenAt);
        });
        builder.Entity<PostedForm>(form =>
        {
            form.ToTable("posted_forms");
            form.HasKey(row => row.Key);
            form.Property(row => row.Key).ValueGeneratedNever();
            form.Property(row => row.Address).HasMaxLength(PostedForm.MaxAddressLength);
            form.HasIndex(row => row.At);
        });
        builder.Entity<SendingToken>(sending =>
        {
            sending.ToTable("sending_tokens");
            sending.Property(row => row.Id).ValueGeneratedNever();
            sending.Property(row => row.Secret).HasMaxLength(SendingToken.MaxSecretLength);
        });
        builder.Entity<OutgoingMail>(mail =>
        {
            mail.ToTable("outgoing_mails");
            mail.HasIndex(row => new { row.SentAt, row.NextAttemptAt });
            mail.Property(row => row.To).HasMaxLength(OutgoingMail.MaxAddressLength);
            mail.Property(row => row.ReplyTo).HasMaxLength(OutgoingMail.MaxAddressLength);
            mail.HasIndex(row => row.ReplyToken).IsUnique();
            mail.Property(row => row.ReplyToken).HasMaxLength(Replies.ReplyToken.Length);
            mail.Property(row => row.Subject).HasMaxLength(OutgoingMail.MaxSubjectLength);
            mail.Property(row => row.LastError).HasMaxLength(OutgoingMail.MaxErrorLength);
        });
    }

    private static void ConfigureLedger(ModelBuilder builder)
    {
        builder.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable("ledger_entries");
            entry.HasKey(row => new { row.CompanyId, row.Number });
            entry.Property(row => row.Number).ValueGeneratedNever();
            entry.HasIndex(row => new { row.CompanyId, row.SubjectKind, row.SubjectId });
            entry.Property(row => row.Verb).HasMaxLength(LedgerEntry.MaxVerbLength);
            entry.Property(row => row.SubjectKind).HasMaxLength(LedgerEntry.MaxSubjectLength);
            entry.Property(row => row.DetailDigest).HasMaxLength(Sha256Hex.Length);
            entry.Property(row => row.PreviousHash).HasMaxLength(Sha256Hex.Length);
            entry.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
        });
        builder.Entity<LedgerDetail>(detail =>
        {
            detail.ToTable("ledger_details");
            detail.HasKey(row => new { row.CompanyId, row.Number });
            detail.Property(row => row.Number).ValueGeneratedNever();
        });
        builder.Entity<LedgerHead>(head =>
        {
            head.ToTable("ledger_heads");
            head.HasKey(row => row.CompanyId);
        });
        builder.Entity<LedgerKindHead>(head =>
        {
            head.ToTable("ledger_kind_heads");
            head.HasKey(row => new { row.CompanyId, row.SubjectKind });
            head.Property(row => row.SubjectKind).HasMaxLength(LedgerEntry.MaxSubjectLength);
        });
    }
}
