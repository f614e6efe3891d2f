namespace Pupitre.Deliverables.Fec;

/// <summary>Tells opening balances ("à nouveaux") from the rest: by the journal's code or name, else by the label on the first day.</summary>
internal static class OpeningBalances
{
    private static readonly string[] _codes = ["AN", "ANO", "ANX", "AN1", "RAN", "RANO", "ANOUV", "ANV", "OUV"];

    public static bool IsJournal(ReadOnlySpan<byte> code, ReadOnlySpan<byte> name) =>
        _codes.Any(Matches(code)) || Says(name, "NOUVEAU"u8) || Says(name, "OUVERTURE"u8);

    public static bool IsLabel(ReadOnlySpan<byte> label) => Says(label, "NOUVEAU"u8) || Says(label, "OUVERTURE"u8);

    /// <summary>Whether the capital letters of <paramref name="word"/> occur in a text, in any case.</summary>
    public static bool Says(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var at = 0; at + word.Length <= text.Length; at++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(text.Slice(at, word.Length), word))
            {
                return true;
            }
        }

        return false;
    }

    private static Func<string, bool> Matches(ReadOnlySpan<byte> code)
    {
        var text = System.Text.Encoding.Latin1.GetString(code);
        return known => known.Equals(text, StringComparison.OrdinalIgnoreCase);
    }
}
