using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing;

/// <summary>Adds to the list of processes who does each; see <see cref="ProvidersOfProcesses"/>.</summary>
internal sealed class ProcessProviders(Db db, Tenant tenant) : IListColumn
{
    public string Of => Process.Kind;

    public int Order => 10;

    public IReadOnlyList<string> Kinds => [Contract.SubjectKind, Commitment.SubjectKind, Provider.Kind];

    public string Head => Texts.Contract_Provider;

    public async Task<IReadOnlyDictionary<Guid, RenderFragment>> ReadAsync(IReadOnlyCollection<Guid> shown, CancellationToken token)
    {
        if (shown.Count == 0 || !tenant.Allows(Permit.ReadSourcing))
        {
            return new Dictionary<Guid, RenderFragment>();
        }

        var pairs = await ProvidersOfProcesses.PairsOf(db).Where(pair => shown.Contains(pair.ProcessId))
            .Join(db.Set<Provider>(), pair => pair.ProviderId, provider => provider.Id, (pair, provider) => new { pair.ProcessId, provider.Id, provider.Name })
            .ToListAsync(token);
        return pairs.GroupBy(pair => pair.ProcessId)
            .ToDictionary(group => group.Key, group => ProviderLinks.Of([.. group.OrderBy(pair => pair.Name, StringComparer.CurrentCulture).Select(pair => (pair.Id, pair.Name))]));
    }
}
