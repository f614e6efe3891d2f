using System.Xml.Linq;

namespace Pupitre.Mining;

/// <summary>What a net says that is not read: guards and variables of data nets, capacities, rates, priorities, and whatever else may change what it allows.</summary>
internal sealed class PnmlUnread
{
    private const int MostNamed = 5;

    /// <summary>Elements that are read, or that only concern the drawing.</summary>
    private static readonly HashSet<string> Known =
    [
        "name", "page", "place", "transition", "arc", "referencePlace", "referenceTransition", "graphics", "toolspecific", "finalmarkings", "initialMarking", "inscription", "arctype", "type",
        "orientation", "arcpath", "tagged", "label", "labels",
    ];

    /// <summary>Attributes that are read, or mean nothing for the order of steps.</summary>
    private static readonly HashSet<string> KnownAttributes = ["id", "type", "ref", "source", "target", "invisible", "name"];

    private readonly SortedDictionary<string, List<string>> _found = new(StringComparer.Ordinal);

    /// <summary>A warning that names them, or null when there is nothing.</summary>
    public string? Told => _found.Count == 0 ? null : Texts.Pnml_Unread.Filled(string.Join(", ", _found.Select(pair => pair.Key + Where(pair.Value))));

    /// <summary>Notes what stands in a net, a node or an arc.</summary>
    public void Look(XElement element)
    {
        var names = element.Elements().Where(child => !Known.Contains(child.Name.LocalName) && !IsNeutral(child)).Select(child => child.Name.LocalName)
            .Concat(element.Attributes().Where(attribute => attribute.Name.Namespace == XNamespace.None && !KnownAttributes.Contains(attribute.Name.LocalName) && !IsNeutral(attribute.Value))
                .Select(attribute => attribute.Name.LocalName));
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (!_found.TryGetValue(name, out var where))
            {
                _found.Add(name, where = []);
            }

            where.Add(element.Name.LocalName == "net" ? "" : PnmlReader.TextOf(element.Named("name").FirstOrDefault()) is { Length: > 0 } shown ? shown : element.Attribute("id")?.Value ?? "?");
        }
    }

    private static string Where(List<string> where)
    {
        var named = where.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 0 ? "" : $" ({string.Join(", ", named.Take(MostNamed))}{(named.Count > MostNamed ? ", …" : "")})";
    }

    private static bool IsNeutral(XElement element) => !element.HasAttributes && element.Elements().All(child => !child.HasAttributes && !child.HasElements) && IsNeutral(element.Value);

    /// <summary>Nothing, nought or no: some tools write each property that they know.</summary>
    private static bool IsNeutral(string value) => value.Trim() is "" or "0" or "false";
}
