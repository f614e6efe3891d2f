using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>The tables with rows of companies: the one list by which a company is taken along and by which a sample is removed.</summary>
public static class CompanyTables
{
    /// <summary>All of them, what others point at first: in this order rows can be written, in the other one removed.</summary>
    /// <exception cref="InvalidOperationException">Tables point at each other in a circle.</exception>
    public static IReadOnlyList<CompanyTable> Of(IModel model)
    {
        var left = model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && ColumnOf(entity) is not null).ToList();
        var ordered = new List<CompanyTable>();
        while (left.Count > 0)
        {
            var free = left.FindAll(entity => !left.Exists(other => other != entity && PointsTo(entity, other)));
            if (free.Count == 0)
            {
                var circle = string.Join(", ", left.Select(entity => entity.GetTableName()));
                throw new InvalidOperationException("Tables point at each other in a circle: " + circle);
            }

            ordered.AddRange(free.Select(entity => new CompanyTable(entity, entity.GetTableName()!, ColumnOf(entity)!))
                .OrderBy(table => table.Name, StringComparer.Ordinal));
            left = [.. left.Except(free)];
        }

        return ordered;
    }

    private static bool PointsTo(IEntityType entity, IEntityType other) =>
        entity.GetForeignKeys().Any(key => key.PrincipalEntityType == other);

    // A mail about an account belongs to no company: its key is empty then. Of the companies' own table it is the key of the row.
    private static string? ColumnOf(IEntityType entity) =>
        entity.FindProperty(entity.ClrType == typeof(Company) ? nameof(Company.Id) : nameof(ICompanyOwned.CompanyId)) is { } property
        && (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid)
            ? property.GetColumnName()
            : null;
}

/// <summary>A table with rows of companies.</summary>
/// <param name="Column">The column with the company's key.</param>
public sealed record CompanyTable(IEntityType Entity, string Name, string Column);
