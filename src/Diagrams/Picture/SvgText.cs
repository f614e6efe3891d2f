using System.Globalization;
using System.Text;
using System.Xml;

namespace Pupitre.Diagrams;

/// <summary>SVG, written piece by piece.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text as markup may hold it; what XML cannot hold is left out.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                safe.Append(text, at++, 2);
                continue;
            }

            _ = text[at] switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\t' or '\r' or '\n' => safe.Append(' '),
                var letter => XmlConvert.IsXmlChar(letter) ? safe.Append(letter) : safe,
            };
        }

        return safe.ToString();
    }

    public SvgText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public SvgText Rect(Box box, string look, double round = 0) =>
        Raw($"<rect x=\"{Number(box.X)}\" y=\"{Number(box.Y)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"{(round > 0 ? $" rx=\"{Number(round)}\"" : "")} class=\"{look}\"/>");

    public SvgText Circle(Spot middle, double radius, string look) => Raw($"<circle cx=\"{Number(middle.X)}\" cy=\"{Number(middle.Y)}\" r=\"{Number(radius)}\" class=\"{look}\"/>");

    public SvgText Path(string data, string look, string more = "") => Raw($"<path d=\"{data}\" class=\"{look}\"{more}/>");

    /// <summary>A path drawn around a middle.</summary>
    public SvgText Sign(Spot middle, string data, string look) => Raw($"<path transform=\"translate({Number(middle.X)} {Number(middle.Y)})\" d=\"{data}\" class=\"{look}\"/>");

    /// <summary>Lines of words, the first of them on <paramref name="top"/>.</summary>
    public SvgText Words(IReadOnlyList<string> lines, double x, double top, string anchor, string look = "pu-dg-name")
    {
        for (var at = 0; at < lines.Count; at++)
        {
            Raw($"<text x=\"{Number(x)}\" y=\"{Number(top + (at * NodeSizes.LineHeight))}\" text-anchor=\"{anchor}\" class=\"{look}\">{Safe(lines[at])}</text>");
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
