using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Facts;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing;

/// <summary>Tells the map who does each process: those whose contract covers it, or who are committed to something about it.</summary>
internal sealed class ProvidersOfProcesses(Db db, Tenant tenant) : IProcessFacts
{
    public ProcessFactPart Part => ProcessFactPart.Providers;

    public IReadOnlyList<string> Kinds => [Contract.SubjectKind, Commitment.SubjectKind, Provider.Kind];

    public async Task<IReadOnlyList<ProcessFact>> ReadAsync(CancellationToken token)
    {
        if (!tenant.Allows(Permit.ReadSourcing))
        {
            return [];
        }

        var pairs = await PairsOf(db).Join(
            db.Set<Provider>(),
            pair => pair.ProviderId,
            provider => provider.Id,
            (pair, provider) => new { pair.ProcessId, provider.Id, provider.Name }).ToListAsync(token);
        return
        [
            .. pairs.OrderBy(pair => pair.Name, StringComparer.CurrentCulture)
                .GroupBy(pair => pair.ProcessId, pair => new ProcessProvider(pair.Id, pair.Name))
                .Select(group => new ProcessFact(group.Key) { Providers = [.. group] }),
        ];
    }

    /// <summary>Which provider does which process, each pair once.</summary>
    internal static IQueryable<ProviderOfProcess> PairsOf(Db db) =>
        db.Set<Contract>().Where(row => row.ArchivedAt == null)
            .SelectMany(row => row.Scope, (row, part) => new ProviderOfProcess { ProcessId = part.ProcessId, ProviderId = row.ProviderId })
            .Union(db.Set<Commitment>().Where(row => row.ArchivedAt == null && row.ProviderId != null)
                .Select(row => new ProviderOfProcess { ProcessId = row.ProcessId, ProviderId = row.ProviderId!.Value }));

    /// <summary>A provider that does a process.</summary>
    internal sealed class ProviderOfProcess
    {
        public Guid ProcessId { get; init; }

        public Guid ProviderId { get; init; }
    }
}
