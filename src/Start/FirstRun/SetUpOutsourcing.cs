using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Start.FirstRun;

/// <summary>
/// Makes what the tiles say stand, in one transaction: the company's dates, calendars, processes, providers, contracts and ready
/// commitments. What is there already is found again by its name or number and left as it is, so that running it twice doubles nothing.
/// </summary>
public sealed class SetUpOutsourcing(Db db, Tenant tenant, IClock clock, OutsourcingSteps steps)
{
    /// <summary>Commitments count from so many months back, so that files of the past year find their due dates.</summary>
    public const int MonthsBack = 15;

    /// <returns>What stands now that did not before, and the tiles whose provider has nothing to show in the grid.</returns>
    public async Task<SetUpResult> RunAsync(FirstRunInput input, CancellationToken token)
    {
        var (providers, commitments) = await CountAsync(token);
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var profile = await DescribeAsync(input.Profile, token);
        await steps.Calendars.RunAsync(token);
        foreach (var tile in input.Tiles.Where(tile => tile.IsWanted))
        {
            await SetUpAsync(tile, profile, token);
        }

        await transaction.CommitAsync(token);
        var now = await CountAsync(token);
        var there = await db.Set<Commitment>().Where(row => row.ArchivedAt == null).Select(row => row.Domain).Distinct().ToListAsync(token);
        return new SetUpResult(
            now.Providers - providers, now.Commitments - commitments,
            [.. input.Tiles.Where(tile => tile.IsWanted && !Tiles.DomainsOf(tile.Tile).Any(there.Contains)).Select(tile => tile.Tile)]);
    }

    private async Task<(int Providers, int Commitments)> CountAsync(CancellationToken token) =>
        (await db.Set<Provider>().CountAsync(row => row.ArchivedAt == null, token), await db.Set<Commitment>().CountAsync(row => row.ArchivedAt == null, token));

    private DateOnly Today => LocalDate.FromDateTime(clock.GetCurrentInstant().InZone(tenant.Zone).ToDateTimeUnspecified()).ToDateOnly();

    private DateOnly ThisMonth => new(Today.Year, Today.Month, 1);

    // The same form sent twice changes nothing the second time, though the profile has moved on since it was opened.
    private async Task<CompanyProfile> DescribeAsync(ProfileInput input, CancellationToken token)
    {
        var now = await steps.Describe.PrepareAsync(token);
        var isSame = (now.Employees, now.ClosingMonth, now.ClosingDay, now.VatRegime, now.VatDay, now.PayDay, now.PaidWithinMonth)
            == (input.Employees, input.ClosingMonth, input.ClosingDay, input.VatRegime, input.VatDay, input.PayDay, input.PaidWithinMonth);
        return isSame && await db.Set<CompanyProfile>().SingleOrDefaultAsync(token) is { } known ? known : await steps.Describe.RunAsync(input, token);
    }

    private async Task SetUpAsync(TileInput tile, CompanyProfile profile, CancellationToken token)
    {
        var provider = await ProviderAsync(tile, token);
        var processes = new Dictionary<Domain, Process>();
        foreach (var domain in Tiles.DomainsOf(tile.Tile))
        {
            processes[domain] = await ProcessAsync(domain, token);
        }

        var contract = await ContractAsync(tile, provider, [.. processes.Values.Select(process => process.Id)], token);
        var adopted = await db.Set<Commitment>().Where(row => row.ArchivedAt == null && row.TemplateNumber != null)
            .Select(row => row.TemplateNumber!.Value).ToListAsync(token);
        foreach (var template in Wanted(tile).Where(template => template.IsFor(profile) && !adopted.Contains(template.Number)))
        {
            var process = processes.GetValueOrDefault(template.Domain) ?? processes.Values.First();
            await steps.Adopt.RunAsync(
                new TemplateInput
                {
                    TemplateNumber = template.Number,
                    ProcessId = process.Id,
                    ProviderId = provider.Id,
                    ContractId = contract.Id,
                    EffectiveFrom = ThisMonth.AddMonths(-MonthsBack),
                },
                token);
        }
    }

    private async Task<Provider> ProviderAsync(TileInput tile, CancellationToken token)
    {
        var name = tile.ProviderName!.Trim();
        var known = await db.Set<Provider>().Where(row => row.ArchivedAt == null).ToListAsync(token);
        return known.Find(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? await steps.Providers.RunAsync(new ProviderInput { Name = name, Email = tile.ProviderEmail }, token);
    }

    private async Task<Process> ProcessAsync(Domain domain, CancellationToken token) =>
        await db.Set<Process>().Where(row => row.Domain == domain && row.ArchivedAt == null).OrderBy(row => row.Id).FirstOrDefaultAsync(token)
        ?? await steps.Processes.RunAsync(new ProcessInput { Name = Tiles.ProcessOf(domain), Domain = domain, Criticality = CriticalityOf(domain) }, token);

    private async Task<Contract> ContractAsync(TileInput tile, Provider provider, List<Guid> processes, CancellationToken token)
    {
        var known = await db.Set<Contract>().Include(row => row.Scope).Where(row => row.ProviderId == provider.Id && row.ArchivedAt == null).OrderBy(row => row.Id).FirstOrDefaultAsync(token);
        if (known is null)
        {
            return await steps.Contracts.RunAsync(TermsOf(tile, provider, processes), token);
        }

        var missing = processes.Except(known.Scope.Select(row => row.ProcessId)).ToList();
        return missing.Count == 0 ? known : await WidenAsync(known, missing, token);
    }

    private async Task<Contract> WidenAsync(Contract contract, List<Guid> processes, CancellationToken token)
    {
        var input = await steps.EditContract.PrepareAsync(contract.Id, token);
        input.ProcessIds.AddRange(processes);
        return await steps.EditContract.RunAsync(input, token);
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

    // What another one waits for is adopted first, so that the link is made.
    private static IEnumerable<CommitmentTemplate> Wanted(TileInput tile)
    {
        var wanted = tile.Templates.Where(choice => choice.Wanted).Select(choice => CommitmentTemplates.Find(choice.Number)).OfType<CommitmentTemplate>().ToList();
        return wanted.OrderBy(Depth).ThenBy(template => template.Number);
    }

    private static int Depth(CommitmentTemplate template) =>
        CommitmentTemplates.Find(template.Prerequisite) is { } before ? 1 + Depth(before) : 0;

    private static Criticality CriticalityOf(Domain domain) => domain is Domain.Payroll or Domain.Accounting ? Criticality.High : Criticality.Normal;
}

/// <summary>The operations that the first page is made of.</summary>
public sealed record OutsourcingSteps(
    DescribeCompany Describe, StandardCalendars Calendars, CreateProvider Providers, CreateProcess Processes,
    CreateContract Contracts, EditContract EditContract, AdoptTemplate Adopt);
