using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Pupitre.Kernel;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>Stops a save that would touch another company or store a choice that does not exist, and moves the version of every edited row.</summary>
internal static class SaveGuard
{
    private static readonly ConcurrentDictionary<IEntityType, IProperty[]> _enums = new();

    public static void Check(ChangeTracker changes, Tenant tenant)
    {
        foreach (var entry in changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Entity is ICompanyOwned)
            {
                if (tenant.Scope is not null)
                {
                    throw new Refused(Texts.Scope_ReadsOnly);
                }

                Own(entry, tenant.CompanyId);
            }

            if (entry.State is not EntityState.Deleted)
            {
                Name(entry);
            }

            if (entry.Entity is IVersioned versioned && entry.State is not EntityState.Deleted)
            {
                entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
            }
        }
    }

    // Forms and addresses carry words of enums as text, and their reader takes any number for one.
    private static void Name(EntityEntry entry)
    {
        foreach (var property in _enums.GetOrAdd(entry.Metadata, static type =>
            [.. type.GetProperties().Where(property => !property.IsShadowProperty() && (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)]))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (entry.Property(property).CurrentValue is { } value && !Enum.IsDefined(type, value) && !type.IsDefined(typeof(FlagsAttribute), inherit: false))
            {
                throw new Refused(Texts.Field_UnknownChoice, property.Name);
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
