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
        .. (text is null || text.Length <= MaxLength ? text ?? "" : text[..MaxLength]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (word, word.Folded())).DistinctBy(word => word.Item2).Take(MaxWords),
    ]);

    /// <summary>Whether every word stands in one of the texts.</summary>
    public bool AreIn(params IEnumerable<string?> texts)
    {
        var folded = string.Join('\n', texts).Folded();
        return All.All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
