namespace Pupitre.Diagrams;

/// <summary>Breaks names into lines. Nobody measures fonts on a server: widths are those of a common sans serif of 12 px, a little generous.</summary>
internal static class Words
{
    private const double Narrow = 3.6;
    private const double Usual = 6.7;
    private const double Capital = 8.4;
    private const double Wide = 10.4;
    private const double OneLineWidth = 160;
    private const double MinWidth = 50;

    public static double WidthOf(string text) => text.Sum(Width);

    public static List<string> Wrap(string text, double width, int maxLines)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, width)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && WidthOf(longer) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines.Count <= maxLines ? lines : [.. lines.Take(maxLines - 1), lines[maxLines - 1] + "…"];
    }

    /// <summary>Lines of a name in the place that a drawing gives it: on one line where that is as high as one, whatever font it was measured in.</summary>
    public static List<string> InLabel(string text, Box label) =>
        Wrap(text, label.Height < 2 * NodeSizes.LineHeight ? Math.Max(label.Width, OneLineWidth) : Math.Max(label.Width, MinWidth), NodeSizes.MaxLabelLines);

    // A word longer than a line is cut, never lost.
    private static IEnumerable<string> Cut(string word, double width)
    {
        var (start, taken) = (0, 0.0);
        for (var at = 0; at < word.Length; at++)
        {
            if (taken + Width(word[at]) > width && at > start && !char.IsLowSurrogate(word[at]))
            {
                yield return word[start..at];
                (start, taken) = (at, 0);
            }

            taken += Width(word[at]);
        }

        yield return word[start..];
    }

    private static double Width(char letter) => letter switch
    {
        'i' or 'l' or 'j' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ';' or ':' or '\'' or '’' or '!' or '|' or ' ' or '\u00A0' or '\u202F' or '(' or ')' or '-' => Narrow,
        'm' or 'w' or 'M' or 'W' or '@' or '…' => Wide,
        >= '\u1100' => Wide + 2,
        _ when char.IsUpper(letter) => Capital,
        _ => Usual,
    };
}
