using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Notices.Escalations;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>A wait that is open, and that rests on the word of the side that is not asked.</summary>
internal sealed record DeclaredWait(CommitmentFacts Commitment, RunningCase Case, Party AskedOf);

/// <summary>Finds the waits of running cases that one side alone declares: the other can say whether they are so.</summary>
internal sealed class ReadWaiting(ReadCompanyFacts readFacts, ReadRunningCases readCases, IClock clock)
{
    /// <summary>What a source tells that is not brought up to date any more is asked about no more.</summary>
    private static readonly Duration _fresh = Duration.FromDays(35);

    /// <param name="evenBefore">Whether those count as well that began before their commitment was entered here.</param>
    public async Task<(CompanyFacts Facts, IReadOnlyList<DeclaredWait> Waits, Instant Now)> RunAsync(
        bool evenBefore, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var (now, waits) = (clock.GetCurrentInstant(), new List<DeclaredWait>());
        var today = now.InZone(facts.Zone).Date.ToDateOnly();
        foreach (var commitment in facts.Commitments.Where(item => item.IsClock && item.Row.ProviderId is not null))
        {
            var cases = await readCases.RunAsync(commitment, facts.Stamp.Evidence, token);
            waits.AddRange(cases
                .Where(item => item is { Wait: not null, Disputed: null, IsUnmatched: false } && item.KnownUntil >= now - _fresh)
                .Where(item => evenBefore || item.Wait!.Since >= commitment.EnteredAt)
                .Select(item => AskedOf(item.Wait!) is { } side ? new DeclaredWait(commitment, item, side) : null).OfType<DeclaredWait>()
                .Where(item => item.AskedOf == Party.Company || VersionOf(item).HasConsequencesOn(today)));
        }

        // One event may pause the cases of several commitments: it is asked about once.
        return (facts, [.. waits.DistinctBy(item => item.Case.Wait!.EventId)], now);
    }

    // Whoever is waited for, as the other side alone says, is asked.
    private static Party? AskedOf(OpenWait wait) => (wait.Source, wait.WaitsOn) switch
    {
        (SourceClass.Provider, Party.Company) => Party.Company,
        (SourceClass.Company, Party.Provider) => Party.Provider,
        _ => null,
    };

    private static Sourcing.Commitments.CommitmentVersion VersionOf(DeclaredWait item) =>
        item.Commitment.Row.Versions.First(version => version.Id == item.Commitment.Terms.Versions[item.Case.Version].Id);
}
