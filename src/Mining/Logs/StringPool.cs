namespace Pupitre.Mining;

/// <summary>Gives one object for strings that repeat, so that a log of a million events keeps a few hundred of them.</summary>
internal sealed class StringPool
{
    private const int MostStrings = 20_000;
    private const int LongestString = 100;

    private readonly HashSet<string> _strings = [];

    public string Of(string text)
    {
        if (_strings.TryGetValue(text, out var known))
        {
            return known;
        }

        Keep(text);
        return text;
    }

    public string Of(ReadOnlySpan<char> text)
    {
        if (_strings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
        {
            return known;
        }

        var made = text.ToString();
        Keep(made);
        return made;
    }

    private void Keep(string text)
    {
        if (_strings.Count < MostStrings && text.Length <= LongestString)
        {
            _strings.Add(text);
        }
    }
}
