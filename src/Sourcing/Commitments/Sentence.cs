using System.Globalization;

namespace Pupitre.Sourcing.Commitments;

/// <summary>A stretch of a sentence: fixed words, or one of the things that were chosen.</summary>
public sealed record SentencePart(string Text, bool IsChosen);

/// <summary>A commitment in words: one sentence, and what has to be known besides.</summary>
/// <param name="Parts">The sentence, in stretches, so that a page can set off what was chosen.</param>
/// <param name="Details">Further sentences: what stops and pauses the clock, what moves the date.</param>
public sealed record Sentence(IReadOnlyList<SentencePart> Parts, IReadOnlyList<string> Details)
{
    /// <summary>The sentence as text.</summary>
    public override string ToString() => string.Concat(Parts.Select(part => part.Text));

    /// <summary>The sentence and its details as text.</summary>
    public string Whole => string.Join(' ', Details.Prepend(ToString()));

    /// <summary>Fills a text whose placeholders are the chosen things. An empty one leaves no white space behind.</summary>
    internal static Sentence Of(string format, IReadOnlyList<string> details, params ReadOnlySpan<string> chosen)
    {
        var parts = new List<SentencePart>();
        var rest = format;
        while (rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = rest.IndexOf('}', open);
            Add(parts, rest[..open], isChosen: false);
            Add(parts, chosen[int.Parse(rest[(open + 1)..close], CultureInfo.InvariantCulture)], isChosen: true);
            rest = rest[(close + 1)..];
        }

        Add(parts, rest, isChosen: false);
        return new Sentence(parts, details);
    }

    private static void Add(List<SentencePart> parts, string text, bool isChosen)
    {
        if (text.Length > 0)
        {
            parts.Add(new SentencePart(text, isChosen));
        }
    }
}
