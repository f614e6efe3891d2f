using System.Globalization;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Deciding.Decisions;

/// <summary>Decisions in the reader's language.</summary>
internal static class DecisionWords
{
    private const decimal Percent = 100m;

    public static IReadOnlyList<Choice> States =>
        [.. Enum.GetValues<DecisionState>().Select(state => new Choice(state.ToString(), Of(state)))];

    /// <summary>What can be decided: everything but to leave it open.</summary>
    public static IReadOnlyList<Choice> Chosen => [.. VerdictWords.Kinds.Where(choice => choice.Value != nameof(VerdictKind.Undecided))];

    public static string Of(DecisionState state) => state switch
    {
        DecisionState.ToDecide => Texts.Decision_ToDecide,
        DecisionState.Decided => Texts.Decision_Decided,
        _ => Texts.Decision_ToDiagnose,
    };

    public static string Of(DecisionLine line) => line.Chosen is { } chosen
        ? Texts.Decision_ChosenOn.With(VerdictWords.Of(chosen), Moments.Short(line.DecidedOn!.Value))
        : Of(line.State);

    /// <summary>Whether what was chosen is what the diagnosis said.</summary>
    public static string Follows(VerdictKind chosen, FrozenBasis basis) => chosen == basis.Verdict
        ? Texts.Decision_Follows.With(VerdictWords.Of(basis.Verdict).ToLower(CultureInfo.CurrentCulture))
        : basis.Verdict == VerdictKind.Undecided ? Texts.Decision_WasUndecided
        : Texts.Decision_Departs.With(VerdictWords.Of(basis.Verdict).ToLower(CultureInfo.CurrentCulture));

    public static string Means(FrozenBasis basis) => string.Join(" · ", basis.Means.Select(mean =>
        Texts.Diagnosis_WayMean.With(VerdictWords.Of(mean.Way), VerdictWords.Mean(mean))));

    public static string Of(FrozenSaving? saving) => saving is null ? Texts.Saving_Unknown
        : Texts.Saving_Range.With(Whole(saving.Low), Whole(saving.High));

    private static string Whole(decimal amount) => amount.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"Volume d’une année : 1 404 / 1 560 / 1 716": an assumption.</summary>
    public static string Of(FrozenFigure figure) =>
        Texts.Decision_Figure.With(CostWords.Of(figure.Input), Estimate.Of(figure.Low, figure.Likely, figure.High)
            .Write(CultureInfo.CurrentCulture));

    /// <summary>What was assumed beside what the map says today, one line for each figure.</summary>
    public static IReadOnlyList<Assumption> Compared(FrozenMap then, FrozenMap now) =>
    [
        new(Texts.Cost_Volume, then.YearlyVolume, now.YearlyVolume),
        new(Texts.Cost_Minutes, then.MinutesEach, now.MinutesEach),
        new(Texts.Cost_Hour, then.CostPerHour, now.CostPerHour),
        new(Texts.Cost_ErrorPercent, then.ErrorPercent, now.ErrorPercent),
        new(Texts.Cost_ErrorCost, then.ErrorCost, now.ErrorCost),
    ];

    public static string Of(decimal? figure) => figure?.ToString("#,0.##", CultureInfo.CurrentCulture) ?? Texts.Criterion_Unknown;

    /// <summary>"+ 12 %", "pareil", or a dash where one of the two is unknown.</summary>
    public static string Change(Assumption assumption)
    {
        if (assumption is not { Then: { } then, Now: { } now })
        {
            return "—";
        }

        return then == now ? Texts.Decision_Same
            : then == 0 ? "—"
            : Texts.Decision_Change.With(decimal.Round((now - then) / then * Percent).ToString("+#,0;−#,0;0", CultureInfo.CurrentCulture));
    }
}

/// <summary>A figure that a decision stood on, and the same today.</summary>
internal sealed record Assumption(string Name, decimal? Then, decimal? Now);
