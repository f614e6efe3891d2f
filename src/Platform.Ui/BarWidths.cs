namespace Pupitre.Platform.Ui;

/// <summary>How wide the parts of a bar are: to scale, except that what is not empty is never too thin to be seen.</summary>
internal static class BarWidths
{
    private const decimal Thinnest = 1.5m;

    /// <summary>Hundredths of the bar, one for each count, together a hundred.</summary>
    public static decimal[] Of(params ReadOnlySpan<int> counts)
    {
        var widths = new decimal[counts.Length];
        var whole = 0m;
        foreach (var count in counts)
        {
            whole += count;
        }

        var largest = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            widths[i] = counts[i] == 0 ? 0 : Math.Max(Thinnest, 100 * counts[i] / whole);
            largest = counts[i] > counts[largest] ? i : largest;
        }

        // The widest gives what the thin ones take.
        if (whole > 0)
        {
            widths[largest] += 100 - widths.Sum();
        }

        return widths;
    }
}
