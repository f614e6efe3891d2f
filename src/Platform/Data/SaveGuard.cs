using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>Stops a save that would touch another company, and moves the version of every edited row.</summary>
internal static class SaveGuard
{
    public static void Check(ChangeTracker changes, Tenant tenant)
    {
        foreach (var entry in changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Entity is ICompanyOwned)
            {
                Own(entry, tenant.CompanyId);
            }

            if (entry.Entity is IVersioned versioned && entry.State is not EntityState.Deleted)
            {
                entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
            }
        }
    }

    private static void Own(EntityEntry entry, Guid companyId)
    {
        var owner = entry.Property(nameof(ICompanyOwned.CompanyId));
        if (entry.State == EntityState.Added && owner.CurrentValue is Guid current && current == Guid.Empty)
        {
            owner.CurrentValue = companyId;
        }

        if (companyId == Guid.Empty || !Equals(owner.CurrentValue, companyId))
        {
            throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another company than the current one was about to be saved.");
        }
    }
}
