using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Start.FirstRun;

/// <summary>The contract of a tile: the first with its provider, widened where it does not cover the processes, else a new one.</summary>
public sealed class HaveContract(Db db, CreateContract create, EditContract edit)
{
    public async Task<Contract> RunAsync(TileInput tile, Provider provider, List<Guid> processes, CancellationToken token)
    {
        var known = await db.Set<Contract>().Include(row => row.Scope).Where(row => row.ProviderId == provider.Id && row.ArchivedAt == null).OrderBy(row => row.Id).FirstOrDefaultAsync(token);
        if (known is null)
        {
            return await create.RecordAsync(TermsOf(tile, provider, processes), token);
        }

        var missing = processes.Except(known.Scope.Select(row => row.ProcessId)).ToList();
        return missing.Count == 0 ? known : await WidenAsync(known, missing, token);
    }

    private async Task<Contract> WidenAsync(Contract contract, List<Guid> processes, CancellationToken token)
    {
        var input = await edit.PrepareAsync(contract.Id, token);
        input.ProcessIds.AddRange(processes);
        return await edit.RecordAsync(input, token);
    }

    private static ContractKind KindOf(TileInput tile) => tile.Tile == Tile.Accounting ? ContractKind.EngagementLetter : ContractKind.Contract;

    // What nobody has typed stays unknown: neither a first day, nor "without a term", nor "without notice" is made up.
    private static ContractInput TermsOf(TileInput tile, Provider provider, List<Guid> processes) => new()
    {
        ProviderId = provider.Id,
        Title = ContractWords.TitleOf(KindOf(tile), provider.Name),
        Kind = KindOf(tile),
        Start = tile.ContractStart,
        Months = tile.ContractStart is null ? null : tile.ContractMonths,
        Renewal = tile.ContractMonths is null ? Renewal.None : Renewal.Tacit,
        NoticeMonths = tile.NoticeMonths,
        ProcessIds = processes,
    };
}
