using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Start.FirstRun;

/// <summary>Makes one tile stand: its processes, its provider, their contract, and the ready commitments that are not there yet.</summary>
public sealed class SetUpTile(HaveProvider providers, HaveProcess processes, HaveContract contracts, AdoptWanted adopt)
{
    public async Task RunAsync(TileInput tile, CompanyProfile profile, CancellationToken token)
    {
        var provider = await providers.RunAsync(tile, token);
        var ofDomain = new Dictionary<Domain, Process>();
        foreach (var domain in Tiles.DomainsOf(tile.Tile))
        {
            ofDomain[domain] = await processes.RunAsync(domain, token);
        }

        var contract = await contracts.RunAsync(tile, provider, [.. ofDomain.Values.Select(process => process.Id)], token);
        await adopt.RunAsync(tile, profile, contract, ofDomain, token);
    }
}
