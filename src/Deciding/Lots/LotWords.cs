using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Processes;

namespace Pupitre.Deciding.Lots;

/// <summary>The order of lots in the reader's language.</summary>
internal static class LotWords
{
    public static IReadOnlyList<Choice> Shown =>
    [
        .. Enum.GetValues<LotKind>().Select(kind => new Choice(kind.ToString(), Of(kind))),
        new Choice("unplaced", Texts.Lot_ShowUnplaced),
        new Choice("out", Texts.Lot_ShowOut),
    ];

    public static IReadOnlyList<Choice> PartChoices => [.. Enum.GetValues<LotPart>().Select(part => new Choice(part.ToString(), Of(part)))];

    public static IReadOnlyList<Choice> Whens => [.. Enum.GetValues<LotWhen>().Select(when => new Choice(when.ToString(), Of(when)))];

    public static string Of(LotKind kind) => kind switch
    {
        LotKind.QuickWin => Texts.LotKind_Quick,
        LotKind.Heavy => Texts.LotKind_Heavy,
        _ => Texts.LotKind_Middle,
    };

    public static string Of(LotPart part) => part switch
    {
        LotPart.In => Texts.LotPart_In,
        LotPart.Out => Texts.LotPart_Out,
        _ => Texts.LotPart_AsDecided,
    };

    public static string Of(LotWhen when) => when switch
    {
        LotWhen.NotBefore => Texts.LotWhen_NotBefore,
        LotWhen.Fixed => Texts.LotWhen_Fixed,
        _ => Texts.LotWhen_Any,
    };

    public static string Value(LotValue value) => value.Euros is { } euros ? ProcessWords.Euros(euros) : Texts.Criterion_Unknown;

    public static string Source(LotValue value) => value.Source switch
    {
        LotValueSource.Offer => Texts.Lot_FromOffer.With(value.Offer ?? ""),
        LotValueSource.Dropped => Texts.Lot_FromDropped,
        LotValueSource.Errors => Texts.Lot_FromErrors,
        LotValueSource.AtStake => Texts.Lot_FromStake,
        _ => Texts.Lot_FromNothing,
    };

    public static string Source(LotLine line) => line.Choice?.Days is null ? Texts.Lot_DaysEstimated : Texts.Lot_DaysTyped;

    public static string Processes(int count) => count == 1 ? Texts.Lot_OneProcess : Texts.Lot_Processes.With(count);

    public static string Lots(int count) => count == 1 ? Texts.Lot_OneLot : Texts.Lot_Lots.With(count);

    /// <summary>"6 j".</summary>
    public static string Days(int days) => Texts.Lot_InDays.With(days.ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>"étapes (8) : 4 j · personnes (3) : 1,5 j".</summary>
    public static string Parts(LotEffort effort) => string.Join(" · ", effort.Parts.Select(part => Texts.Lot_Part.With(
        part.Part == LotEffortPart.Base ? Of(part.Part) : Texts.Lot_PartCount.With(Of(part.Part), part.Count),
        Texts.Lot_InDays.With(part.Days.ToString("0.#", CultureInfo.CurrentCulture)))));

    public static string Parts(LotRisk risk) => risk.Parts.Count == 0 ? Texts.Lot_NoRisk
        : string.Join(" · ", risk.Parts.Select(part => Texts.Lot_Part.With(Of(part.Part), part.Points)));

    /// <summary>"janvier 2027", or "de janvier 2027 à mars 2027".</summary>
    public static string Months(LotsView view, PlacedLot? placed) => placed is null ? "—"
        : placed.Start == placed.End ? Moments.Month(view.MonthAt(placed.Start))
        : Texts.Lot_FromTo.With(Moments.Month(view.MonthAt(placed.Start)), Moments.Month(view.MonthAt(placed.End)));

    /// <summary>Why it stands where it stands, or why it has no place.</summary>
    public static string Why(LotsView view, LotLine line) => line.Placed is { } placed ? Why(view, line, placed)
        : line.Unplaced is { } unplaced ? Why(view, unplaced)
        : line.Choice?.Part == LotPart.Out ? Texts.Lot_OutAsSaid
        : Texts.Lot_OutAsDecided;

    /// <summary>How many are moved until when, and what comes first.</summary>
    public static string Answer(LotsView view)
    {
        if (view.Order.Placed.Count == 0)
        {
            return Texts.Lot_AnswerNone.With(view.In.Count);
        }

        var last = view.MonthAt(view.Order.Placed.Max(placed => placed.End));
        var lots = view.Order.Placed.Max(placed => placed.Lot);
        var text = Texts.Lot_Answer.With(
            Processes(view.Order.Placed.Count), Lots(lots), Moments.Month(last), view.In[0].Name);
        var known = view.In.Where(line => line.Placed is not null && line.Value.Euros is not null).ToList();
        var euros = " " + (known.Count > 0
            ? Texts.Lot_AnswerEuros.With(ProcessWords.Euros(known.Sum(line => line.Value.Euros!.Value)), known.Count)
            : Texts.Lot_AnswerNoEuros);
        var left = view.Order.Unplaced.Count > 0 ? " " + Texts.Lot_AnswerUnplaced.With(view.Order.Unplaced.Count) : "";
        return text + euros + left;
    }

    private static string Why(LotsView view, LotLine line, PlacedLot placed)
    {
        var first = line.Item.Place is not null ? Texts.Lot_ByHand : Of(line.Item.Kind);
        var why = placed.Reason switch
        {
            LotReason.After => Texts.Lot_WhyAfter.With(NameOf(view, placed.Because), Because(view, placed)),
            LotReason.NotBefore => Texts.Lot_WhyNotBefore.With(Moments.Month(view.MonthAt(placed.Start))),
            LotReason.Fixed => Texts.Lot_WhyFixed,
            LotReason.Capacity => placed.Because is null ? Texts.Lot_WhyCapacity
                : Texts.Lot_WhyCapacityAfter.With(NameOf(view, placed.Because), Because(view, placed)),
            _ => Texts.Lot_WhyFirst,
        };
        return Texts.Lot_Part.With(first, why);
    }

    private static string Why(LotsView view, UnplacedLot unplaced) => unplaced.Obstacle switch
    {
        LotObstacle.FixedFull => Texts.Lot_FixedFull,
        LotObstacle.FixedTooEarly => Texts.Lot_FixedTooEarly.With(NameOf(view, unplaced.Because)),
        LotObstacle.NeedsUnplaced => Texts.Lot_NeedsUnplaced.With(NameOf(view, unplaced.Because)),
        _ => Texts.Lot_NoRoom.With(OrderLots.Months),
    };

    // Somebody said so, or what one makes is needed by the other.
    private static string Because(LotsView view, PlacedLot placed)
    {
        var (first, then) = (view.Items[placed.Because!.Value].Id, view.Items[placed.Item].Id);
        var isSaid = view.Rules.Any(rule => !rule.IsRemoved && rule.FirstId == first && rule.ThenId == then);
        return isSaid ? Texts.Lot_BecauseSaid : Texts.Lot_BecauseFed;
    }

    public static string NameOf(LotsView view, int? item) => item is { } number ? view.Items[number].Name : "";

    public static string Of(LotEffortPart part) => part switch
    {
        LotEffortPart.Steps => Texts.LotEffort_Steps,
        LotEffortPart.Rekeyings => Texts.LotEffort_Rekeyings,
        LotEffortPart.People => Texts.LotEffort_People,
        LotEffortPart.Unknowns => Texts.LotEffort_Unknowns,
        _ => Texts.LotEffort_Base,
    };

    public static string Of(LotRiskPart part) => part switch
    {
        LotRiskPart.Criticality => Texts.LotRisk_Criticality,
        LotRiskPart.Dependency => Texts.LotRisk_Dependency,
        LotRiskPart.Target => Texts.LotRisk_Target,
        LotRiskPart.Data => Texts.LotRisk_Data,
        _ => Texts.LotRisk_Deadline,
    };
}
