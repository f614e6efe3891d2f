using System.Globalization;

namespace Pupitre.Processes;

/// <summary>The words of the map by their keys, in either language: sheets are read whoever wrote them.</summary>
public static class MapTexts
{
    /// <param name="key">Name of the text, "Criticality_High".</param>
    /// <param name="language">French or English.</param>
    /// <returns>The text; null where there is none of that name.</returns>
    public static string? Find(string key, CultureInfo language) => Texts.ResourceManager.GetString(key, language);
}
