using System.Globalization;

namespace Pupitre.Sourcing.Commitments;

/// <summary>A word or phrase of the catalogue in both languages. As text it is that of the reader's language.</summary>
public readonly record struct Words(string French, string English)
{
    public static implicit operator Words((string French, string English) pair) => new(pair.French, pair.English);

    /// <summary>Whether <paramref name="text"/> is this phrase in one of the languages.</summary>
    public bool Are(string? text) => text == French || text == English;

    public override string ToString() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : French;
}
