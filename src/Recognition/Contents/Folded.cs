using System.Globalization;
using System.Text;

namespace Pupitre.Recognition.Contents;

/// <summary>Text as wordings are compared: lower case, without accents, with single spaces and plain apostrophes.</summary>
public static class Folded
{
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            Append(folded, letter);
        }

        return folded.ToString().Trim();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (char.IsWhiteSpace(letter) || char.IsControl(letter))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }

            return;
        }

        _ = letter switch
        {
            '’' or '‘' or '`' => folded.Append('\''),
            'œ' or 'Œ' => folded.Append("oe"),
            'æ' or 'Æ' => folded.Append("ae"),
            '–' or '—' or '‑' or '\u2010' => folded.Append('-'),
            _ => folded.Append(char.ToLowerInvariant(letter)),
        };
    }
}
