using System.Globalization;
using System.Text;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;

namespace Pupitre.App.Commands.Measure;

/// <summary>The figures of <c>measure</c> as a table for people: one column per reading.</summary>
internal static class MeasureTable
{
    private const int NameWidth = 30;
    private const int ColumnWidth = 20;

    private static readonly (string Name, Outcome[] Outcomes)[] Rows =
    [
        (nameof(Texts.Measure_Met), [Outcome.Met]),
        (nameof(Texts.Measure_Missed), [Outcome.Missed]),
        (nameof(Texts.Measure_Pending), [Outcome.Pending, Outcome.AtRisk]),
        (nameof(Texts.Measure_Paused), [Outcome.Paused]),
        (nameof(Texts.Measure_Cancelled), [Outcome.Cancelled]),
        (nameof(Texts.Measure_NotApplicable), [Outcome.NotApplicable]),
        (nameof(Texts.Measure_NoEvidence), [Outcome.NoEvidence]),
    ];

    public static string Of(MeasureFigures figures)
    {
        var table = new StringBuilder();
        Line(table, Texts.Measure_Cases.With(figures.Cases), Texts.Measure_Declared, Texts.Measure_Evidenced, Texts.Measure_Proven);
        foreach (var (name, outcomes) in Rows)
        {
            Line(table, Texts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture)!, Cells(figures, reading => Count(reading, outcomes)));
        }

        Line(table, Texts.Measure_Typical, Cells(figures, reading => Hours(reading.Percentile(0.5))));
        Line(table, Texts.Measure_Slow, Cells(figures, reading => Hours(reading.Percentile(0.9))));
        table.AppendLine(Texts.Measure_Changed.With(figures.OutcomeChanged));
        table.Append(Texts.Measure_PausedByProvider.With(Hours(figures.PausedSecondsDeclaredByProviderOnly)));
        return table.ToString();
    }

    private static string[] Cells(MeasureFigures figures, Func<ReadingFigures, string> cell) => [.. Readings.All.Select(reading => cell(figures[reading]))];

    private static string Count(ReadingFigures reading, Outcome[] outcomes) => outcomes.Sum(outcome => reading[outcome]).ToString("N0", CultureInfo.CurrentCulture);

    private static string Hours(double? seconds) => seconds is { } known ? Texts.Measure_Hours.With(known / 3600) : "-";

    private static void Line(StringBuilder table, string name, params ReadOnlySpan<string> cells)
    {
        table.Append(name.PadRight(NameWidth));
        foreach (var cell in cells)
        {
            table.Append(cell.PadLeft(ColumnWidth));
        }

        table.AppendLine();
    }
}
