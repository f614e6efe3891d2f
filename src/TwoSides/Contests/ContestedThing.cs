using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.TwoSides.Contests;

/// <summary>A due date or a case that can be contested, with how it came out.</summary>
/// <param name="Name">The period, or the name of the case.</param>
/// <param name="Standing">How it came out, with what both sides may have agreed before.</param>
/// <param name="Delay">Whose delay it is, when it was not kept.</param>
/// <param name="Month">Number of the month under which it is counted.</param>
/// <param name="Disputed">What one side says that it should read; null while nobody contests it.</param>
public sealed record ContestedThing(
    CommitmentFacts Commitment, Contested Key, string Name, Standing Standing, Imputation? Delay, int Month, DisputeWish? Disputed)
{
    /// <summary>Only what has come out can be contested, and only where there is another side.</summary>
    public bool CanBeContested => Commitment.Row.ProviderId is not null && Disputed is null && Wishes.Count > 0;

    /// <summary>What somebody can wish: what would change something.</summary>
    public IReadOnlyList<DisputeWish> Wishes => Standing is Standing.Open or Standing.Outside ? []
        : [.. Enum.GetValues<DisputeWish>().Where(WouldChange)];

    /// <summary>Where the company reads it, below its address.</summary>
    public string Path => DelayCorrection.CaseOf(Key.Obligation) is { } number
        ? $"scorecards/{Key.CommitmentId}/cases/{number}"
        : $"due-dates/{Key.CommitmentId}/{Key.Obligation}";

    internal static ContestedThing Of(JudgedOccurrence item) => new(
        item.Commitment, new Contested(item.Commitment.Id, item.Key), PeriodWords.Of(item.Occurrence.Period), item.Standing,
        item.Delay?.Imputation, item.Month, item.Disputed);

    internal static ContestedThing Of(CommitmentFacts commitment, in CaseObligation item) => new(
        commitment, new Contested(commitment.Id, DelayCorrection.KeyOf(item.CaseKey)), item.Case, item.Standing, item.Delay, item.Month,
        item.Disputed);

    private bool WouldChange(DisputeWish wish) => wish switch
    {
        DisputeWish.OnTime => Standing != Standing.KeptProven,
        DisputeWish.Late => Standing != Standing.Late,
        DisputeWish.NotOwed => Standing != Standing.Waived,
        _ => (Standing.IsLate() || Standing == Standing.NoTrace) && wish.Delay() != Delay,
    };
}

/// <summary>Finds what can be contested by its key.</summary>
public sealed class FindContested(ReadCompanyFacts readFacts, MeasureCommitment measure, IClock clock)
{
    /// <returns>Null when the commitment has nothing of that key, or is measured no more.</returns>
    public async Task<ContestedThing?> RunAsync(Contested key, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        if (facts.Find(key.CommitmentId) is not { } commitment)
        {
            return null;
        }

        if (!commitment.IsClock)
        {
            return new JudgeOccurrences(facts, clock.GetCurrentInstant()).One(commitment, key.Obligation) is { } item
                ? ContestedThing.Of(item) : null;
        }

        if (DelayCorrection.CaseOf(key.Obligation) is not { } number)
        {
            return null;
        }

        var measured = await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token);
        var found = measured.Cases.FirstOrDefault(row => row.CaseKey == number);
        return found.Case is null ? null : ContestedThing.Of(commitment, found);
    }

    /// <summary>All of these that can still be found, by key.</summary>
    public async Task<IReadOnlyDictionary<Contested, ContestedThing>> AllAsync(IReadOnlyCollection<Contested> keys, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var judge = new JudgeOccurrences(facts, clock.GetCurrentInstant());
        var found = new Dictionary<Contested, ContestedThing>();
        foreach (var group in keys.Distinct().GroupBy(key => key.CommitmentId))
        {
            if (facts.Find(group.Key) is not { } commitment)
            {
                continue;
            }

            if (commitment.IsClock)
            {
                await AddCasesAsync(found, commitment, [.. group], facts.Stamp.Evidence, token);
                continue;
            }

            foreach (var item in group.Select(key => judge.One(commitment, key.Obligation)).OfType<JudgedOccurrence>())
            {
                found[new Contested(commitment.Id, item.Key)] = ContestedThing.Of(item);
            }
        }

        return found;
    }

    private async Task AddCasesAsync(
        Dictionary<Contested, ContestedThing> found, CommitmentFacts commitment, IReadOnlyList<Contested> keys, string evidence,
            CancellationToken token)
    {
        var wanted = keys.Select(key => DelayCorrection.CaseOf(key.Obligation)).OfType<long>().ToHashSet();
        var measured = await measure.RunAsync(commitment.Terms, evidence, token);
        foreach (var item in measured.Cases.Where(item => wanted.Contains(item.CaseKey)))
        {
            found[new Contested(commitment.Id, DelayCorrection.KeyOf(item.CaseKey))] = ContestedThing.Of(commitment, item);
        }
    }
}
