namespace Pupitre.ProcessMap.Picture;

/// <summary>Fits texts into the boxes of a map.</summary>
internal static class MapText
{
    private const int LettersOfName = 21;
    private const int LettersOfNote = 25;
    private const int MostLines = 2;

    /// <summary>A name in two lines at most, broken between words; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        var lines = new List<string>();
        var rest = name.Trim();
        while (rest.Length > LettersOfName && lines.Count < MostLines - 1)
        {
            var at = rest.LastIndexOf(' ', LettersOfName);
            at = at > 0 ? at : LettersOfName;
            lines.Add(rest[..at].TrimEnd());
            rest = rest[at..].TrimStart();
        }

        lines.Add(Cut(rest, LettersOfName));
        return lines;
    }

    public static string? Cut(string? text) => text is null ? null : Cut(text, LettersOfNote);

    // A letter of two signs is not cut through.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}
