using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ContractLife.Terms;

/// <summary>Which decision dates are wanted.</summary>
internal sealed record DecisionFilter(string? Search = null, Guid? ProviderId = null, int? WithinDays = null, string? Decision = null,
    string? Sort = null)
{
    public const string Open = "open";
    public const string Made = "made";
}

/// <summary>A decision as it was made, with the name of who recorded it.</summary>
public sealed record DecisionMade(Guid Id, Guid ContractId, DateOnly TermLastDay, TermChoice Choice, string Reason, Instant At,
    string? By, long Version);

/// <summary>A contract with the term that can be decided about.</summary>
/// <param name="Term">Null when there is no date: it has no term, is over, or too little is known.</param>
/// <param name="Made">What was decided about that term.</param>
/// <param name="Reminded">The last reminder of that term that was written.</param>
internal sealed record DecisionLine(Contract Contract, string ProviderName, TermState? State, DecisionTerm? Term, DecisionMade? Made,
    ContractReminder? Reminded)
{
    public DateOnly? NextDay(DateOnly today) => Term?.NextDay(today);
}

/// <summary>The contracts by their next decision date.</summary>
/// <param name="Dated">Those with a date, filtered and sorted.</param>
/// <param name="Undated">Those without one: no term, or over.</param>
/// <param name="Incomplete">Those of which too little is known to tell it.</param>
/// <param name="Next">The first of all that nobody has decided about, whatever is filtered.</param>
/// <param name="OpenSoon">How many of all come within <see cref="ReadDecisionDates.SoonDays"/> days undecided.</param>
/// <param name="Providers">Those that have a contract.</param>
internal sealed record DecisionDates(
    IReadOnlyList<DecisionLine> Dated, IReadOnlyList<DecisionLine> Undated, IReadOnlyList<DecisionLine> Incomplete,
    DecisionLine? Next, int OpenSoon, IReadOnlyList<Choice> Providers);

/// <summary>Reads all contracts in force with the next day by which each has to be decided about: three queries.</summary>
internal sealed class ReadDecisionDates(Db db, Tenant tenant, IClock clock)
{
    public const int PageSize = 25;
    public const int SoonDays = 90;

    // The day is computed and not stored: a stored one would be that of another term sooner or later.
    private const int MostContracts = 2000;

    public DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    public async Task<DecisionDates> RunAsync(DecisionFilter filter, CancellationToken token)
    {
        var all = await LinesAsync(token);
        var undecided = all.Where(line => line.Term is not null && line.Made is null).OrderBy(line => line.NextDay(Today)).ToList();
        var found = all.Where(line => IsFound(line, filter)).ToList();
        return new DecisionDates(
            [.. Sorted(found.Where(line => line.Term is not null && Keeps(line, filter)), filter.Sort)],
            [.. Named(found.Where(line => line.Term is null && !ReadContracts.IsIncomplete(line.Contract)))],
            [.. Named(found.Where(line => ReadContracts.IsIncomplete(line.Contract)))],
            undecided.FirstOrDefault(),
            undecided.Count(line => DaysUntil(line) <= SoonDays),
            [.. all.DistinctBy(line => line.Contract.ProviderId).OrderBy(line => line.ProviderName.Folded(), StringComparer.Ordinal)
                .Select(line => new Choice(line.Contract.ProviderId.ToString(), line.ProviderName))]);
    }

    /// <summary>Every contract in force, in no order.</summary>
    public async Task<IReadOnlyList<DecisionLine>> LinesAsync(CancellationToken token)
    {
        var rows = await db.Set<Contract>().AsNoTracking().Where(row => row.ArchivedAt == null)
            .Join(db.Set<Provider>(), row => row.ProviderId, owner => owner.Id, (contract, owner) => new { contract, owner.Name })
            .OrderBy(row => row.contract.Id).Take(MostContracts).ToListAsync(token);
        var made = (await MadeAsync(contractId: null, token)).ToLookup(row => row.ContractId);
        var reminded = (await db.Set<ContractReminder>().AsNoTracking().Where(row => !row.IsSkipped).ToListAsync(token))
            .ToLookup(row => row.ContractId);
        return [.. rows.Select(row => LineOf(row.contract, row.Name, made[row.contract.Id], reminded[row.contract.Id]))];
    }

    /// <summary>The decisions about a contract, the latest term first; of all contracts when none is named: one query.</summary>
    public Task<List<DecisionMade>> MadeAsync(Guid? contractId, CancellationToken token) =>
        (from row in db.Set<ContractDecision>().AsNoTracking().Where(row => contractId == null || row.ContractId == contractId)
         join account in db.Users on row.DecidedBy equals (Guid?)account.Id into accounts
         from who in accounts.DefaultIfEmpty()
         orderby row.TermLastDay descending
         let name = who == null ? null : who.DisplayName
         select new DecisionMade(row.Id, row.ContractId, row.TermLastDay, row.Choice, row.Reason, row.DecidedAt, name, row.Version))
        .ToListAsync(token);

    /// <summary>The term of a contract that can be decided about.</summary>
    public DecisionTerm? TermOf(Contract contract, IEnumerable<DecisionMade> made) => DecisionTerm.Of(
        contract, Today, Zone, made.Where(row => row.Choice == TermChoice.Leave).Select(row => row.TermLastDay));

    private DecisionLine LineOf(Contract contract, string provider, IEnumerable<DecisionMade> made, IEnumerable<ContractReminder> reminded)
    {
        var term = TermOf(contract, made);
        return new(
            contract, provider, contract.Terms?.On(Today, Zone), term, made.FirstOrDefault(row => row.TermLastDay == term?.LastDay),
            reminded.Where(row => row.TermLastDay == term?.LastDay).MinBy(row => row.Level));
    }

    private HolidayZone Zone => HolidayZones.Parse(tenant.Company.HolidayZone);

    private int? DaysUntil(DecisionLine line) => line.NextDay(Today)?.DayNumber - Today.DayNumber;

    private static bool IsFound(DecisionLine line, DecisionFilter filter) =>
        (filter.ProviderId is null || line.Contract.ProviderId == filter.ProviderId)
        && (line.Contract.Title + " " + line.ProviderName).Folded()
            .Contains((filter.Search ?? "").Trim().Folded(), StringComparison.Ordinal);

    private bool Keeps(DecisionLine line, DecisionFilter filter) =>
        (filter.WithinDays is not { } days || DaysUntil(line) <= days)
        && (filter.Decision switch { DecisionFilter.Open => line.Made is null, DecisionFilter.Made => line.Made is not null, _ => true });

    private static IEnumerable<DecisionLine> Named(IEnumerable<DecisionLine> lines) =>
        lines.OrderBy(line => line.Contract.Title.Folded(), StringComparer.Ordinal);

    private IEnumerable<DecisionLine> Sorted(IEnumerable<DecisionLine> lines, string? sort) => sort switch
    {
        "title" => Named(lines),
        "-title" => Named(lines).Reverse(),
        "provider" => lines.OrderBy(line => line.ProviderName.Folded(), StringComparer.Ordinal),
        "-provider" => lines.OrderByDescending(line => line.ProviderName.Folded(), StringComparer.Ordinal),
        "notice" => lines.OrderBy(line => line.Term!.NoticeBy ?? DateOnly.MaxValue),
        "-notice" => lines.OrderByDescending(line => line.Term!.NoticeBy ?? DateOnly.MinValue),
        "end" => lines.OrderBy(line => line.Term!.LastDay),
        "-end" => lines.OrderByDescending(line => line.Term!.LastDay),
        "-next" => lines.OrderByDescending(line => line.NextDay(Today)),
        _ => lines.OrderBy(line => line.NextDay(Today)).ThenBy(line => line.Contract.Id),
    };
}
