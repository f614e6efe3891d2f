using Pupitre.Kernel.Commitments;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>Words of an enumeration as they stand in JSON, made once.</summary>
internal static class JsonWords<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> _words = Enum.GetValues<T>().ToDictionary(value => value, value => RuleJson.Camel(value));
    private static readonly Dictionary<string, T> _values =
        _words.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All of them in the order of their words.</summary>
    public static IReadOnlyList<(string Word, T Value)> Ordered { get; } =
        [.. _words.Select(pair => (pair.Value, pair.Key)).OrderBy(pair => pair.Value, StringComparer.Ordinal)];

    public static string Of(T value) => _words[value];

    /// <summary>The value of a word, capitals counted; null for any other.</summary>
    public static T? Find(string word) => _values.TryGetValue(word, out var value) ? value : null;
}
