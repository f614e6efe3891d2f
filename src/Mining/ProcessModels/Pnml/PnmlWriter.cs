using System.Globalization;
using System.Text;
using System.Xml;

namespace Pupitre.Mining;

/// <summary>
/// Writes a net in PNML (ISO/IEC 15909-2, place/transition nets), with its final marking and its silent transitions as ProM writes them.
/// Read again by <see cref="PnmlReader"/> it is the same net.
/// </summary>
/// <remarks>Characters that XML cannot hold (control characters, half surrogates) are replaced by U+FFFD.</remarks>
public static class PnmlWriter
{
    internal const string Tool = "Pupitre";

    private const string Namespace = "http://www.pnml.org/version-2009/grammar/pnml";
    private const string PlaceTransitionNet = "http://www.pnml.org/version-2009/grammar/ptnet";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes the whole net. The stream stays open.</summary>
    public static void Write(PetriNet net, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("pnml", Namespace);
        xml.WriteStartElement("net");
        xml.WriteAttributeString("id", "net");
        xml.WriteAttributeString("type", PlaceTransitionNet);
        xml.WriteStartElement("page");
        xml.WriteAttributeString("id", "page");
        var ids = TransitionIds(net);
        WriteNodes(xml, net, ids);
        WriteArcs(xml, net, ids);
        xml.WriteEndElement();
        WriteFinal(xml, net);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold.</summary>
    internal static string Legal(string text)
    {
        if (text.All(character => XmlConvert.IsXmlChar(character)))
        {
            return text;
        }

        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            legal.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return legal.ToString();
    }

    /// <summary>Identifiers of the transitions; one that is also a place's is told apart.</summary>
    private static string[] TransitionIds(PetriNet net)
    {
        var taken = net.Places.ToHashSet(StringComparer.Ordinal);
        return [.. net.Transitions.Select(transition =>
        {
            var id = transition.Id;
            while (!taken.Add(id))
            {
                id = "t_" + id;
            }

            return id;
        })];
    }

    private static void WriteNodes(XmlWriter xml, PetriNet net, string[] ids)
    {
        for (var place = 0; place < net.Places.Length; place++)
        {
            xml.WriteStartElement("place");
            xml.WriteAttributeString("id", Legal(net.Places[place]));
            WriteText(xml, "name", net.Places[place]);
            if (net.Initial[place] > 0)
            {
                WriteText(xml, "initialMarking", Count(net.Initial[place]));
            }

            xml.WriteEndElement();
        }

        for (var at = 0; at < ids.Length; at++)
        {
            WriteTransition(xml, net.Transitions[at], ids[at]);
        }
    }

    private static void WriteTransition(XmlWriter xml, NetTransition transition, string id)
    {
        xml.WriteStartElement("transition");
        xml.WriteAttributeString("id", Legal(id));
        WriteText(xml, "name", transition.Label ?? id);
        if (transition.IsSilent)
        {
            xml.WriteStartElement("toolspecific");
            xml.WriteAttributeString("tool", "ProM");
            xml.WriteAttributeString("version", "6.4");
            xml.WriteAttributeString("activity", "$invisible$");
            xml.WriteAttributeString("localNodeID", id);
            xml.WriteEndElement();
        }

        if (transition.Element is { } element)
        {
            xml.WriteStartElement("toolspecific");
            xml.WriteAttributeString("tool", Tool);
            xml.WriteAttributeString("version", "1");
            xml.WriteAttributeString("element", Legal(element));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteArcs(XmlWriter xml, PetriNet net, string[] ids)
    {
        var number = 0;
        for (var at = 0; at < ids.Length; at++)
        {
            foreach (var place in net.Transitions[at].Inputs.CountBy(place => place))
            {
                WriteArc(xml, ++number, net.Places[place.Key], ids[at], place.Value);
            }

            foreach (var place in net.Transitions[at].Outputs.CountBy(place => place))
            {
                WriteArc(xml, ++number, ids[at], net.Places[place.Key], place.Value);
            }
        }
    }

    private static void WriteArc(XmlWriter xml, int number, string source, string target, int weight)
    {
        xml.WriteStartElement("arc");
        xml.WriteAttributeString("id", "arc" + Count(number));
        xml.WriteAttributeString("source", Legal(source));
        xml.WriteAttributeString("target", Legal(target));
        if (weight > 1)
        {
            WriteText(xml, "inscription", Count(weight));
        }

        xml.WriteEndElement();
    }

    private static void WriteFinal(XmlWriter xml, PetriNet net)
    {
        xml.WriteStartElement("finalmarkings");
        xml.WriteStartElement("marking");
        for (var place = 0; place < net.Places.Length; place++)
        {
            if (net.Final[place] > 0)
            {
                xml.WriteStartElement("place");
                xml.WriteAttributeString("idref", Legal(net.Places[place]));
                xml.WriteElementString("text", Count(net.Final[place]));
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string element, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteStartElement("text");
        if (text.Length == 0 || text.AsSpan().Trim().Length < text.Length)
        {
            xml.WriteAttributeString("xml", "space", null, "preserve");
        }

        xml.WriteString(Legal(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
