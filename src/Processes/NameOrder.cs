namespace Pupitre.Processes;

/// <summary>
/// The places of names in the reader's order. Comparing words as a language does costs much, and a name stands in many rows: each name is
/// compared here, and the rows by their numbers.
/// </summary>
public static class NameOrder
{
    /// <summary>The place of each; names that the reader's order does not tell apart have the same.</summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<string> names)
    {
        var comparer = StringComparer.CurrentCultureIgnoreCase;
        var sorted = names.Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(sorted, comparer);
        var places = new Dictionary<string, int>(sorted.Length, StringComparer.Ordinal);
        var place = 0;
        for (var at = 0; at < sorted.Length; at++)
        {
            place += at > 0 && comparer.Compare(sorted[at - 1], sorted[at]) != 0 ? 1 : 0;
            places.Add(sorted[at], place);
        }

        return places;
    }
}
