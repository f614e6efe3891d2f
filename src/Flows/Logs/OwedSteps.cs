using Pupitre.Flows.Doers;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Flows.Logs;

/// <summary>A version of a commitment that is measured on a source, with who owes it.</summary>
internal sealed record OwedRule(Guid CommitmentId, Party Performer, DateOnly EffectiveFrom, int Number, string RuleJson);

/// <summary>
/// Which steps the commitments measured on a source owe, and who: what stops the clock is the act of whoever owes it, and what ends a pause
/// that of whom it waits on.
/// </summary>
internal static class OwedSteps
{
    public static IReadOnlyDictionary<string, Doer> Of(IEnumerable<OwedRule> versions)
    {
        var owed = versions.GroupBy(row => row.CommitmentId).Select(group => group.OrderBy(row => row.EffectiveFrom).ThenBy(row => row.Number).Last()).SelectMany(Steps);
        return owed.GroupBy(step => step.Activity, StringComparer.Ordinal).Where(step => step.Select(one => one.Doer).Distinct().Count() == 1)
            .ToDictionary(step => step.Key, step => step.First().Doer, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Activity, Doer Doer)> Steps(OwedRule version)
    {
        if (CommitmentRule.Parse(version.RuleJson).Clock is not { } clock)
        {
            return [];
        }

        var stops = Activities(clock.Stop).Select(activity => (activity, DoerOf(version.Performer)));
        return clock.Pause is { To: { } to } pause ? stops.Concat(Activities(to).Select(activity => (activity, DoerOf(pause.WaitsOn)))) : stops;
    }

    // A step is named after its activity: where more than that decides whether it counts, another event of the same step may be another's act.
    private static IEnumerable<string> Activities(EventPattern pattern) =>
        pattern.Alternatives.Where(alternative => alternative.Parts is [{ Name: EventPattern.ActivityName }]).SelectMany(alternative => alternative.Parts[0].Values);

    private static Doer DoerOf(Party party) => party switch
    {
        Party.Company => Doer.Company,
        Party.Provider => Doer.Provider,
        _ => Doer.ThirdParty,
    };
}
