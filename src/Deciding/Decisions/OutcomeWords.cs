using System.Globalization;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;
using Pupitre.Processes.Facts;

namespace Pupitre.Deciding.Decisions;

/// <summary>What became of a decision, in the reader's language: what is known today beside what it stood on.</summary>
internal static class OutcomeWords
{
    private const decimal Percent = 100m;

    /// <summary>Which figures of the map have changed since, and which nobody knows.</summary>
    public static string Since(IReadOnlyList<Assumption> assumptions)
    {
        var changed = assumptions.Where(one => one is { Then: not null, Now: not null } && one.Then != one.Now).Select(Changed).ToList();
        var unknown = assumptions.Where(one => one.Then is null || one.Now is null).Select(one => Small(one.Name)).ToList();
        var text = changed.Count > 0 ? Texts.Outcome_Changed.With(string.Join(", ", changed))
            : unknown.Count == assumptions.Count ? "" : Texts.Outcome_Same;
        return unknown.Count == 0 ? text : (text + " " + Texts.Outcome_Unknown.With(string.Join(", ", unknown))).Trim();
    }

    /// <summary>Who does it today, and whether that is what was decided.</summary>
    public static string Providers(VerdictKind chosen, ProcessFact fact)
    {
        var names = string.Join(", ", fact.Providers.Select(provider => provider.Name));
        return (fact.Providers.Count > 0, chosen) switch
        {
            (true, VerdictKind.Outsource) => Texts.Outcome_Handed.With(names),
            (true, VerdictKind.Keep or VerdictKind.Drop) => Texts.Outcome_HandedAllTheSame.With(names),
            (true, _) => Texts.Outcome_DoneBy.With(names),
            (false, VerdictKind.Outsource) => Texts.Outcome_NotHanded,
            _ => Texts.Outcome_NoProvider,
        };
    }

    public static string Kept(ProcessFact fact) => fact.Kept.Count == 0 ? Texts.Outcome_KeptUnknown
        : string.Join(" · ", fact.Kept.Select(rate => Texts.Outcome_Kept.With(
            rate.Kept.ToString("N0", CultureInfo.CurrentCulture), rate.Base.ToString("N0", CultureInfo.CurrentCulture), rate.UnitMany)));

    /// <summary>How often a step was done again, beside the errors that the decision reckoned with.</summary>
    public static string Rework(FrozenDecision frozen, ProcessFact fact)
    {
        if (fact.Flow is not { } flow)
        {
            return Texts.Outcome_FlowUnknown;
        }

        var text = Texts.Outcome_Rework.With(
            flow.Repeated.ToString("N0", CultureInfo.CurrentCulture), flow.Cases.ToString("N0", CultureInfo.CurrentCulture),
            DecisionWords.Of(decimal.Round(flow.Repeated * Percent / flow.Cases, 1)));
        return text + " "
            + (Reckoned(frozen) is { } errors ? Texts.Outcome_Reckoned.With(DecisionWords.Of(errors)) : Texts.Outcome_NotReckoned);
    }

    public static string Waits(ProcessFact fact) => fact.Flow is not { } flow ? Texts.Outcome_FlowUnknown
        : flow.Waits.Count == 0 ? Texts.Outcome_NoTime
        : string.Join(" · ", flow.Waits.Select(wait => Texts.Outcome_Wait.With(
            wait.Party ?? Texts.Outcome_Nobody, wait.Percent.ToString("0.#", CultureInfo.CurrentCulture))));

    // What the chosen offer promised, else what the map said.
    private static decimal? Reckoned(FrozenDecision frozen) =>
        frozen.Basis.Offers.FirstOrDefault(offer => offer.Name == frozen.Offer)?.Figures
            .FirstOrDefault(figure => figure.Input == CostInput.ErrorPercentThen)?.Likely ?? frozen.Basis.Map.ErrorPercent;

    private static string Changed(Assumption one) => Texts.Outcome_Figure.With(
        Small(one.Name),
        one.Then == 0 ? Texts.Outcome_FromTo.With(DecisionWords.Of(one.Then), DecisionWords.Of(one.Now)) : DecisionWords.Change(one));

    private static string Small(string name) => char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..];
}
