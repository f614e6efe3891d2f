using System.Globalization;

namespace Pupitre.Kernel;

/// <summary>Fills the placeholders of a text of <c>Texts.resx</c> in the reader's culture.</summary>
public static class Wording
{
    public static string With(this string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
