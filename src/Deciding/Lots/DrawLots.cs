using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;

namespace Pupitre.Deciding.Lots;

/// <summary>What the two pictures of the order are drawn from; large orders are drawn by their beginning.</summary>
internal static class DrawLots
{
    /// <summary>Processes that are drawn: more cannot be told from each other.</summary>
    public const int Most = 40;

    private const int SomeRisk = LotItem.SomeRisk;
    private const int MuchRisk = LotItem.MuchRisk;

    /// <summary>Those whose value is known, by days and euros a year; the form says the risk.</summary>
    public static IReadOnlyList<ScatterPlot.Point> Points(LotsView view) =>
    [
        .. Drawn(view).Where(line => line.Value.Euros is not null).Select(line => new ScatterPlot.Point(
            line.Number!.Value.ToString(CultureInfo.CurrentCulture), line.Name, line.Item.Days,
            (double)line.Value.Euros!.Value,
            line.Risk.Points >= MuchRisk ? 2 : line.Risk.Points >= SomeRisk ? 1 : 0)),
    ];

    public static IReadOnlyList<string> Forms =>
        [Texts.Lot_RiskLow.With(SomeRisk), Texts.Lot_RiskSome.With(SomeRisk, MuchRisk), Texts.Lot_RiskMuch.With(MuchRisk)];

    public static IReadOnlyList<string> Kinds => [.. Enum.GetValues<LotKind>().Select(LotWords.Of)];

    public static IReadOnlyList<MonthBands.Band> Bands(LotsView view) =>
    [
        .. Drawn(view).Select(line => new MonthBands.Band(
            Texts.Lot_Numbered.With(line.Number!.Value, line.Name), line.Placed!.Start, line.Placed.End, (int)line.Item.Kind,
            LotWords.Months(view, line.Placed))),
    ];

    private static IEnumerable<LotLine> Drawn(LotsView view) => view.In.Where(line => line.Placed is not null).Take(Most);
}
