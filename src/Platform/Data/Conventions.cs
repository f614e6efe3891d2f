using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>What holds for every table, so that no module has to say it again.</summary>
internal static class Conventions
{
    /// <summary>Name of the filter that shows only the current company's rows.</summary>
    public const string CompanyFilter = "Company";

    /// <summary>Name of the filter that shows only what a limited membership may see.</summary>
    public const string ScopeFilter = "Scope";

    public const int MaxEnumLength = 40;

    private static readonly MethodInfo _filter = typeof(Conventions).GetMethod(nameof(FilterByCompany), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Apply(ModelBuilder builder, Db db, ScopeRules scope)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).ToList())
        {
            if (typeof(ICompanyOwned).IsAssignableFrom(entity.ClrType))
            {
                _filter.MakeGenericMethod(entity.ClrType).Invoke(null, [builder, db, scope]);
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            }

            if (entity.FindPrimaryKey() is { Properties: [{ Name: "Id", ClrType: var type } key] } && type == typeof(Guid))
            {
                key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }

    private static void FilterByCompany<T>(ModelBuilder builder, Db db, ScopeRules scope)
        where T : class, ICompanyOwned
    {
        builder.Entity<T>().HasQueryFilter(CompanyFilter, row => row.CompanyId == db.CompanyId);
        scope.Apply<T>(builder);
        if (typeof(T).IsDefined(typeof(WithoutCompanyKeyAttribute), inherit: false))
        {
            return;
        }

        builder.Entity<T>().HasOne<Company>().WithMany().HasForeignKey(row => row.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Moments on SQLite: whole microseconds since 1970, which sort as moments do. By way of ticks, which hold every year that a day can have; nanoseconds end in 2262.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks() / TicksPerMicrosecond,
    microseconds => Instant.FromUnixTimeTicks(microseconds * TicksPerMicrosecond))
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;
}
