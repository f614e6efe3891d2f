using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.TwoSides.Statements;

/// <summary>What a closed month says otherwise than what is measured now. Pure.</summary>
internal static class MonthChanges
{
    /// <summary>The obligations that came out otherwise, and those that the closed month did not know.</summary>
    public static IReadOnlyList<StatedChange> Between(ClosedStatement closed, Statement now)
    {
        var changes = new List<StatedChange>();
        foreach (var (key, result) in new ClosedStatement(now, new JudgeStatement(now).Run()).Said.Where(
            pair => pair.Value.Place != Place.Carried))
        {
            var was = closed.Said.TryGetValue(key, out var said) && said.Place != Place.Carried ? said : (ObligationResult?)null;
            if (was is null ? result.Place != Place.Open : was.Value.Standing != result.Standing || was.Value.Delay != result.Delay)
            {
                changes.Add(new StatedChange(key.Commitment, key.Key, was?.Standing, result.Standing, null));
            }
        }

        return changes;
    }

    /// <summary>The file that was placed last on a changed due date; null for a case, or without a file.</summary>
    public static Guid? FileOf(StatedChange change, BuiltStatement built) => built.Selection.Commitments
        .Where(item => item.Commitment.Id == change.Commitment).SelectMany(item => item.Occurrences)
            .Where(item => item.Key == change.Obligation)
        .SelectMany(item => item.Proofs).Where(proof => proof.FileId is not null).MaxBy(proof => proof.PlacedAt)?.FileId;

    /// <summary>Whether a month is measured otherwise now than it was closed: a closing is computed in full, this only looks.</summary>
    public static IReadOnlyList<StatedChange> Between(ClosedStatement closed, MonthSelection now)
    {
        var changes = new List<StatedChange>();
        foreach (var (key, standing, delay) in LiveOf(now))
        {
            var was = closed.Said.TryGetValue(key, out var said) && said.Place != Place.Carried ? said : (ObligationResult?)null;
            if (was is null ? standing != Standing.Open : was.Value.Standing != standing || was.Value.Delay != delay)
            {
                changes.Add(new StatedChange(key.Commitment, key.Key, was?.Standing, standing, null));
            }
        }

        return changes;
    }

    private static IEnumerable<(ObligationKey Key, Standing Standing, Imputation? Delay)> LiveOf(MonthSelection now) =>
        now.Commitments.SelectMany(commitment =>
        commitment.Occurrences.Select(
            item => (new ObligationKey(commitment.Commitment.Id, item.Key), item.Standing, item.Delay?.Imputation))
            .Concat(commitment.Cases.Select(
                item => (new ObligationKey(commitment.Commitment.Id, DelayCorrection.KeyOf(item.CaseKey)), item.Standing, item.Delay))));
}
