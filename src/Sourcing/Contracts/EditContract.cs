using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Changes what is known of a contract. The history keeps what each field said before.</summary>
public sealed class EditContract(Db db, HandOverGate gate)
{
    public const string Verb = "ContractEdited";

    public async Task<ContractInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var input = ContractInput.Of(await FindAsync(id, token));
        input.Opened = MergeEdits.Snapshot(ContractInput.Fields, input);
        return input;
    }

    /// <exception cref="DbUpdateConcurrencyException">
    /// Somebody saved the contract since the form was opened: <see cref="ContractChanges"/> tells what.
    /// </exception>
    /// <exception cref="Kernel.Refused">Something named is unknown, or is handed over anew without being known well enough.</exception>
    public Task<Contract> RunAsync(ContractInput input, CancellationToken token) => RunAsync(input, isNew: true, token);

    /// <summary>Records what already runs, without holding it against the gate: the first run, an import.</summary>
    public Task<Contract> RecordAsync(ContractInput input, CancellationToken token) => RunAsync(input, isNew: false, token);

    private async Task<Contract> RunAsync(ContractInput input, bool isNew, CancellationToken token)
    {
        var contract = await FindAsync(input.Id, token);
        if (contract.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException("The contract was saved since the form was opened.");
        }

        await CreateContract.RefuseUnknownAsync(db, input, token);
        if (isNew)
        {
            await gate.RunAsync(input, token);
        }

        var before = ContractInput.Of(contract);
        contract.Describe(input);
        var changes = ContractChanges.Between(before, ContractInput.Of(contract));
        if (changes.Count == 0)
        {
            return contract;
        }

        db.Entry(contract).State = EntityState.Modified;
        db.Record(Verb, contract.Ref, new { contract.Title, Version = contract.Version + 1, Changes = changes });
        await db.SaveChangesAsync(token);
        return contract;
    }

    private async Task<Contract> FindAsync(Guid id, CancellationToken token) =>
        await db.Set<Contract>().Include(row => row.Scope).SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
}
