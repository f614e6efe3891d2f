using System.Globalization;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>Reads scorecards: of one commitment by month, of a contract, and of all contracts.</summary>
public sealed class ReadScorecard(ReadCompanyFacts readFacts, MeasureCommitment measure, ScorecardsCache cache, Tenant tenant, IClock clock)
{
    public const int Months = 12;

    public async Task<Scorecard> RunAsync(Guid commitmentId, CancellationToken token) => await FindAsync(commitmentId, token) ?? throw new NotFound();

    /// <summary>The same; null for a commitment that is archived, which nothing measures any more.</summary>
    public async Task<Scorecard?> FindAsync(Guid commitmentId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        return facts.Find(commitmentId) is { } commitment ? await OfAsync(commitment, facts, token) : null;
    }

    /// <summary>A contract with all its commitments.</summary>
    internal async Task<ContractScorecard> OfContractAsync(Guid contractId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var contract = facts.Contracts.FirstOrDefault(row => row.Id == contractId) ?? throw new NotFound();
        return await OfContractAsync(contract, facts.Commitments.Where(item => item.Row.ContractId == contractId), facts, token);
    }

    /// <summary>What was agreed with a provider, by both sides.</summary>
    internal async Task<ContractScorecard> OfProviderAsync(Guid providerId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var all = await OfContractAsync(null, facts.Commitments.Where(item => item.Row.ProviderId == providerId), facts, token);
        return all with { Provider = facts.Providers.FirstOrDefault(row => row.Id == providerId)?.Name };
    }

    /// <summary>What was agreed about a process, whoever does it; one provider is named.</summary>
    internal async Task<ContractScorecard> OfProcessAsync(Guid processId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var commitments = facts.Commitments.Where(item => item.Row.ProcessId == processId).ToList();
        var names = commitments.Where(item => item.Row.Performer == Party.Provider).Select(item => item.Provider).OfType<string>().Distinct().ToList();
        return await OfContractAsync(null, commitments, facts, token) with { Provider = names is [var only] ? only : null };
    }

    /// <summary>Every contract that has commitments, by title, and last what stands in none.</summary>
    internal async Task<IReadOnlyList<ContractScorecard>> AllAsync(CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var (now, language) = (clock.GetCurrentInstant(), CultureInfo.CurrentUICulture.Name);
        if (cache.Find(tenant.CompanyId, language, facts, now) is { } known)
        {
            return known;
        }

        var all = new List<ContractScorecard>();
        foreach (var group in facts.Commitments.GroupBy(item => ContractOf(item, facts)))
        {
            all.Add(await OfContractAsync(group.Key, group, facts, token));
        }

        IReadOnlyList<ContractScorecard> made = [.. all.OrderBy(item => item.Contract is null).ThenBy(item => item.Contract?.Title, StringComparer.CurrentCulture)];
        cache.Keep(tenant.CompanyId, language, facts, now, made);
        return made;
    }

    private async Task<ContractScorecard> OfContractAsync(Contract? contract, IEnumerable<CommitmentFacts> commitments, CompanyFacts facts, CancellationToken token)
    {
        var cards = new List<Scorecard>();
        foreach (var commitment in commitments)
        {
            cards.Add(await OfAsync(commitment, facts, token));
        }

        var current = MonthNumber.Of(clock.GetCurrentInstant().InZone(facts.Zone).Date.ToDateOnly());
        return new ContractScorecard(contract, facts.Providers.FirstOrDefault(row => row.Id == contract?.ProviderId)?.Name, cards, current);
    }

    private async Task<Scorecard> OfAsync(CommitmentFacts commitment, CompanyFacts facts, CancellationToken token)
    {
        var card = commitment.IsClock
            ? OfCases(commitment, await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token), facts)
            : OfSchedule(commitment, facts);
        return card with { Contract = ContractOf(commitment, facts) };
    }

    private static Contract? ContractOf(CommitmentFacts commitment, CompanyFacts facts) => facts.Contracts.FirstOrDefault(row => row.Id == commitment.Row.ContractId);

    private Scorecard OfSchedule(CommitmentFacts commitment, CompanyFacts facts)
    {
        var now = clock.GetCurrentInstant();
        var last = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var occurrences = new JudgeOccurrences(facts, now).Run(commitment, last - Months + 1, last);
        var tallies = new Dictionary<int, Tally>();
        foreach (var item in occurrences)
        {
            Of(tallies, item.Month).Add(item);
        }

        return Build(commitment, last, tallies, null, null, occurrences);
    }

    // The last months that the source tells of: a log of years ago is read as of then.
    private Scorecard OfCases(CommitmentFacts commitment, MeasuredCases measured, CompanyFacts facts)
    {
        var until = measured.KnownUntil ?? clock.GetCurrentInstant();
        var last = MonthNumber.Of(until.InZone(facts.Zone).Date.ToDateOnly());
        var pace = measured.PaceBetween(last - Months + 1, last);
        return Build(commitment, last, measured.ByMonth, pace, measured.KnownUntil, []);
    }

    private static Scorecard Build(
        CommitmentFacts commitment, int last, IReadOnlyDictionary<int, Tally> tallies, Pace? pace, Instant? knownUntil, IReadOnlyList<JudgedOccurrence> occurrences)
    {
        var months = Enumerable.Range(last - Months + 1, Months).Select(number => new ScorecardMonth(number, tallies.GetValueOrDefault(number) ?? new Tally())).ToList();
        var whole = new Tally();
        foreach (var month in months)
        {
            whole.Add(month.Tally);
        }

        return new Scorecard(commitment, months, whole, pace, knownUntil, occurrences);
    }

    private static Tally Of(Dictionary<int, Tally> tallies, int month)
    {
        if (!tallies.TryGetValue(month, out var tally))
        {
            tallies[month] = tally = new Tally();
        }

        return tally;
    }
}
