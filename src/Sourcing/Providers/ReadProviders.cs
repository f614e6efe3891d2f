using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Sourcing.Providers;

/// <summary>A line of the list of providers.</summary>
/// <param name="NoticeBy">The last day to give notice that comes next among its contracts; null when none has one.</param>
public sealed record ProviderLine(Guid Id, string Name, string? Siren, string? Email, IReadOnlyList<ContractLine> Contracts, DateOnly? NoticeBy, int Commitments);

/// <summary>A page of the list.</summary>
/// <param name="Next">Of all that were found, the contract whose notice comes next.</param>
public sealed record ProviderList(IReadOnlyList<ProviderLine> Lines, int Total, int Page, int ArchivedCount, ContractLine? Next);

/// <summary>Lists the providers, each with its next notice; the search ignores accents and case.</summary>
public sealed class ReadProviders(Db db, ReadContracts contracts, KeptFigures kept, Tenant tenant)
{
    public const int PageSize = 25;

    // A company has tens of providers: the folded comparison is done here and not in a column.
    private const int MostProviders = 2000;

    private static readonly string[] _kinds = [Provider.Kind, Contract.SubjectKind, Commitment.SubjectKind];

    public async Task<ProviderList> RunAsync(string? search, string? sort, bool archived, int page, CancellationToken token)
    {
        var today = contracts.Today;
        var all = await kept.OfAsync($"providers {archived} {today:O} {tenant.Company.HolidayZone}", _kinds, () => AllAsync(archived, today, token), token);
        var wanted = (search ?? "").Trim().Folded();
        var found = Sorted(
            all.Lines.Where(row => row.Name.Folded().Contains(wanted, StringComparison.Ordinal) || (wanted.Length > 0 && row.Siren?.StartsWith(wanted, StringComparison.Ordinal) == true)),
            sort).ToList();

        var at = Math.Clamp(page, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        return new ProviderList([.. found.Skip((at - 1) * PageSize).Take(PageSize)], found.Count, at, all.ArchivedCount, ContractWords.Next(found.SelectMany(line => line.Contracts), today));
    }

    private async Task<All> AllAsync(bool archived, DateOnly today, CancellationToken token)
    {
        var archivedCount = await db.Set<Provider>().CountAsync(row => row.ArchivedAt != null, token);
        var rows = await db.Set<Provider>().AsNoTracking().Where(row => (row.ArchivedAt != null) == archived).OrderBy(row => row.Name).Take(MostProviders)
            .Select(row => new { row.Id, row.Name, row.Siren, row.Email, Commitments = db.Set<Commitment>().Count(commitment => commitment.ProviderId == row.Id && commitment.ArchivedAt == null) })
            .ToListAsync(token);
        var theirs = await contracts.ByProviderAsync(token);
        return new All(
            [
                .. rows.Select(row => new ProviderLine(row.Id, row.Name, row.Siren, row.Email, [.. theirs[row.Id]], ContractWords.Next(theirs[row.Id], today)?.State?.NoticeBy, row.Commitments))
                    .OrderBy(line => line.Name.Folded(), StringComparer.Ordinal),
            ],
            archivedCount);
    }

    private sealed record All(IReadOnlyList<ProviderLine> Lines, int ArchivedCount);

    // Those that are alike stay in the order of their names.
    private static IEnumerable<ProviderLine> Sorted(IEnumerable<ProviderLine> byName, string? sort) => sort switch
    {
        "-name" => byName.Reverse(),
        "siren" => byName.OrderBy(line => line.Siren is null).ThenBy(line => line.Siren, StringComparer.Ordinal),
        "-siren" => byName.OrderByDescending(line => line.Siren, StringComparer.Ordinal),
        "notice" => byName.OrderBy(line => line.NoticeBy ?? DateOnly.MaxValue),
        "-notice" => byName.OrderByDescending(line => line.NoticeBy ?? DateOnly.MinValue),
        "contracts" => byName.OrderBy(line => line.Contracts.Count),
        "-contracts" => byName.OrderByDescending(line => line.Contracts.Count),
        "commitments" => byName.OrderBy(line => line.Commitments),
        "-commitments" => byName.OrderByDescending(line => line.Commitments),
        _ => byName,
    };
}
