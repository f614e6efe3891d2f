using System.Globalization;
using Pupitre.Kernel;

namespace Pupitre.App.Commands.Log;

/// <summary>Tables for people: columns as wide as their widest cell, numbers to the right.</summary>
internal static class LogText
{
    private const string Gap = "  ";
    private const int WidestCell = 60;
    private const double Minute = 60;
    private const double Hour = 3_600;
    private const double Day = 86_400;

    public static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    public static string Percent(double share) => (Shares.OfQuantities(share, 1) / 100).ToString("P1", CultureInfo.CurrentCulture);

    /// <summary>A duration in its natural unit.</summary>
    public static string Duration(double seconds) => Math.Abs(seconds) switch
    {
        < Minute => Texts.Log_Seconds.With(seconds),
        < Hour => Texts.Log_Minutes.With(seconds / Minute),
        < Day => Texts.Log_Hours.With(seconds / Hour),
        _ => Texts.Log_Days.With(seconds / Day),
    };

    /// <summary>Writes rows under a heading; <paramref name="columns"/> has one sign a column, &lt; for words and &gt; for figures.</summary>
    public static void Write(TextWriter output, string columns, IEnumerable<string[]> rows)
    {
        var lines = rows.ToList();
        var widths = columns.Select((_, column) => Math.Min(WidestCell, lines.Max(line => line[column].Length))).ToArray();
        foreach (var line in lines)
        {
            output.WriteLine(string.Join(Gap, line.Select((cell, column) => columns[column] == '<' ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }
}
