using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>What the grid says besides its drawings.</summary>
public static class GridWords
{
    public static IReadOnlyList<(Mark Mark, string? Letter, string Text)> Legend =>
    [
        (Mark.Proven, null, Texts.Standing_Proven),
        (Mark.Company, null, Texts.Standing_Company),
        (Mark.Provider, null, Texts.Standing_Provider),
        (Mark.Late, Texts.Delay_ProviderLetter, Texts.Standing_Late.With(Imputation.Provider.Text())),
        (Mark.Late, Texts.Delay_CompanyLetter, Texts.Standing_Late.With(Imputation.Company.Text())),
        (Mark.Late, Texts.Delay_ThirdPartyLetter, Texts.Standing_Late.With(Imputation.ThirdParty.Text())),
        (Mark.Late, ((Imputation?)Imputation.Shared).Letter(), Texts.Standing_Late.With(Imputation.Shared.Text())),
        (Mark.Late, null, Texts.Standing_Late.With(Imputation.Undetermined.Text())),
        (Mark.LateByCompany, null, Texts.Standing_LateByCompany),
        (Mark.LateByProvider, null, Texts.Standing_LateByProvider),
        (Mark.Undated, null, Texts.Outcome_Undated),
        (Mark.NoTrace, null, Texts.Standing_NoTrace),
        (Mark.NotYetProven, null, Texts.Outcome_NotYetProven),
        (Mark.Imprecise, null, Texts.Outcome_Imprecise),
        (Mark.Waived, null, Texts.Outcome_Waived),
        (Mark.Outside, null, Texts.Outcome_Cancelled),
        (Mark.DueSoon, null, Texts.Mark_DueSoon),
        (Mark.NotDue, null, Texts.Mark_NotDue),
    ];

    /// <summary>The legend in two parts: what this grid draws, with the three drawings of a bar (true), and the others (false).</summary>
    internal static ILookup<bool, (Mark Mark, string? Letter, string Text)> LegendOf(GridView view)
    {
        var drawn = view.Rows.SelectMany(row => row.Cells).Where(cell => cell.Occurrence is not null)
            .Select(cell => (cell.Mark, cell.Mark == Mark.Late ? cell.Delay.Letter() : null)).ToHashSet();
        return Legend.ToLookup(item =>
            item.Mark is Mark.Proven or Mark.Company or Mark.Provider || drawn.Contains((item.Mark, item.Letter)));
    }

    /// <summary>Who owes it: us, the provider by name, a third party.</summary>
    public static string Performer(CommitmentFacts commitment) => commitment.Row.Performer switch
    {
        Party.Company => Texts.Party_Company,
        Party.Provider => commitment.Provider ?? Texts.Party_Provider,
        _ => Texts.Party_ThirdParty,
    };

    /// <summary>A cell in words: what, when, and how it stands.</summary>
    public static string Say(CommitmentFacts commitment, GridCell cell) =>
        Texts.Grid_CellLabel.With(commitment.Name, OccurrenceWords.Period(cell.Occurrence!), Moments.Short(cell.Due!.Value), State(cell));

    public static string State(GridCell cell) => cell.Mark switch
    {
        Mark.DueSoon => Texts.Mark_DueSoon,
        Mark.NotDue => Texts.Mark_NotDue,
        _ => cell.Occurrence!.Standing.Text(cell.Delay),
    };
}
