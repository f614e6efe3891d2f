using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Changes what is known of a contract. The history keeps what each field said before.</summary>
public sealed class EditContract(Db db)
{
    public const string Verb = "ContractEdited";

    public async Task<ContractInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var input = InputOf(await FindAsync(id, token));
        input.Opened = MergeEdits.Snapshot(ContractFields.All, input);
        return input;
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the contract since the form was opened: <see cref="ContractChanges"/> tells what.</exception>
    public async Task<Contract> RunAsync(ContractInput input, CancellationToken token)
    {
        var contract = await FindAsync(input.Id, token);
        if (contract.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException("The contract was saved since the form was opened.");
        }

        await CreateContract.RefuseUnknownAsync(db, input, token);
        var before = InputOf(contract);
        contract.Describe(input);
        var changes = ContractChanges.Between(before, InputOf(contract));
        if (changes.Count == 0)
        {
            return contract;
        }

        db.Entry(contract).State = EntityState.Modified;
        db.Record(Verb, contract.Ref, new { contract.Title, Version = contract.Version + 1, Changes = changes });
        await db.SaveChangesAsync(token);
        return contract;
    }

    internal static ContractInput InputOf(Contract contract) => new()
    {
        Id = contract.Id,
        ProviderId = contract.ProviderId,
        Title = contract.Title,
        Kind = contract.Kind,
        Start = contract.Start,
        Months = contract.Months,
        Length = contract.Length,
        LastDay = contract.LastDay,
        Renewal = contract.Renewal,
        RenewalMonths = contract.RenewalMonths,
        Notice = contract.Notice,
        NoticeMonths = contract.NoticeMonths,
        NoticeDays = contract.NoticeDays,
        NoticeRunsFrom = contract.NoticeRunsFrom,
        PostingDays = contract.PostingDays,
        Price = contract.Price,
        PricePeriod = contract.PricePeriod,
        Note = contract.Note,
        ProcessIds = [.. contract.Scope.Select(row => row.ProcessId)],
        Version = contract.Version,
    };

    private async Task<Contract> FindAsync(Guid id, CancellationToken token) =>
        await db.Set<Contract>().Include(row => row.Scope).SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
}
