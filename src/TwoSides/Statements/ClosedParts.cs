using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.TwoSides.Statements;

/// <summary>What a closed month says, in the words that were not erased.</summary>
internal static class ClosedParts
{
    public static IReadOnlyList<StatementPart> Of(ClosedStatement closed, MonthStatement row, CompanyFacts facts)
    {
        var clear = StatementFile.ReadClear(row.Clear!);
        var parts = new List<StatementPart>();
        foreach (var (commitment, result) in closed.Statement.Commitments.Zip(closed.Results.Commitments))
        {
            if (result.Totals is { } totals)
            {
                parts.Add(Part(commitment, result, totals, clear, facts.Find(commitment.Id)));
            }
        }

        return parts;
    }

    public static IReadOnlyList<ShownChange> Changes(ClosedStatement closed, MonthStatement row, CompanyFacts facts)
    {
        if (closed.Statement.Corrects is not { } corrects)
        {
            return [];
        }

        var clear = StatementFile.ReadClear(row.Clear!);
        var names = closed.Statement.Commitments.SelectMany(
            commitment => commitment.Obligations.Select(item => (Key: new ObligationKey(commitment.Id, item.Key), item.Name)))
            .DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => item.Name);
        return
        [
            .. corrects.Changes.Select(change => new ShownChange(
                facts.Find(change.Commitment)?.Name ?? "",
                names.GetValueOrDefault(new(change.Commitment, change.Obligation)) is { } name ? Text(clear, name)
                    : StatementWords.Name(change.Obligation),
                change.Was,
                change.Now,
                change.File is null ? null : Text(clear, change.File))),
        ];
    }

    // What is counted has the words of the commitment as it is now; an archived one has none any more.
    private static StatementPart Part(
        StatedCommitment commitment, CommitmentResult result, StatementTotals totals, IReadOnlyDictionary<string, ClearText> clear,
            CommitmentFacts? now)
    {
        var version = commitment.Versions[^1];
        return new StatementPart(
            commitment.Id, Text(clear, commitment.Name), commitment.Performer, version.TargetPercent, version.IsAgreed,
            now is null ? Texts.Tally_DueDate : CommitmentSentence.UnitWord(now.Newest.UnitOne),
            now is null ? Texts.Tally_DueDates : CommitmentSentence.UnitWord(now.Newest.UnitMany),
            [.. commitment.Obligations.Zip(result.Obligations, (item, judged) => Line(commitment.Id, item, judged, clear))])
        {
            Counted = totals.Counted,
            Earlier = totals.Earlier,
            Open = totals.Open,
        };
    }

    private static StatementLine Line(
        Guid commitmentId, StatedObligation item, in ObligationResult judged, IReadOnlyDictionary<string, ClearText> clear) => new(
        commitmentId, item.Key, item.Name is { } name ? Text(clear, name) : StatementWords.Name(item.Key), judged.Month, judged.Place,
        judged.Declared, judged.Standing, judged.Delay, judged.IsDisputed, judged.Due is { } due ? EventTime.At(due) : null, judged.Stop);

    private static string Text(IReadOnlyDictionary<string, ClearText> clear, string digest) =>
        clear.TryGetValue(digest, out var text) ? text.Text : Texts.Statement_Erased;
}
