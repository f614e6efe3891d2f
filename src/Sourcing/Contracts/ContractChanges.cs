using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Sourcing.Contracts;

/// <summary>One field of a contract and what it said before and after; values as text, without the reader's culture.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>A save of the contract by somebody.</summary>
public sealed record ContractSave(Instant At, string? By, IReadOnlyList<FieldChange> Changes);

/// <summary>What was changed in a contract since a version, for the person whose form came second.</summary>
public sealed class ContractChanges(Db db)
{
    private const int MostSaves = 50;

    public async Task<IReadOnlyList<ContractSave>> RunAsync(Guid contractId, long sinceVersion, CancellationToken token)
    {
        var rows = await (
            from entry in db.LedgerEntries.AsNoTracking()
            join detail in db.LedgerDetails.AsNoTracking() on entry.Number equals detail.Number
            join account in db.Set<Account>().AsNoTracking() on entry.AccountId equals account.Id into people
            from person in people.DefaultIfEmpty()
            where entry.SubjectKind == Contract.SubjectKind && entry.SubjectId == contractId && entry.Verb == EditContract.Verb
            orderby entry.Number descending
            select new { entry.At, By = person == null ? null : person.DisplayName, detail.Json }).Take(MostSaves).ToListAsync(token);
        return [.. rows.Select(row => (row.At, row.By, Detail: JsonSerializer.Deserialize<SaveDetail>(row.Json)!))
            .Where(row => row.Detail.Version > sinceVersion)
            .Select(row => new ContractSave(row.At, row.By, row.Detail.Changes))
            .Reverse()];
    }

    internal static IReadOnlyList<FieldChange> Between(ContractInput before, ContractInput after) =>
        [.. ContractInput.Fields.Where(field => field.Read(before) != field.Read(after)).Select(field => new FieldChange(field.Name, field.Read(before), field.Read(after)))];

    private sealed record SaveDetail(long Version, IReadOnlyList<FieldChange> Changes);
}
