using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>What a contract amounts to: the commitments of both sides, each with its months, and each side as a whole.</summary>
/// <param name="Contract">Null for commitments that stand in no contract, or are those of a provider or a process.</param>
/// <param name="Cards">Scorecards of its commitments, by domain and name.</param>
/// <param name="Current">Number of the current month: what is summed over commitments covers the twelve months until it, and no other.</param>
public sealed record ContractScorecard(Contract? Contract, string? Provider, IReadOnlyList<Scorecard> Cards, int Current)
{
    /// <summary>Commitments whose sources tell only of other months; their own scorecards say which.</summary>
    public IReadOnlyList<Scorecard> Elsewhere => [.. Cards.Where(card => card.Whole.All > 0 && !card.Months.Any(month => IsSummed(month) && month.Tally.All > 0))];

    /// <summary>How many commitments are followed in the months that are summed, and not only in others.</summary>
    public static int FollowedIn(IReadOnlyCollection<ContractScorecard> all) => all.Sum(item => item.Cards.Count - item.Elsewhere.Count);

    /// <summary>The months that are summed, of some commitments.</summary>
    public IEnumerable<ScorecardMonth> SummedOf(Func<Scorecard, bool> isWanted) => Cards.Where(isWanted).SelectMany(card => card.Months).Where(IsSummed);

    private bool IsSummed(ScorecardMonth month) => month.Number > Current - ReadScorecard.Months && month.Number <= Current;

    /// <summary>What the provider and third parties owe.</summary>
    public ContractSide Theirs => field ??= SideOf(owedByCompany: false);

    /// <summary>What the company owes.</summary>
    public ContractSide Ours => field ??= SideOf(owedByCompany: true);

    // Due dates are summed; invoices and questions are no sum with those, and an invoice that two commitments count is two things.
    private ContractSide SideOf(bool owedByCompany) => new([
        .. Cards.Where(card => card.Commitment.Row.Performer == Party.Company == owedByCompany).GroupBy(card => card.IsClock ? card : null)
            .Select(kind => KindOf(kind.Key?.Commitment, kind)).Where(kind => kind.Whole.Due > 0).OrderBy(kind => kind.Commitment is not null),
    ]);

    private SideKind KindOf(CommitmentFacts? commitment, IEnumerable<Scorecard> cards)
    {
        var (whole, months) = (new Tally(), new SortedDictionary<int, Tally>());
        foreach (var month in cards.SelectMany(card => card.Months).Where(IsSummed))
        {
            whole.Add(month.Tally);
            if (!months.TryGetValue(month.Number, out var tally))
            {
                months[month.Number] = tally = new Tally();
            }

            tally.Add(month.Tally);
        }

        return new SideKind(
            commitment?.Name,
            commitment is null ? Texts.Tally_DueDate : CommitmentSentence.UnitWord(commitment.Newest.UnitOne),
            commitment is null ? Texts.Tally_DueDates : CommitmentSentence.UnitWord(commitment.Newest.UnitMany),
            whole,
            [.. months.Select(pair => new ScorecardMonth(pair.Key, pair.Value))]);
    }
}

/// <summary>One side of a contract, by what is counted.</summary>
/// <param name="Kinds">All due dates first, then each commitment that counts cases; those of which nothing was due are not there.</param>
public sealed record ContractSide(IReadOnlyList<SideKind> Kinds)
{
    /// <summary>What the side is known by in one line: its due dates; where it has none, its first commitment that counts cases.</summary>
    public SideKind? First => Kinds.Count > 0 ? Kinds[0] : null;
}

/// <summary>What a side owes of one kind.</summary>
/// <param name="Commitment">Name of the one commitment that counts cases; null for due dates.</param>
/// <param name="UnitOne">What is counted.</param>
/// <param name="UnitMany">The same in the plural.</param>
/// <param name="Months">Every month of its scorecards, oldest first.</param>
public sealed record SideKind(string? Commitment, string UnitOne, string UnitMany, Tally Whole, IReadOnlyList<ScorecardMonth> Months);
