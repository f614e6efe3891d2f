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

    /// <summary>Only those whose last day to give notice comes within <see cref="ReadContracts.NoticeDays"/> days.</summary>
    public bool WithNoticeSoon { get; init; }

    /// <summary>Only those of which the length or the notice is not known.</summary>
    public bool Incomplete { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>A contract and where it stands today.</summary>
/// <param name="Contract">Only to be read; its files and scope are not there.</param>
/// <param name="State">Null when its term cannot be told.</param>
public sealed record ContractLine(Contract Contract, string ProviderName, TermState? State)
{
    public Guid Id => Contract.Id;

    public string Title => Contract.Title;
}

/// <summary>A page of the list of contracts.</summary>
public sealed record ContractList(IReadOnlyList<ContractLine> Lines, int Total, int Page, int ArchivedCount);

/// <summary>Lists the contracts with their term in force and last day to give notice, the nearest notice first.</summary>
public sealed class ReadContracts(Db db, Tenant tenant, IClock clock)
{
    public const int PageSize = 25;

    /// <summary>How far ahead the notices are listed together.</summary>
    public const int NoticeDays = 90;

    // The day to sort by is computed and not stored: a stored one would be that of another term sooner or later.
    private const int MostContracts = 2000;

    public async Task<ContractList> RunAsync(ContractFilter filter, CancellationToken token)
    {
        // Only the list offers its archive; the page of a process or a provider shows what is in force.
        var archivedCount = filter is { ProcessId: null, ProviderId: null } ? await db.Set<Contract>().CountAsync(row => row.ArchivedAt != null, token) : 0;
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
                .Select(row => new ContractLine(row.contract, row.Name, StateOf(row.contract)))
                .Where(line => (!filter.WithNoticeSoon || HasNoticeSoon(line.State, Today)) && (!filter.Incomplete || IsIncomplete(line.Contract))),
            filter.Sort).ToList();
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (lines.Count + PageSize - 1) / PageSize));
        return new ContractList([.. lines.Skip((page - 1) * PageSize).Take(PageSize)], lines.Count, page, archivedCount);
    }

    /// <summary>Contracts in force by provider, for a list of providers.</summary>
    public async Task<ILookup<Guid, ContractLine>> ByProviderAsync(CancellationToken token)
    {
        var rows = await db.Set<Contract>().AsNoTracking().Where(row => row.ArchivedAt == null)
            .Join(db.Set<Provider>(), row => row.ProviderId, owner => owner.Id, (contract, owner) => new { contract, owner.Name })
            .OrderBy(row => row.contract.Id).Take(MostContracts).ToListAsync(token);
        return rows.ToLookup(row => row.contract.ProviderId, row => new ContractLine(row.contract, row.Name, StateOf(row.contract)));
    }

    /// <summary>Where a contract stands today, in the company's zone; null without a term.</summary>
    public TermState? StateOf(Contract contract) => contract.Terms?.On(Today, HolidayZones.Parse(tenant.Company.HolidayZone));

    /// <summary>Whether the last day to give notice comes within <see cref="NoticeDays"/> days.</summary>
    public static bool HasNoticeSoon(TermState? state, DateOnly today) => state?.NoticeBy is { } notice && notice.DayNumber - today.DayNumber <= NoticeDays;

    /// <summary>Whether too little is known of a contract to tell its last day to give notice.</summary>
    public static bool IsIncomplete(Contract contract) => contract.Length switch
    {
        ContractLength.Unknown => contract.RenewedEnd is null,
        ContractLength.OpenEnded => contract.Notice == ContractNotice.Unknown,
        _ => !contract.HasTerm || (contract is { Renewal: Renewal.Tacit, Notice: ContractNotice.Unknown }),
    };

    /// <summary>The day in the company's zone.</summary>
    public DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private static IEnumerable<ContractLine> Sorted(IEnumerable<ContractLine> lines, string? sort) => sort switch
    {
        "title" => lines.OrderBy(line => line.Title.Folded(), StringComparer.Ordinal),
        "-title" => lines.OrderByDescending(line => line.Title.Folded(), StringComparer.Ordinal),
        "provider" => lines.OrderBy(line => line.ProviderName.Folded(), StringComparer.Ordinal),
        "-provider" => lines.OrderByDescending(line => line.ProviderName.Folded(), StringComparer.Ordinal),
        "end" => lines.OrderBy(line => line.State?.LastDay ?? DateOnly.MaxValue),
        "-end" => lines.OrderByDescending(line => line.State?.LastDay ?? DateOnly.MinValue),
        "post" => lines.OrderBy(line => line.State?.PostBy ?? DateOnly.MaxValue),
        "-post" => lines.OrderByDescending(line => line.State?.PostBy ?? DateOnly.MinValue),
        "-notice" => lines.OrderByDescending(line => line.State?.NoticeBy ?? DateOnly.MinValue),
        _ => lines.OrderBy(line => line.State?.NoticeBy ?? DateOnly.MaxValue).ThenBy(line => line.State?.LastDay ?? DateOnly.MaxValue),
    };
}
