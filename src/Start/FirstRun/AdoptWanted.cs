using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Start.FirstRun;

/// <summary>Adopts the ready commitments that a tile wants, the company can have, and nobody has adopted yet.</summary>
public sealed class AdoptWanted(Db db, AdoptTemplate adopt, Tenant tenant, IClock clock)
{
    public async Task RunAsync(TileInput tile, CompanyProfile profile, Contract contract, IReadOnlyDictionary<Domain, Process> processes, CancellationToken token)
    {
        var adopted = await db.Set<Commitment>().Where(row => row.ArchivedAt == null && row.TemplateNumber != null)
            .Select(row => row.TemplateNumber!.Value).ToListAsync(token);
        foreach (var template in Wanted(tile).Where(template => template.IsFor(profile) && !adopted.Contains(template.Number)))
        {
            var process = processes.GetValueOrDefault(template.Domain) ?? processes.Values.First();
            await adopt.RunAsync(
                new TemplateInput
                {
                    TemplateNumber = template.Number,
                    ProcessId = process.Id,
                    ProviderId = contract.ProviderId,
                    ContractId = contract.Id,
                    EffectiveFrom = ThisMonth.AddMonths(-SetUpOutsourcing.MonthsBack),
                },
                token);
        }
    }

    private DateOnly ThisMonth
    {
        get
        {
            var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date;
            return new DateOnly(today.Year, today.Month, 1);
        }
    }

    // What another one waits for is adopted first, so that the link is made.
    private static IEnumerable<CommitmentTemplate> Wanted(TileInput tile)
    {
        var wanted = tile.Templates.Where(choice => choice.Wanted).Select(choice => CommitmentTemplates.Find(choice.Number)).OfType<CommitmentTemplate>().ToList();
        return wanted.OrderBy(Depth).ThenBy(template => template.Number);
    }

    private static int Depth(CommitmentTemplate template) =>
        CommitmentTemplates.Find(template.Prerequisite) is { } before ? 1 + Depth(before) : 0;
}
