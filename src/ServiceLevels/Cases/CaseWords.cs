using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>What lists and pages of cases say.</summary>
public static class CaseWords
{
    public static IReadOnlyList<Choice> Outcomes =>
    [
        new(nameof(Standing.KeptProven), Texts.Standing_Proven), new(nameof(Standing.KeptByCompany), Texts.Standing_Company), new(nameof(Standing.KeptByProvider), Texts.Standing_Provider),
        new(nameof(Standing.Late), Texts.Outcome_Missed), new(nameof(Standing.LateByCompany), Texts.Standing_LateByCompany), new(nameof(Standing.LateByProvider), Texts.Standing_LateByProvider),
        new(nameof(Standing.Undated), Texts.Outcome_Undated), new(nameof(Standing.NoTrace), Texts.Standing_NoTrace), new(nameof(Standing.Imprecise), Texts.Outcome_Imprecise),
        new(nameof(Standing.Open), Texts.Outcome_Pending), new(nameof(Standing.Outside), Texts.Outcome_Cancelled),
    ];

    public static IReadOnlyList<Choice> Differences =>
        [new(CaseFilter.Differing, Texts.Case_OnlyDiffering), new(CaseFilter.InDispute, Texts.Dispute_Only)];

    public static Mark MarkOf(in CaseObligation item) => item.Standing switch
    {
        Standing.KeptProven => Mark.Proven,
        Standing.KeptByCompany => Mark.Company,
        Standing.KeptByProvider => Mark.Provider,
        Standing.Late => Mark.Late,
        Standing.LateByCompany => Mark.LateByCompany,
        Standing.LateByProvider => Mark.LateByProvider,
        Standing.Undated => Mark.Undated,
        Standing.NoTrace => Mark.NoTrace,
        Standing.Imprecise => Mark.Imprecise,
        Standing.Outside => Mark.Outside,
        _ => item.Declared.Outcome == Outcome.AtRisk ? Mark.DueSoon : Mark.NotDue,
    };

    /// <summary>The standing, or for an open case what it is waiting for.</summary>
    public static string Said(in CaseObligation item) => item.Standing == Standing.Open ? item.Declared.Outcome.Text() : item.Standing.Text(item.Delay);
}
