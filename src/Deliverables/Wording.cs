using System.Globalization;

namespace Pupitre.Deliverables;

internal static class Wording
{
    /// <summary>The text of a key that is put together from a rule's id, in the reader's language; null where the rule says nothing.</summary>
    public static string? Of(string key) => Texts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
