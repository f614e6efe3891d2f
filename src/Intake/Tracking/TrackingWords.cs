using Pupitre.Kernel;

namespace Pupitre.Intake.Tracking;

/// <summary>What a reading would and would not change, in words.</summary>
internal static class TrackingWords
{
    public static string Changes(PlannedSeries one)
    {
        (CellFate Fate, string Words)[] all =
        [
            (CellFate.Dated, Texts.Fate_Dated), (CellFate.Done, Texts.Fate_Done), (CellFate.Placed, Texts.Fate_Placed), (CellFate.Filled, Texts.Fate_Filled), (CellFate.Future, Texts.Fate_Future),
            (CellFate.Odd, Texts.Fate_Odd), (CellFate.NoDueDate, Texts.Fate_NoDueDate), (CellFate.Unread, Texts.Fate_Unread),
        ];
        var words = all.Select(part => (Count: one.Count(part.Fate), part.Words)).Where(part => part.Count > 0).Select(part => part.Words.With(part.Count)).ToList();
        return words.Count > 0 ? string.Join(" · ", words) : one.Commitment is null ? Texts.Fate_NotTaken : Texts.Fate_NothingThere;
    }
}
