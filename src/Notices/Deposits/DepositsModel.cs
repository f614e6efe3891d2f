using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.People;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.Deposits;

/// <summary>The tables of what is handed over by a link.</summary>
internal static class DepositsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<DepositLink>(link =>
        {
            link.ToTable("deposit_links");
            link.HasIndex(row => row.ContractId);
            link.HasIndex(row => row.ProviderId);
            link.Property(row => row.PersonName).HasMaxLength(Person.MaxNameLength);
            link.Property(row => row.Email).HasMaxLength(Person.MaxEmailLength);
            link.HasOne<Contract>().WithMany().HasForeignKey(row => row.ContractId).OnDelete(DeleteBehavior.Cascade);
            link.Ignore(row => row.Ref);
        });
        model.Entity<Deposit>(deposit =>
        {
            deposit.ToTable("deposits");
            deposit.HasIndex(row => new { row.LinkId, row.At });
            deposit.HasIndex(row => row.ContractId);
            deposit.Property(row => row.PersonName).HasMaxLength(Person.MaxNameLength);
            deposit.Property(row => row.Word).HasMaxLength(Deposit.MaxWordLength);
            deposit.HasOne<DepositLink>().WithMany().HasForeignKey(row => row.LinkId).OnDelete(DeleteBehavior.Cascade);
            deposit.Ignore(row => row.Ref);
        });
        model.Entity<DepositedFile>(file =>
        {
            file.ToTable("deposited_files");
            file.HasIndex(row => row.FileId);
            file.Property(row => row.Name).HasMaxLength(EvidenceFile.MaxNameLength);
            file.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            file.HasOne<Deposit>().WithMany().HasForeignKey(row => row.DepositId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
