using System.Globalization;

namespace Pupitre.Kernel;

/// <summary>Texts with their facts put in.</summary>
public static class Wording
{
    /// <summary>
    /// Fills the placeholders of a text of <c>Texts.resx</c> in the reader's culture. <c>{0:ligne|lignes}</c> writes the form that the
    /// number asks for: in French the plural begins at two, in English everything but one is plural.
    /// </summary>
    public static string With(this string text, params ReadOnlySpan<object?> values) => string.Format(new CountingFormat(CultureInfo.CurrentCulture), text, values);

    private sealed class CountingFormat(CultureInfo culture) : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => (format?.Split('|'), arg) switch
        {
            ([var one, var many], IConvertible count) => IsOne(count.ToDecimal(culture)) ? one : many,
            (_, IFormattable formattable) => formattable.ToString(format, culture),
            _ => arg?.ToString() ?? "",
        };

        private bool IsOne(decimal count) => culture.TwoLetterISOLanguageName == "fr" ? decimal.Abs(count) < 2 : count == 1;
    }
}
