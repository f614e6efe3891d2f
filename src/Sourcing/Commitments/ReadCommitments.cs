using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Which commitments are wanted.</summary>
public sealed record CommitmentFilter
{
    public string? Search { get; init; }

    public Guid? ProviderId { get; init; }

    public Guid? ContractId { get; init; }

    public Guid? ProcessId { get; init; }

    public Domain? Domain { get; init; }

    public bool Archived { get; init; }

    public string? Sort { get; init; }

    /// <summary>The day whose versions are wanted; null means today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>A commitment, its version in force and its sentence.</summary>
public sealed record CommitmentLine(Commitment Commitment, CommitmentVersion Version, string? ProviderName, Sentence Sentence);

/// <summary>Lists commitments with their sentences, the domains together, the ready ones in the order of their numbers.</summary>
public sealed class ReadCommitments(Db db, Tenant tenant, IClock clock)
{
    public async Task<IReadOnlyList<CommitmentLine>> RunAsync(CommitmentFilter filter, CancellationToken token)
    {
        var on = filter.On ?? clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var (all, names) = await AllAsync(token);
        var known = all.ToDictionary(row => row.Id);
        var wanted = (filter.Search ?? "").Trim().Folded();
        return [.. Sorted(all.Where(row => row.IsArchived == filter.Archived
                && (filter.ProviderId is null || row.ProviderId == filter.ProviderId)
                && (filter.ContractId is null || row.ContractId == filter.ContractId)
                && (filter.ProcessId is null || row.ProcessId == filter.ProcessId)
                && (filter.Domain is null || row.Domain == filter.Domain)
                && row.Name.Folded().Contains(wanted, StringComparison.Ordinal))
            .OrderBy(row => row.Domain).ThenBy(row => row.TemplateNumber ?? int.MaxValue).ThenBy(row => row.Name, StringComparer.Ordinal)
            .Select(row => LineOf(row, row.InForce(on), names, known)), filter.Sort)];
    }

    private static IEnumerable<CommitmentLine> Sorted(IEnumerable<CommitmentLine> lines, string? sort) => sort switch
    {
        "name" => lines.OrderBy(line => line.Commitment.Name.Folded(), StringComparer.Ordinal),
        "-name" => lines.OrderByDescending(line => line.Commitment.Name.Folded(), StringComparer.Ordinal),
        "who" => lines.OrderBy(Who, StringComparer.Ordinal),
        "-who" => lines.OrderByDescending(Who, StringComparer.Ordinal),
        _ => lines,
    };

    private static string Who(CommitmentLine line) => CommitmentSentence.Subject(line.Commitment.Performer, line.ProviderName).Folded();

    /// <summary>One commitment with the sentence of one of its versions.</summary>
    public async Task<CommitmentLine?> OfAsync(Guid id, int? versionNumber, CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var (all, names) = await AllAsync(token);
        if (all.Find(row => row.Id == id) is not { } commitment)
        {
            return null;
        }

        var version = commitment.Versions.FirstOrDefault(row => row.Number == versionNumber) ?? commitment.InForce(today);
        return LineOf(commitment, version, names, all.ToDictionary(row => row.Id));
    }

    // One query for both: a page has five.
    private async Task<(List<Commitment> All, Dictionary<Guid, string> Names)> AllAsync(CancellationToken token)
    {
        var rows = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions)
            .LeftJoin(db.Set<Provider>(), row => row.ProviderId, provider => (Guid?)provider.Id, (row, provider) => new { row, Name = provider == null ? null : provider.Name }).ToListAsync(token);
        return (rows.ConvertAll(pair => pair.row), rows.Where(pair => pair.Name is not null).DistinctBy(pair => pair.row.ProviderId).ToDictionary(pair => pair.row.ProviderId!.Value, pair => pair.Name!));
    }

    private static CommitmentLine LineOf(Commitment commitment, CommitmentVersion version, Dictionary<Guid, string> names, Dictionary<Guid, Commitment> known) =>
        new(commitment, version, NameOf(commitment.ProviderId, names), CommitmentSentence.Of(version.Rule, new CommitmentWords
        {
            Performer = commitment.Performer,
            ProviderName = NameOf(commitment.ProviderId, names),
            Action = version.Action,
            TemplateNumber = commitment.TemplateNumber,
            Condition = ConditionOf(version.Rule, names, known),
        }));

    private static ConditionWords? ConditionOf(CommitmentRule rule, Dictionary<Guid, string> names, Dictionary<Guid, Commitment> known) =>
        Guid.TryParse(rule.Schedule?.Prerequisite?.Commitment, out var key) && known.TryGetValue(key, out var before)
            ? new ConditionWords(before.Name, before.Performer, NameOf(before.ProviderId, names), before.TemplateNumber)
            : null;

    private static string? NameOf(Guid? provider, Dictionary<Guid, string> names) => provider is { } id ? names.GetValueOrDefault(id) : null;
}
