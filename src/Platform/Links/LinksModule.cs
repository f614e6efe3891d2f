using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Links;

/// <summary>Links that let somebody do one thing.</summary>
public sealed class LinksModule : Module
{
    public override void Register(IServiceCollection services) => services.AddScoped<UseLink>();

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
        model.Entity<ActionLinkUse>(use =>
        {
            use.ToTable("action_link_uses");
            use.HasOne<ActionLink>().WithMany().HasForeignKey(row => row.LinkId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
