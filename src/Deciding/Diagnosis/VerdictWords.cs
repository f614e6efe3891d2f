using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>Verdicts in the reader's language.</summary>
internal static class VerdictWords
{
    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<VerdictKind>().Select(kind => new Choice(kind.ToString(), Of(kind)))];

    public static IReadOnlyList<Choice> Objectives =>
        [.. Enum.GetValues<Objective>().Select(value => new Choice(value.ToString(), Of(value)))];

    public static IReadOnlyList<Choice> Controls =>
        [.. Enum.GetValues<ControlLevel>().Select(value => new Choice(value.ToString(), Of(value)))];

    public static string Of(VerdictKind kind) => kind switch
    {
        VerdictKind.Drop => Texts.Verdict_Drop,
        VerdictKind.FixFirst => Texts.Verdict_FixFirst,
        VerdictKind.Keep => Texts.Verdict_Keep,
        VerdictKind.Automate => Texts.Verdict_Automate,
        VerdictKind.Outsource => Texts.Verdict_Outsource,
        _ => Texts.Verdict_Undecided,
    };

    public static string Of(Way way) => Of(Diagnose.KindOf(way));

    public static string Of(FixReason reason) => reason switch
    {
        FixReason.NoTarget => Texts.Fix_NoTarget,
        FixReason.ErrorRateUnknown => Texts.Fix_ErrorRate,
        FixReason.DependencyUnknown => Texts.Fix_Dependency,
        _ => Texts.Fix_Errors,
    };

    public static string Of(Objective objective) => objective switch
    {
        Objective.Performance => Texts.Objective_Performance,
        Objective.Cost => Texts.Objective_Cost,
        _ => Texts.Objective_Continuity,
    };

    public static string Of(ControlLevel control) => control switch
    {
        ControlLevel.Results => Texts.Control_Results,
        ControlLevel.Sample => Texts.Control_Sample,
        ControlLevel.Validation => Texts.Control_Validation,
        _ => Texts.Control_Steps,
    };

    /// <summary>The verdict and its reason, in a sentence or two.</summary>
    public static string Sentence(Verdict verdict) => verdict.Kind switch
    {
        VerdictKind.Drop => Texts.Diagnosis_Drop,
        VerdictKind.FixFirst => Texts.Diagnosis_FixFirst.With(string.Join(", ", verdict.ToFix.Select(Of))) + " " + After(verdict),
        VerdictKind.Undecided => Undecided(verdict),
        _ => Texts.Diagnosis_Leads.With(Of(verdict.Kind), Mean(verdict.Of(verdict.Contenders[0])), Texts.Diagnosis_Next.With(
            string.Join(", ", verdict.Means.Where(mean => mean.Way != verdict.Contenders[0])
                .Select(mean => Texts.Diagnosis_WayMean.With(Of(mean.Way).ToLower(CultureInfo.CurrentCulture), Mean(mean)))))),
    };

    /// <summary>The same, and how firmly a way that leads does so: what one point of one criterion would change is no certainty.</summary>
    public static string Sentence(Verdict verdict, IReadOnlyList<Turn> turns)
    {
        if (verdict.Kind is not (VerdictKind.Keep or VerdictKind.Automate or VerdictKind.Outsource))
        {
            return Sentence(verdict);
        }

        var close = Names(turns.Where(turn => turn.From is { } from && Math.Abs(turn.To - from) == 1));
        var open = Names(turns.Where(turn => turn.From is null));
        string?[] said =
        [
            Sentence(verdict),
            close.Length > 0 ? Texts.Diagnosis_Fragile.With(close) : null,
            open.Length > 0 ? Texts.Diagnosis_Open.With(open) : null,
            close.Length + open.Length == 0 ? Texts.Diagnosis_Firm : null,
        ];
        return string.Join(' ', said.OfType<string>());
    }

    private static string Names(IEnumerable<Turn> turns) => string.Join(
        ", ", turns.Select(turn => CriterionWords.Of(turn.Criterion).ToLower(CultureInfo.CurrentCulture)).Distinct());

    /// <summary>"62,5" or "de 40 à 70".</summary>
    public static string Mean(MeanRange mean) =>
        mean.IsPoint ? Points(mean.Low) : Texts.Diagnosis_Range.With(Points(mean.Low), Points(mean.High));

    /// <summary>What one criterion gives to a mean; a dash where it says nothing of that way.</summary>
    public static string Of(Contribution? contribution) => contribution is null ? "—"
        : contribution.Low == contribution.High ? Points(contribution.Low)
        : Texts.Diagnosis_Range.With(Points(contribution.Low), Points(contribution.High));

    /// <summary>"Standardisation : 2 au lieu de 4 → garder".</summary>
    public static string Of(Turn turn) => turn.From is { } from
        ? Texts.Diagnosis_Turn.With(CriterionWords.Of(turn.Criterion), turn.To, from)
        : Texts.Diagnosis_TurnKnown.With(CriterionWords.Of(turn.Criterion), turn.To);

    private static string After(Verdict verdict) => verdict.Lead == VerdictKind.Undecided
        ? Texts.Diagnosis_ThenUndecided
        : Texts.Diagnosis_Then.With(Of(verdict.Lead).ToLower(CultureInfo.CurrentCulture));

    private static string Undecided(Verdict verdict)
    {
        var between = string.Join(", ", verdict.Contenders.Select(way => Of(way).ToLower(CultureInfo.CurrentCulture)));
        return verdict.Missing.Count > 0
            ? Texts.Diagnosis_Missing.With(between, string.Join(", ", verdict.Missing.Select(CriterionWords.Of)
                .Select(name => name.ToLower(CultureInfo.CurrentCulture))))
            : Texts.Diagnosis_TooClose.With(between, Diagnose.LeadPoints);
    }

    private static string Points(decimal points) => points.ToString("0.#", CultureInfo.CurrentCulture);
}
