using Pupitre.Kernel;

namespace Pupitre.Platform.Extension;

/// <summary>What somebody looks for: words without accents and capitals, each of which has to be found, in whatever order.</summary>
public sealed class SearchWords
{
    /// <summary>Characters that are read; what stands behind them is left out.</summary>
    public const int MaxLength = 200;

    private const int MaxWords = 8;

    private SearchWords(IReadOnlyList<string> all) => All = all;

    /// <summary>The words, folded (<see cref="Folding.Folded"/>), each once; at most eight.</summary>
    public IReadOnlyList<string> All { get; }

    public bool IsEmpty => All.Count == 0;

    public static SearchWords Of(string? text) =>
        new([.. (text is null || text.Length <= MaxLength ? text ?? "" : text[..MaxLength]).Folded().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MaxWords)]);

    /// <summary>Whether every word stands in one of the texts.</summary>
    public bool AreIn(params IEnumerable<string?> texts)
    {
        var folded = string.Join('\n', texts).Folded();
        return All.All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
