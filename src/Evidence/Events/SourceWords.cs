namespace Pupitre.Evidence.Events;

/// <summary>The words and cases of one source while an import writes into it: text to number, and what is new since the last write.</summary>
internal sealed class SourceWords(int source)
{
    /// <summary>Beyond so many words, values of attributes are written in full: they don't repeat.</summary>
    private const int MaxValueWords = 50_000;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _cases = new(StringComparer.Ordinal);

    public List<(int Number, string Text)> NewWords { get; private set; } = [];

    public List<StoredCase> NewCases { get; private set; } = [];

    public int Source => source;

    public int CaseCount => _cases.Count;

    /// <summary>What is new since it was last taken.</summary>
    public (List<(int Number, string Text)> Words, List<StoredCase> Cases) TakeNew()
    {
        var taken = (NewWords, NewCases);
        (NewWords, NewCases) = ([], []);
        return taken;
    }

    public void Know(int number, string text) => _words[text] = number;

    public void KnowCase(long id, string name) => _cases[name] = id;

    /// <summary>Number of a word, new or not; 0 for none.</summary>
    public int Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var cut = Cut(text);
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cut, out var known))
        {
            return known;
        }

        var number = _words.Count + 1;
        var word = cut.ToString();
        _words.Add(word, number);
        NewWords.Add((number, word));
        return number;
    }

    /// <summary>Number of a value, or 0 when there are too many different ones to number them.</summary>
    public int OfValue(ReadOnlySpan<char> text) =>
        _words.Count < MaxValueWords ? Of(text) : _words.GetAlternateLookup<ReadOnlySpan<char>>().GetValueOrDefault(Cut(text));

    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text) => text.Length <= StoredWord.MaxLength ? text : text[..StoredWord.MaxLength];

    /// <summary>Key of a case; true when the source did not know it.</summary>
    public bool TakeCase(ReadOnlySpan<char> name, out long id)
    {
        if (_cases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out id))
        {
            return false;
        }

        id = EvidenceKeys.First(source) + _cases.Count + 1;
        _cases.Add(name.ToString(), id);
        return true;
    }
}

file static class Lookups
{
    public static TValue? GetValueOrDefault<TKey, TAlternate, TValue>(this Dictionary<TKey, TValue>.AlternateLookup<TAlternate> lookup, TAlternate key)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct =>
        lookup.TryGetValue(key, out var value) ? value : default;
}
