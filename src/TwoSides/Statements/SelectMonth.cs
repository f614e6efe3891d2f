using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.TwoSides.Statements;

/// <summary>Finds what belongs to a month of a contract, as it is measured now.</summary>
internal sealed class SelectMonth(ReadCompanyFacts readFacts, MeasureCommitment measure)
{
    public async Task<MonthSelection> RunAsync(Guid contractId, int month, MonthKeys keys, Instant now, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var judge = new JudgeOccurrences(facts, now);
        var commitments = new List<SelectedCommitment>();
        foreach (var commitment in facts.Commitments.Where(item => item.Row.ContractId == contractId))
        {
            var cases = commitment.Terms.Versions.Any(version => version.Rule.Clock is not null)
                ? Cases(commitment, await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token), month, keys)
                : [];
            commitments.Add(new SelectedCommitment(commitment, Occurrences(judge, commitment, month, keys), cases));
        }

        return new MonthSelection(facts, commitments);
    }

    private static List<JudgedOccurrence> Occurrences(JudgeOccurrences judge, CommitmentFacts commitment, int month, MonthKeys keys)
    {
        // What is not yet proven is in no base and on no statement, until somebody places something or says that nothing will come.
        var own = judge.Run(commitment, month, month).Where(item => keys.Holds(commitment.Id, item.Key, isOfMonth: true));
        var others = keys.Wanted.Where(key => key.Commitment == commitment.Id).Select(key => judge.One(commitment, key.Key))
            .OfType<JudgedOccurrence>();
        return [.. own.Concat(others).DistinctBy(item => item.Key).Where(item => item.Standing != Standing.NotYetProven)
            .OrderBy(item => item.Declared.Due)];
    }

    private static List<CaseObligation> Cases(CommitmentFacts commitment, MeasuredCases measured, int month, MonthKeys keys) =>
    [
        .. measured.Cases.Where(item => item.Month == month || keys.Wanted.Count > 0)
            .Where(item => keys.Holds(commitment.Id, DelayCorrection.KeyOf(item.CaseKey), item.Month == month)),
    ];
}

/// <summary>What belongs to a month besides what bears its date.</summary>
/// <param name="Wanted">Belongs to it wherever its date lies: what was open at the closing of an earlier month; what a correction
/// corrects.</param>
/// <param name="Elsewhere">Stands in another statement already.</param>
internal sealed record MonthKeys(IReadOnlySet<ObligationKey> Wanted, IReadOnlySet<ObligationKey> Elsewhere)
{
    public static MonthKeys None { get; } = new(new HashSet<ObligationKey>(), new HashSet<ObligationKey>());

    public bool Holds(Guid commitment, string key, bool isOfMonth) =>
        Wanted.Contains(new(commitment, key)) || (isOfMonth && !Elsewhere.Contains(new(commitment, key)));
}

/// <summary>An obligation by its commitment and key.</summary>
internal readonly record struct ObligationKey(Guid Commitment, string Key);

/// <summary>What belongs to a month of a contract.</summary>
internal sealed record MonthSelection(CompanyFacts Facts, IReadOnlyList<SelectedCommitment> Commitments);

/// <summary>What of it one commitment has.</summary>
internal sealed record SelectedCommitment(
    CommitmentFacts Commitment, IReadOnlyList<JudgedOccurrence> Occurrences, IReadOnlyList<CaseObligation> Cases);
