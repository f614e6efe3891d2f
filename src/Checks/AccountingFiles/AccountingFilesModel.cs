using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Hashing;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>The tables of accounting files.</summary>
internal static class AccountingFilesModel
{
    /// <summary>Tables that only grow.</summary>
    public static readonly string[] AppendOnlyTables = ["accounting_file_checks", "accounting_file_answers", "accounting_file_parts"];

    public static void Configure(ModelBuilder model)
    {
        model.Entity<AccountingFile>(file =>
        {
            file.ToTable("accounting_files");
            file.HasIndex(row => new { row.CompanyId, row.ReceivedAt });
            file.Property(row => row.Name).HasMaxLength(AccountingFile.MaxNameLength);
            file.Property(row => row.Prefix).HasMaxLength(AccountingFile.MaxPrefixLength);
            file.Property(row => row.Problem).HasMaxLength(AccountingFile.MaxProblemLength);
            file.HasMany(row => row.Parts).WithOne().HasForeignKey(row => row.AccountingFileId).OnDelete(DeleteBehavior.Restrict);
            file.Navigation(row => row.Parts).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<AccountingFilePart>(part =>
        {
            part.ToTable("accounting_file_parts");
            part.HasKey(row => new { row.AccountingFileId, row.Number });
            part.HasIndex(row => row.EvidenceFileId);
            part.Property(row => row.Name).HasMaxLength(AccountingFile.MaxNameLength);
            part.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
        });
        model.Entity<AccountingFileCheck>(check =>
        {
            check.ToTable("accounting_file_checks");
            check.HasIndex(row => new { row.AccountingFileId, row.Number }).IsUnique();
            check.HasOne<AccountingFile>().WithMany().HasForeignKey(row => row.AccountingFileId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AccountingFileAnswer>(answer =>
        {
            answer.ToTable("accounting_file_answers");
            answer.HasIndex(row => row.AccountingFileId);
            answer.HasOne<AccountingFile>().WithMany().HasForeignKey(row => row.AccountingFileId).OnDelete(DeleteBehavior.Restrict);
            answer.Property(row => row.To).HasMaxLength(AccountingFileAnswer.MaxAddressLength);
            answer.Property(row => row.Subject).HasMaxLength(AccountingFileAnswer.MaxSubjectLength);
            answer.Property(row => row.Body).HasMaxLength(AccountingFileAnswer.MaxBodyLength);
        });
        model.Entity<FiledFigures>(figures =>
        {
            figures.ToTable("filed_figures");
            figures.HasIndex(row => new { row.CompanyId, row.Closing }).IsUnique();
            figures.Ignore(row => row.Figures);
        });
    }
}
