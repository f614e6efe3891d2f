using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Adds a contract with a provider. The same form sent twice adds one.</summary>
public sealed class CreateContract(Db db, HandOverGate gate)
{
    /// <exception cref="Refused">Something named is unknown, or is handed over anew without being known well enough.</exception>
    public Task<Contract> RunAsync(ContractInput input, CancellationToken token) => RunAsync(input, isNew: true, token);

    /// <summary>Records a hand-over as it stands, without holding it against the gate: the first run, an import.</summary>
    public Task<Contract> RecordAsync(ContractInput input, CancellationToken token) => RunAsync(input, isNew: false, token);

    private async Task<Contract> RunAsync(ContractInput input, bool isNew, CancellationToken token)
    {
        if (await db.Set<Contract>().SingleOrDefaultAsync(row => row.Id == input.Id, token) is { } made)
        {
            return made;
        }

        await RefuseUnknownAsync(db, input, token);
        if (isNew)
        {
            await gate.RunAsync(input, token);
        }

        var contract = Contract.Create(input.Id);
        contract.Describe(input);
        db.Add(contract);
        db.Record("ContractCreated", contract.Ref, new { contract.Title, contract.ProviderId });
        await db.SaveChangesAsync(token);
        return contract;
    }

    /// <summary>A form can name keys of another company: the filter makes them unknown here.</summary>
    internal static async Task RefuseUnknownAsync(Db db, ContractInput input, CancellationToken token)
    {
        if (!await db.Set<Provider>().AnyAsync(row => row.Id == input.ProviderId, token))
        {
            throw new Refused(Texts.Contract_ProviderMissing, nameof(ContractInput.ProviderId));
        }

        var wanted = input.ProcessIds.Distinct().ToList();
        if (await db.Set<Process>().CountAsync(row => wanted.Contains(row.Id), token) != wanted.Count)
        {
            throw new Refused(Texts.Contract_UnknownProcess, nameof(ContractInput.ProcessIds));
        }
    }
}
