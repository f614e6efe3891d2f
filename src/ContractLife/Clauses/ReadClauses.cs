using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ContractLife.Clauses;

/// <summary>Which contracts are wanted, by their clauses.</summary>
internal sealed record ClauseFilter(string? Search = null, Guid? ProviderId = null, string? Show = null, ClauseTopic? Topic = null,
    string? Sort = null)
{
    /// <summary>Those in which something is missing.</summary>
    public const string Gaps = "gaps";

    /// <summary>Those that nobody has read to the end.</summary>
    public const string Unread = "unread";

    /// <summary>Those that were read to the end and miss nothing.</summary>
    public const string Complete = "complete";
}

/// <summary>A contract in force with what was found in it.</summary>
/// <param name="Found">The clauses that somebody looked at.</param>
internal sealed record ClauseLine(Contract Contract, string ProviderName, IReadOnlyDictionary<ClauseTopic, ClauseState> Found,
    Instant? CheckedAt)
{
    public ClauseState StateOf(ClauseTopic topic) => Found.GetValueOrDefault(topic, ClauseState.NotLooked);

    public int Count(ClauseState state) => ClauseTopics.All.Count(topic => StateOf(topic) == state);

    public IReadOnlyList<ClauseTopic> Gaps => [.. ClauseTopics.All.Where(topic => ClauseTopics.IsGap(StateOf(topic)))];
}

/// <summary>The contracts by their clauses.</summary>
/// <param name="All">Every contract in force.</param>
/// <param name="Lines">Those that the filter keeps, sorted.</param>
/// <param name="Providers">Those that have a contract in force.</param>
internal sealed record ClauseList(IReadOnlyList<ClauseLine> All, IReadOnlyList<ClauseLine> Lines, IReadOnlyList<Choice> Providers);

/// <summary>The clauses of one contract.</summary>
internal sealed record ClauseSheet(Contract Contract, string ProviderName, ClauseChecklist? Checklist, string? CheckedBy)
{
    public ContractClause? Of(ClauseTopic topic) => Checklist?.Clauses.FirstOrDefault(row => row.Topic == topic);

    public ClauseLine Line => new(
        Contract, ProviderName, Checklist?.Clauses.ToDictionary(row => row.Topic, row => row.State) ?? [], Checklist?.CheckedAt);
}

/// <summary>Reads what was found in contracts: two queries, for one or for all.</summary>
internal sealed class ReadClauses(Db db, Tenant tenant, IClock clock)
{
    public const int PageSize = 25;

    private const int MostContracts = 2000;

    public async Task<ClauseSheet> OfAsync(Guid contractId, CancellationToken token)
    {
        // What the company thinks of a contract is not for those whom the contract lets in.
        var found = tenant.Scope is not null ? null : await db.Set<Contract>().AsNoTracking().Include(row => row.Files)
            .Where(row => row.Id == contractId)
            .Join(db.Set<Provider>(), row => row.ProviderId, owner => owner.Id, (contract, owner) => new { contract, owner.Name })
            .SingleOrDefaultAsync(token);
        var read = await (
            from row in db.Set<ClauseChecklist>().AsNoTracking().Include(row => row.Clauses).Where(row => row.ContractId == contractId)
            join account in db.Users on row.CheckedBy equals (Guid?)account.Id into accounts
            from who in accounts.DefaultIfEmpty()
            select new { row, Name = who == null ? null : who.DisplayName }).SingleOrDefaultAsync(token);
        return found is null ? throw new NotFound() : new ClauseSheet(found.contract, found.Name, read?.row, read?.Name);
    }

    public async Task<ClauseList> RunAsync(ClauseFilter filter, CancellationToken token)
    {
        var all = await LinesAsync(token);
        return new ClauseList(
            all,
            [.. Sorted(all.Where(line => IsFound(line, filter) && IsShown(line, filter)), filter.Sort)],
            [.. all.DistinctBy(line => line.Contract.ProviderId).OrderBy(line => line.ProviderName.Folded(), StringComparer.Ordinal)
                .Select(line => new Choice(line.Contract.ProviderId.ToString(), line.ProviderName))]);
    }

    /// <summary>Every contract in force, in no order.</summary>
    public async Task<IReadOnlyList<ClauseLine>> LinesAsync(CancellationToken token)
    {
        var rows = await db.Set<Contract>().AsNoTracking().Where(row => row.ArchivedAt == null)
            .Join(db.Set<Provider>(), row => row.ProviderId, owner => owner.Id, (contract, owner) => new { contract, owner.Name })
            .OrderBy(row => row.contract.Id).Take(MostContracts).ToListAsync(token);
        var found = (await db.Set<ClauseChecklist>().AsNoTracking()
            .SelectMany(row => row.Clauses, (list, clause) => new { list.ContractId, list.CheckedAt, clause.Topic, clause.State })
            .ToListAsync(token)).ToLookup(row => row.ContractId);
        return [.. rows.Where(row => !IsOver(row.contract)).Select(row => new ClauseLine(
            row.contract, row.Name, found[row.contract.Id].ToDictionary(clause => clause.Topic, clause => clause.State),
            found[row.contract.Id].FirstOrDefault()?.CheckedAt))];
    }

    private DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private bool IsOver(Contract contract) =>
        contract.Terms?.On(Today, HolidayZones.Parse(tenant.Company.HolidayZone)) is { Expired: true };

    private static bool IsFound(ClauseLine line, ClauseFilter filter) =>
        (filter.ProviderId is null || line.Contract.ProviderId == filter.ProviderId)
        && (line.Contract.Title + " " + line.ProviderName).Folded()
            .Contains((filter.Search ?? "").Trim().Folded(), StringComparison.Ordinal);

    // With a clause named, the question is asked of that clause alone.
    private static bool IsShown(ClauseLine line, ClauseFilter filter) => (filter.Show, filter.Topic) switch
    {
        (ClauseFilter.Gaps, { } topic) => ClauseTopics.IsGap(line.StateOf(topic)),
        (ClauseFilter.Unread, { } topic) => line.StateOf(topic) == ClauseState.NotLooked,
        (ClauseFilter.Complete, { } topic) => line.StateOf(topic) is ClauseState.Present or ClauseState.NotApplicable,
        (ClauseFilter.Gaps, null) => line.Gaps.Count > 0,
        (ClauseFilter.Unread, null) => line.Count(ClauseState.NotLooked) > 0,
        (ClauseFilter.Complete, null) => line.Gaps.Count == 0 && line.Count(ClauseState.NotLooked) == 0,
        _ => true,
    };

    private static IEnumerable<ClauseLine> Sorted(IEnumerable<ClauseLine> lines, string? sort) => sort switch
    {
        "title" => Named(lines),
        "-title" => Named(lines).Reverse(),
        "provider" => lines.OrderBy(line => line.ProviderName.Folded(), StringComparer.Ordinal),
        "-provider" => lines.OrderByDescending(line => line.ProviderName.Folded(), StringComparer.Ordinal),
        "present" => lines.OrderBy(line => line.Count(ClauseState.Present)),
        "-present" => lines.OrderByDescending(line => line.Count(ClauseState.Present)),
        "gaps" => lines.OrderBy(line => line.Gaps.Count),
        "unread" => lines.OrderBy(line => line.Count(ClauseState.NotLooked)),
        "-unread" => lines.OrderByDescending(line => line.Count(ClauseState.NotLooked)),
        _ => Named(lines).OrderByDescending(line => line.Gaps.Count),
    };

    private static IEnumerable<ClauseLine> Named(IEnumerable<ClauseLine> lines) =>
        lines.OrderBy(line => line.Contract.Title.Folded(), StringComparer.Ordinal).ThenBy(line => line.Contract.Id);
}
