using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>Lists the months of contracts: closed, before both sides, and as drafts from the first month on to the current one.</summary>
internal sealed class ReadStatements(Db db, Tenant tenant, StatementTime time)
{
    public const int PageSize = 20;

    /// <summary>More rows than a company has in fifty years.</summary>
    private const int MostRows = 5_000;

    public async Task<StatementList> RunAsync(StatementFilter filter, CancellationToken token)
    {
        var (kept, plans, waiting) = await AllAsync(filter, token);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (kept.Count + PageSize - 1) / PageSize));
        return new StatementList([.. kept.Skip((page - 1) * PageSize).Take(PageSize)], kept.Count, page, plans) { Waiting = waiting };
    }

    /// <summary>All that the filter keeps, to take home.</summary>
    public async Task<IResult> ExportAsync(StatementFilter filter, string format, CancellationToken token)
    {
        var (rows, _, _) = await AllAsync(filter, token);
        return await new TableExport(
            Texts.Statement_ExportName,
            [
                Texts.Statement_Month, Texts.Statement_Contract, Texts.Statement_State, Texts.Statement_Base, Texts.Statement_Kept,
                Texts.Statement_ProvenOf, Texts.Statement_HashHead,
            ],
            rows.Select(row => (IReadOnlyList<object?>)
            [
                StatementWords.Name(row), row.Contract, StatementWords.Short(row, tenant.Zone), Closed(row)?.Base, Closed(row)?.Kept,
                Closed(row)?.Proven, Closed(row)?.Hash,
            ])).AnswerAsync(format, token);
    }

    private static MonthStatement? Closed(StatementRow row) => row.Statement is { Hash: not null } closed ? closed : null;

    private async Task<(List<StatementRow> Kept, IReadOnlyList<(Guid, string)> Plans, int Waiting)> AllAsync(
        StatementFilter filter, CancellationToken token)
    {
        var plans = await (from plan in db.Set<StatementPlan>().AsNoTracking()
                           join contract in db.Set<Contract>() on plan.ContractId equals contract.Id
                           orderby contract.Title
                           select new { plan.ContractId, contract.Title, plan.FirstMonth }).ToListAsync(token);
        var made = (await db.Set<MonthStatement>().AsNoTracking().OrderBy(row => row.Id).Take(MostRows).ToListAsync(token))
            .ToLookup(row => row.ContractId);
        var last = time.CurrentMonth;
        var rows = plans.SelectMany(plan =>
        {
            var known = made[plan.ContractId].ToList();
            var next = known.Count == 0 ? plan.FirstMonth : Math.Max(plan.FirstMonth, known.Max(row => row.Month) + 1);
            var drafts = Enumerable.Range(next, Math.Max(0, last - next + 1))
                .Select(month => new StatementRow(plan.ContractId, plan.Title, month, null));
            return known.Select(row => new StatementRow(plan.ContractId, plan.Title, row.Month, row)).Concat(drafts);
        });
        var wanted = (filter.Search ?? "").Trim().Folded();
        var kept = Sorted(
            rows.Where(row => (filter.ContractId is not { } contract || row.ContractId == contract) && filter.Holds(row))
                .Where(row => (row.Contract + " " + StatementWords.Month(row.Month)).Folded().Contains(wanted, StringComparison.Ordinal)),
            filter.Sort).ToList();
        return (kept, [.. plans.Select(plan => (plan.ContractId, plan.Title))],
            made.SelectMany(group => group).Count(row => !row.IsClosed));
    }

    private static IEnumerable<StatementRow> Sorted(IEnumerable<StatementRow> rows, string? sort) => sort switch
    {
        "contract" => rows.OrderBy(row => row.Contract.Folded(), StringComparer.Ordinal).ThenByDescending(row => row.Month),
        "-contract" => rows.OrderByDescending(row => row.Contract.Folded(), StringComparer.Ordinal).ThenByDescending(row => row.Month),
        "month" => rows.OrderBy(row => row.Month).ThenBy(row => row.Contract.Folded(), StringComparer.Ordinal).ThenBy(row => row.Number),
        _ => rows.OrderByDescending(row => row.Month).ThenBy(row => row.Contract.Folded(), StringComparer.Ordinal)
            .ThenByDescending(row => row.Number),
    };
}

/// <summary>Which months are wanted.</summary>
internal sealed record StatementFilter(
    string? Search = null, Guid? ContractId = null, string? State = null, string? Sort = null, int Page = 1)
{
    public const string Drafts = "draft";
    public const string Opened = "open";
    public const string Closed = "closed";
    public const string Corrections = "correction";

    public bool Holds(StatementRow row) => State switch
    {
        Drafts => row.Statement is null,
        Opened => row.Statement is { IsClosed: false },
        Closed => row.Statement is { IsClosed: true },
        Corrections => row.Statement is { IsCorrection: true },
        _ => true,
    };
}

/// <summary>A month in the list.</summary>
/// <param name="Statement">Null for a draft.</param>
public sealed record StatementRow(Guid ContractId, string Contract, int Month, MonthStatement? Statement)
{
    public int Number => Statement?.Number ?? 0;
}

/// <summary>A page of the list.</summary>
/// <param name="Contracts">Contracts of which months are closed at all.</param>
internal sealed record StatementList(
    IReadOnlyList<StatementRow> Rows, int Total, int Page, IReadOnlyList<(Guid Id, string Title)> Contracts)
{
    /// <summary>Months that lie before both sides.</summary>
    public int Waiting { get; init; }
}
