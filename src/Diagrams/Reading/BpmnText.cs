using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>Words and references as a drawing writes them.</summary>
internal static partial class BpmnText
{
    private const int MaxShownLength = 300;

    /// <summary>A name on one line: drawings break names where their boxes end.</summary>
    public static string OnOneLine(string? name) => Spaces().Replace(name ?? "", " ").Trim().CutShort(MaxShownLength);

    /// <summary>The name in a reference that may be qualified (xsd:QName).</summary>
    public static string Local(string? reference) => reference is null ? "" : reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    public static bool Says(XElement element, string attribute, bool value) => element.Attribute(attribute)?.Value.Trim() is { } said && (value ? said is "true" or "1" : said is "false" or "0");

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Spaces();
}
