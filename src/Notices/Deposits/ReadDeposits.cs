using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence;
using Pupitre.Evidence.Files;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.Deposits;

/// <summary>What the list is narrowed to and sorted by; all of it is in the address.</summary>
internal sealed record DepositFilter(string? Search = null, Guid? Contract = null, string? Sort = null)
{
    public bool Keeps(DepositRow row) => (Contract is null || row.ContractId == Contract)
        && (row.Name + " " + row.PersonName + " " + row.Contract).Folded()
            .Contains((Search ?? "").Trim().Folded(), StringComparison.Ordinal);
}

/// <summary>A file that came by a link.</summary>
internal sealed record DepositRow(
    Guid FileId, string Name, string Hash, long SizeBytes, Instant At, Guid ContractId, string Contract, string PersonName, string? Word,
    FileState State)
{
    public string Who => DepositWords.Who(PersonName);
}

/// <summary>Lists the files that came by links: one query.</summary>
internal sealed class ReadDeposits(Db db, Tenant tenant)
{
    public const int PageSize = 25;

    /// <summary>Files that are looked through, the newest first.</summary>
    private const int MostRows = 5_000;

    public async Task<(IReadOnlyList<DepositRow> Rows, IReadOnlyList<DepositRow> All)> RunAsync(
        DepositFilter filter, CancellationToken token)
    {
        var all = await (from file in db.Set<DepositedFile>().AsNoTracking()
                         join deposit in db.Set<Deposit>() on file.DepositId equals deposit.Id
                         join contract in db.Set<Contract>() on deposit.ContractId equals contract.Id
                         join received in db.Set<EvidenceFile>() on file.FileId equals received.Id
                         orderby file.At descending, file.Id
                         select new DepositRow(
                             file.FileId, file.Name, file.Hash, file.SizeBytes, file.At, contract.Id, contract.Title, deposit.PersonName,
                             deposit.Word, received.State)).Take(MostRows).ToListAsync(token);
        return ([.. Sorted(all.Where(filter.Keeps), filter.Sort)], all);
    }

    public async Task<IResult> ExportAsync(DepositFilter filter, string format, CancellationToken token)
    {
        var (rows, _) = await RunAsync(filter, token);
        return await new TableExport(Texts.Deposit_ListFileName, Headers, rows.Select(Cells)).AnswerAsync(format, token);
    }

    private static IReadOnlyList<string> Headers =>
    [
        Texts.Deposit_File, Texts.Deposit_Hash, Texts.Deposit_Size, Texts.Dispute_Contract, Texts.Deposit_By, Texts.Deposit_At,
        Texts.Deposit_Word, Texts.Deposit_State,
    ];

    private object?[] Cells(DepositRow row) =>
    [
        row.Name, row.Hash, row.SizeBytes, row.Contract, row.Who, row.At.InZone(tenant.Zone).LocalDateTime, row.Word,
        EvidenceWords.Of(row.State),
    ];

    private static IEnumerable<DepositRow> Sorted(IEnumerable<DepositRow> rows, string? sort) => sort switch
    {
        "file" => rows.OrderBy(row => row.Name.Folded(), StringComparer.Ordinal),
        "-file" => rows.OrderByDescending(row => row.Name.Folded(), StringComparer.Ordinal),
        "contract" => rows.OrderBy(row => row.Contract.Folded(), StringComparer.Ordinal),
        "-contract" => rows.OrderByDescending(row => row.Contract.Folded(), StringComparer.Ordinal),
        "who" => rows.OrderBy(row => row.Who.Folded(), StringComparer.Ordinal),
        "-who" => rows.OrderByDescending(row => row.Who.Folded(), StringComparer.Ordinal),
        "at" => rows.OrderBy(row => row.At),
        _ => rows.OrderByDescending(row => row.At),
    };
}
