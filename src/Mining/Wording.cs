using System.Globalization;

namespace Pupitre.Mining;

internal static class Wording
{
    /// <summary>Fills the placeholders of a text of <c>Texts.resx</c> in the reader's culture.</summary>
    public static string Filled(this string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
