using System.Globalization;
using System.Text;

namespace Pupitre.Kernel;

/// <summary>The form of a text in which a search compares: small letters, no accents, ligatures opened.</summary>
/// <remarks>SQLite's own comparison ignores neither accents nor the case of letters outside ASCII, hence a folded column.</remarks>
public static class Folding
{
    public static string Folded(this string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(letter) switch
                {
                    'œ' => "oe",
                    'æ' => "ae",
                    '’' => "'",
                    var plain => plain.ToString(),
                });
            }
        }

        return folded.ToString();
    }
}
