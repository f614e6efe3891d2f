using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Which contracts are wanted.</summary>
public sealed record ContractFilter
{
    public string? Search { get; init; }

    public Guid? ProviderId { get; init; }

    public Guid? ProcessId { get; init; }

    public bool Archived { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>A contract and where it stands today.</summary>
/// <param name="State">Null when the contract has no term.</param>
public sealed record ContractLine(Guid Id, string Title, Guid ProviderId, string ProviderName, ContractKind Kind, DateOnly Start, TermState? State);

/// <summary>A page of the list of contracts.</summary>
public sealed record ContractList(IReadOnlyList<ContractLine> Lines, int Total, int Page, int ArchivedCount);

/// <summary>Lists the contracts with their term in force and last day to give notice, the nearest notice first.</summary>
public sealed class ReadContracts(Db db, Tenant tenant, IClock clock)
{
    public const int PageSize = 25;

    // The day to sort by is computed and not stored: a stored one would be that of another term sooner or later.
    private const int MostContracts = 2000;

    public async Task<ContractList> RunAsync(ContractFilter filter, CancellationToken token)
    {
        // Only the list offers its archive; the page of a process shows what is in force.
        var archivedCount = filter.ProcessId is null ? await db.Set<Contract>().CountAsync(row => row.ArchivedAt != null, token) : 0;
        var rows = db.Set<Contract>().AsNoTracking().Where(row => (row.ArchivedAt != null) == filter.Archived);
        if (filter.ProviderId is { } provider)
        {
            rows = rows.Where(row => row.ProviderId == provider);
        }

        if (filter.ProcessId is { } process)
        {
            rows = rows.Where(row => row.Scope.Any(scope => scope.ProcessId == process));
        }

        var found = await rows.Join(db.Set<Provider>(), row => row.ProviderId, owner => owner.Id, (contract, owner) => new { contract, owner.Name })
            .OrderBy(row => row.contract.Id).Take(MostContracts).ToListAsync(token);
        var wanted = (filter.Search ?? "").Trim().Folded();
        var lines = Sorted(
            found.Where(row => (row.contract.Title + " " + row.Name).Folded().Contains(wanted, StringComparison.Ordinal))
                .Select(row => new ContractLine(row.contract.Id, row.contract.Title, row.contract.ProviderId, row.Name, row.contract.Kind, row.contract.Start, StateOf(row.contract))),
            filter.Sort).ToList();
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (lines.Count + PageSize - 1) / PageSize));
        return new ContractList([.. lines.Skip((page - 1) * PageSize).Take(PageSize)], lines.Count, page, archivedCount);
    }

    /// <summary>Where a contract stands today, in the company's zone; null without a term.</summary>
    public TermState? StateOf(Contract contract) => contract.Terms?.On(Today, HolidayZones.Parse(tenant.Company.HolidayZone));

    /// <summary>The day in the company's zone.</summary>
    public DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private static IEnumerable<ContractLine> Sorted(IEnumerable<ContractLine> lines, string? sort) => sort switch
    {
        "title" => lines.OrderBy(line => line.Title.Folded(), StringComparer.Ordinal),
        "-title" => lines.OrderByDescending(line => line.Title.Folded(), StringComparer.Ordinal),
        "provider" => lines.OrderBy(line => line.ProviderName.Folded(), StringComparer.Ordinal),
        "-provider" => lines.OrderByDescending(line => line.ProviderName.Folded(), StringComparer.Ordinal),
        "end" => lines.OrderBy(line => line.State?.TermEnd ?? DateOnly.MaxValue),
        "-end" => lines.OrderByDescending(line => line.State?.TermEnd ?? DateOnly.MinValue),
        "-notice" => lines.OrderByDescending(line => line.State?.NoticeBy ?? DateOnly.MinValue),
        _ => lines.OrderBy(line => line.State?.NoticeBy ?? DateOnly.MaxValue).ThenBy(line => line.State?.TermEnd ?? DateOnly.MaxValue),
    };
}
