using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Sourcing.Providers;

/// <summary>A line of the list of providers.</summary>
public sealed record ProviderLine(Guid Id, string Name, string? Siren, string? Email, int Contracts, int Commitments);

/// <summary>A page of the list.</summary>
public sealed record ProviderList(IReadOnlyList<ProviderLine> Lines, int Total, int Page, int ArchivedCount);

/// <summary>Lists the providers; the search ignores accents and case.</summary>
public sealed class ReadProviders(Db db)
{
    public const int PageSize = 25;

    // A company has tens of providers: the folded comparison is done here and not in a column.
    private const int MostProviders = 2000;

    public async Task<ProviderList> RunAsync(string? search, string? sort, bool archived, int page, CancellationToken token)
    {
        var archivedCount = await db.Set<Provider>().CountAsync(row => row.ArchivedAt != null, token);
        var lines = await db.Set<Provider>().AsNoTracking().Where(row => (row.ArchivedAt != null) == archived).OrderBy(row => row.Name).Take(MostProviders)
            .Select(row => new ProviderLine(
                row.Id, row.Name, row.Siren, row.Email,
                db.Set<Contract>().Count(contract => contract.ProviderId == row.Id && contract.ArchivedAt == null),
                db.Set<Commitment>().Count(commitment => commitment.ProviderId == row.Id && commitment.ArchivedAt == null)))
            .ToListAsync(token);
        var wanted = (search ?? "").Trim().Folded();
        var found = Sorted(lines.Where(line => line.Name.Folded().Contains(wanted, StringComparison.Ordinal) || (wanted.Length > 0 && line.Siren?.StartsWith(wanted, StringComparison.Ordinal) == true))
            .OrderBy(line => line.Name.Folded(), StringComparer.Ordinal), sort).ToList();

        var at = Math.Clamp(page, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        return new ProviderList([.. found.Skip((at - 1) * PageSize).Take(PageSize)], found.Count, at, archivedCount);
    }

    // Those that are alike stay in the order of their names.
    private static IEnumerable<ProviderLine> Sorted(IEnumerable<ProviderLine> byName, string? sort) => sort switch
    {
        "-name" => byName.Reverse(),
        "siren" => byName.OrderBy(line => line.Siren is null).ThenBy(line => line.Siren, StringComparer.Ordinal),
        "-siren" => byName.OrderByDescending(line => line.Siren, StringComparer.Ordinal),
        "email" => byName.OrderBy(line => line.Email is null).ThenBy(line => line.Email, StringComparer.OrdinalIgnoreCase),
        "-email" => byName.OrderByDescending(line => line.Email, StringComparer.OrdinalIgnoreCase),
        "contracts" => byName.OrderBy(line => line.Contracts),
        "-contracts" => byName.OrderByDescending(line => line.Contracts),
        "commitments" => byName.OrderBy(line => line.Commitments),
        "-commitments" => byName.OrderByDescending(line => line.Commitments),
        _ => byName,
    };
}
