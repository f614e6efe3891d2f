using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Pupitre.Mining;

/// <summary>
/// Reads place/transition nets in PNML (ISO/IEC 15909-2): pages at any depth, references between pages, weights of arcs, and the final
/// markings that ProM writes (<c>finalmarkings</c>), which the standard does not know.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>A transition is silent when it has no name, an empty one, or ProM's <c>activity="$invisible$"</c>.</item>
/// <item>Without a final marking, one token on each sink place; without an initial one, one on each source place, with a warning.</item>
/// <item>Several final markings become one: a silent transition leads from each to a new place. A run is complete in the one exactly when
/// it is in the other.</item>
/// <item>Coloured nets and inhibitor, reset or read arcs are refused by name.</item>
/// </list>
/// </remarks>
public static class PnmlReader
{
    /// <summary>Heaviest arc and largest count of tokens on a place at the beginning or the end.</summary>
    public const int MostTokens = 1_000;

    /// <summary>Reads a whole net. The stream is closed.</summary>
    /// <exception cref="UnreadableModel">It is no such net.</exception>
    public static ProcessModel Read(Stream stream, CancellationToken token = default)
    {
        var root = ModelXml.Load(stream, token);
        return root.Name.LocalName == "pnml" ? Read(root) : throw new UnreadableModel(Texts.Model_UnknownForm.Filled(root.Name.LocalName));
    }

    internal static ProcessModel Read(XElement root)
    {
        var nets = root.Named("net").ToList();
        var net = nets.FirstOrDefault() ?? throw new UnreadableModel(Texts.Pnml_NoNet);
        if (net.Attribute("type")?.Value is { } type && (type.Contains("hl", StringComparison.OrdinalIgnoreCase) || type.Contains("symmetric", StringComparison.OrdinalIgnoreCase)))
        {
            throw new UnreadableModel(Texts.Pnml_Coloured.Filled(type), net.Attribute("id")?.Value);
        }

        var warnings = ImmutableArray.CreateBuilder<string>();
        if (nets.Count > 1)
        {
            warnings.Add(Texts.Pnml_SeveralNets.Filled(nets.Count, net.Attribute("id")?.Value));
        }

        var read = new PnmlNet(net, warnings).ToNet();
        warnings.AddRange(NetShape.WarningsOf(read));
        return new(read, [], warnings.ToImmutable());
    }

    /// <summary>The <c>text</c> below an element: as it stands when it is to be preserved, else without the line breaks of its indentation.</summary>
    internal static string? TextOf(XElement? element)
    {
        var text = element?.Named("text").FirstOrDefault();
        return text is null ? null
            : text.Attribute(XNamespace.Xml + "space")?.Value == "preserve" ? text.Value
            : string.IsNullOrWhiteSpace(text.Value) ? ""
            : text.Value.AsSpan().Trim().ContainsAny('\r', '\n') || !text.Value.AsSpan().ContainsAny('\r', '\n') ? text.Value
            : text.Value.Trim();
    }

    /// <summary>The count written below an element; <paramref name="missing"/> when there is none.</summary>
    internal static int CountOf(XElement? element, int missing, int least, string? id)
    {
        var text = TextOf(element)?.Trim();
        return string.IsNullOrEmpty(text) ? missing
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= MostTokens ? count
            : throw new UnreadableModel(Texts.Pnml_BadCount.Filled(text, id, least, MostTokens), id);
    }
}
