using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Links;

/// <summary>Links that let somebody do one thing, and keys by which programs read for somebody.</summary>
public sealed class LinksModule : Module
{
    public override void Register(IServiceCollection services) =>
        services.AddScoped<UseLink>().AddScoped<EnterLink>().AddScoped<OpenLink>().AddScoped<HoldAccessKey>().AddScoped<UseAccessKey>();

    /// <summary>There is one purpose so far; a second one leads by its name.</summary>
    public override string? PathOf(SubjectRef subject) => subject.Kind == AccessKey.Kind ? "calendar-feed" : null;

    public override void ConfigureModel(ModelBuilder model)
    {
        model.Entity<ActionLink>(link =>
        {
            link.ToTable("action_links");
            link.HasIndex(row => row.Hash).IsUnique();
            link.HasIndex(row => row.SubjectId);
            link.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            link.Property(row => row.Guard).HasMaxLength(Sha256Hex.Length);
            link.Property(row => row.Purpose).HasMaxLength(ActionLink.MaxPurposeLength);
            link.Property(row => row.SubjectKind).HasMaxLength(LedgerEntry.MaxSubjectLength);
            link.Property(row => row.Addressee).HasMaxLength(ActionLink.MaxAddresseeLength);
            link.Ignore(row => row.Subject);
        });
        model.Entity<AccessKey>(key =>
        {
            key.ToTable("access_keys");
            key.HasIndex(row => row.Prefix).IsUnique();
            key.HasIndex(row => new { row.CompanyId, row.AccountId });
            key.Property(row => row.Prefix).HasMaxLength(AccessKey.PrefixLength);
            key.Property(row => row.Hash).HasMaxLength(Sha256Hex.Length);
            key.Property(row => row.Purpose).HasMaxLength(AccessKey.MaxPurposeLength);
            key.HasOne<Company>().WithMany().HasForeignKey(row => row.CompanyId).OnDelete(DeleteBehavior.Restrict);
            key.Ignore(row => row.Ref);
        });
        model.Entity<ActionLinkUse>(use =>
        {
            use.ToTable("action_link_uses");
            use.HasOne<ActionLink>().WithMany().HasForeignKey(row => row.LinkId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
