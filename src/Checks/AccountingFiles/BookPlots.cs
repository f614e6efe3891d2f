using System.Globalization;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>A plot of what a file's lines are like; the same on the page and on paper.</summary>
/// <param name="Title">What it shows, as a sentence.</param>
/// <param name="Unit">Head of the labels, with the unit of the values.</param>
/// <param name="Format">How the values are written.</param>
public sealed record BookPlot(string Title, string Unit, IReadOnlyList<string> Labels, IReadOnlyList<PlotSeries> Series, string Format = "N0");

/// <summary>The plots of a report; null where the file holds too little for one.</summary>
internal static class BookPlots
{
    private static readonly string[] _digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private static IReadOnlyList<string> Ages => [Texts.Books_Age30, Texts.Books_Age60, Texts.Books_Age90, Texts.Books_Age180, Texts.Books_AgeMore];

    /// <summary>Lines entered for each month.</summary>
    public static BookPlot? Months(FecReport report) => report.Books.Months is not { Length: > 1 } months ? null : new(
        Texts.Books_MonthsTitle.With(Moments.Month(months.MaxBy(month => month.Lines)!.Month)),
        Texts.Books_Month,
        [.. months.Select(month => month.Month.ToString("MMM yy", CultureInfo.CurrentCulture))],
        [new(Texts.Books_LinesAll, [.. months.Select(month => (double?)month.Lines)]), new(Texts.Books_LinesBank, [.. months.Select(month => (double?)month.Bank)])]);

    /// <summary>First digits of the amounts, beside those that Benford's law expects.</summary>
    public static BookPlot? Benford(FecReport report) => report.Books.Benford is not { Amounts: > 0, Counts.Length: 9 } benford ? null : new(
        Texts.Books_BenfordTitle.With(benford.Amounts, (100 * benford.MeanAbsoluteDeviation).ToString("0.0", CultureInfo.CurrentCulture)),
        Texts.Books_Digit,
        _digits,
        [new(Texts.Books_Observed, Percent(benford.Counts.Select(count => (double)count / benford.Amounts))), new(Texts.Books_Expected, Percent(BenfordDistribution.Expected))],
        "0.0");

    /// <summary>What customers and suppliers have open, by age.</summary>
    public static BookPlot? Aged(FecReport report)
    {
        IReadOnlyList<decimal> open = [.. Enumerable.Range(0, Ages.Count).Select(age => report.Books.ThirdParties.Where(party => party.Open.Length > age).Sum(party => Math.Abs(party.Open[age])))];
        return open.All(amount => amount == 0) ? null : new(
            Texts.Books_AgedTitle.With(FileWords.Euros(open[^1])),
            Texts.Books_Age,
            Ages,
            [new(Texts.Books_OpenAmount, [.. open.Select(amount => (double?)amount)])],
            "N2");
    }

    /// <summary>Lines by the days from their date to their validation.</summary>
    public static BookPlot? Delays(FecReport report) => report.Books.ValidationDelays is not { Length: > 0 } delays ? null : new(
        Texts.Books_DelayTitle,
        Texts.Books_DelayUnit,
        [.. delays.Select(item => item.UpToDays is { } days ? Texts.Books_UpToDays.With(days) : Texts.Books_AgeMore)],
        [new(Texts.Books_LinesAll, [.. delays.Select(item => (double?)item.Lines)])]);

    private static IReadOnlyList<double?> Percent(IEnumerable<double> shares) => [.. shares.Select(share => (double?)(100 * share))];
}
