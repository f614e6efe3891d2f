using System.Text;
using Pupitre.Kernel;

namespace Pupitre.Platform.Extension;

/// <summary>What somebody looks for: words without accents and capitals, each of which has to be found, in whatever order.</summary>
public sealed class SearchWords
{
    /// <summary>Characters that are read; what stands behind them is left out.</summary>
    public const int MaxLength = 200;

    private const int MaxWords = 8;

    private SearchWords(IReadOnlyList<(string Typed, string Folded)> words) => (Both, All) = (words, [.. words.Select(word => word.Folded)]);

    /// <summary>The words, folded (<see cref="Folding.Folded"/>), each once; at most eight.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The same with each as it was typed, for a database that folds no accents.</summary>
    public IReadOnlyList<(string Typed, string Folded)> Both { get; }

    public bool IsEmpty => All.Count == 0;

    public static SearchWords Of(string? text) => new([
        .. (text ?? "").Cut(MaxLength).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (word, word.Folded())).DistinctBy(word => word.Item2).Take(MaxWords),
    ]);

    /// <summary>A text in the parts that were looked for and those that were not, in its order.</summary>
    public IEnumerable<(string Text, bool IsFound)> PartsOf(string text)
    {
        // Which letter of the text each folded one comes from: an accent folds to none, a ligature to two.
        var (folded, from) = (new StringBuilder(text.Length), new List<int>(text.Length));
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var letters = rune == Rune.ReplacementChar ? " " : rune.ToString().Folded();
            folded.Append(letters);
            from.AddRange(Enumerable.Repeat(at, letters.Length));
            at += rune.Utf16SequenceLength;
        }

        var found = Found(folded.ToString(), from, text.Length);
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && found[end] == found[start])
            {
                end++;
            }

            yield return (text[start..end], found[start]);
            start = end;
        }
    }

    private bool[] Found(string folded, List<int> from, int length)
    {
        var found = new bool[length];
        foreach (var word in All)
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var end = at + word.Length < from.Count ? from[at + word.Length] : length;
                Array.Fill(found, value: true, from[at], Math.Max(1, end - from[at]));
            }
        }

        return found;
    }

    /// <summary>Whether every word stands in one of the texts.</summary>
    public bool AreIn(params IEnumerable<string?> texts)
    {
        var folded = string.Join('\n', texts).Folded();
        return All.All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
