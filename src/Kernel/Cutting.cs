using System.Diagnostics.CodeAnalysis;

namespace Pupitre.Kernel;

/// <summary>Texts that must not be longer than their place, cut in the one way: never through a character that takes two signs.</summary>
public static class Cutting
{
    /// <summary>The beginning of a text, of at most <paramref name="length"/> signs; nothing stays nothing.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(this string? text, int length) => text is null || text.Length <= length ? text : text[..At(text, length)];

    /// <summary>The same, with an ellipsis behind it where something was cut off.</summary>
    public static string CutShort(this string text, int length) => text.Length <= length ? text : text[..At(text, length)] + "…";

    private static int At(string text, int length) => length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
