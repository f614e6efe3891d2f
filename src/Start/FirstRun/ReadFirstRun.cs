using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Start.FirstRun;

/// <summary>What the first page shows: what is there already, and the usual commitments ticked where nothing is.</summary>
public sealed class ReadFirstRun(Db db, DescribeCompany describe)
{
    public async Task<FirstRunState> RunAsync(CancellationToken token)
    {
        var profile = await describe.PrepareAsync(token);
        var commitments = await db.Set<Commitment>().AsNoTracking().Where(row => row.ArchivedAt == null)
            .Select(row => new Adopted(row.TemplateNumber, row.Domain, row.ProviderId)).ToListAsync(token);
        var providers = await db.Set<Provider>().AsNoTracking().Where(row => row.ArchivedAt == null).ToDictionaryAsync(row => row.Id, token);
        var contracts = await db.Set<Contract>().AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync(token);
        var tiles = Tiles.All.Select(tile => Fill(tile, commitments, providers, contracts)).ToList();
        return new FirstRunState(
            new FirstRunInput { Tiles = tiles, Profile = profile },
            commitments.Select(row => row.Template).OfType<int>().ToHashSet(),
            commitments.Count,
            providers.Count);
    }

    /// <summary>The ready commitments that stand on a tile.</summary>
    public static IEnumerable<CommitmentTemplate> TemplatesOf(Tile tile) =>
        Tiles.DomainsOf(tile).SelectMany(OfDomain).OrderBy(template => template.Number);

    // What we owe every provider alike, its payment, says nothing of the work that is handed over: it is taken later, by contract.
    private static IEnumerable<CommitmentTemplate> OfDomain(Domain domain) =>
        CommitmentTemplates.All.Where(template => template.Domain == domain && template is not { ForAnyDomain: true, Performer: Party.Company });

    private static TileInput Fill(Tile tile, List<Adopted> commitments, Dictionary<Guid, Provider> providers, List<Contract> contracts)
    {
        var here = commitments.Where(row => Tiles.Of(row.Domain) == tile).ToList();
        var provider = here.Select(row => row.ProviderId is { } id ? providers.GetValueOrDefault(id) : null).FirstOrDefault(row => row is not null);
        var contract = provider is null ? null : contracts.Find(row => row.ProviderId == provider.Id && row.HasTerm);
        return new TileInput
        {
            Tile = tile,
            HandedOver = provider is not null,
            ProviderName = provider?.Name,
            ProviderEmail = provider?.Email,
            ContractStart = contract?.Start,
            ContractMonths = contract?.Months,
            NoticeMonths = contract?.NoticeMonths,
            Templates = [.. TemplatesOf(tile).Select(template => new TemplateChoice
            {
                Number = template.Number,
                Wanted = here.Exists(row => row.Template == template.Number) || (here.Count == 0 && IsUsual(template)),
            })],
        };
    }

    // What every company can prove with files. Where a field of work has only measures of cases, the first of them: a provider that is named
    // has a row in the grid, and the row says what fills it.
    private static bool IsUsual(CommitmentTemplate template) => template.Kind == CommitmentKind.Schedule
        || (OfDomain(template.Domain).All(other => other.Kind == CommitmentKind.Clock) && template.Number == OfDomain(template.Domain).Min(other => other.Number));

    private sealed record Adopted(int? Template, Domain Domain, Guid? ProviderId);
}

/// <summary>The first page as it stands.</summary>
/// <param name="Adopted">Numbers of the ready commitments that are in place.</param>
public sealed record FirstRunState(FirstRunInput Input, IReadOnlySet<int> Adopted, int Commitments, int Providers)
{
    public bool IsStarted => Commitments + Providers > 0;
}
