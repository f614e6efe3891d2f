namespace Pupitre.Product.Tests;

/// <summary>Texts as they are read: French keeps its marks, units and quotes to their words with no-break spaces, which tests write as plain ones.</summary>
internal static class PlainSpaces
{
    public static string WithPlainSpaces(this string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
