using System.Xml;
using System.Xml.Linq;

namespace Pupitre.Mining;

/// <summary>The XML of a model, read with bounds: no document type, no entity, no endless depth or size.</summary>
internal static class ModelXml
{
    public const int MostDepth = 200;
    public const int MostElements = 500_000;
    public const long MostCharacters = 64_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = MostCharacters,
    };

    /// <summary>The first element of the file, whole. The stream is closed.</summary>
    public static XElement Load(Stream stream, CancellationToken token)
    {
        try
        {
            using var input = new LogInput(stream);
            if (input.Beginning is [] or [(byte)'P', (byte)'K', 3, 4, ..])
            {
                throw new UnreadableModel(input.Beginning is [] ? Texts.Model_Empty : Texts.Model_IsZip);
            }

            using var xml = XmlReader.Create(input.Stream, Settings);
            return Read(xml, token);
        }
        catch (XmlException error)
        {
            throw new UnreadableModel(WhatIsWrong(error), line: error.LineNumber > 0 ? error.LineNumber : null, cause: error);
        }
        catch (Exception error) when (error is UnreadableLog or InvalidDataException)
        {
            throw new UnreadableModel(Texts.Log_BrokenGzip, cause: error);
        }
    }

    /// <summary>Children of that local name, whatever their namespace.</summary>
    public static IEnumerable<XElement> Named(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    private static string WhatIsWrong(XmlException error) =>
        error.Message.Contains("DTD", StringComparison.Ordinal) ? Texts.Model_Dtd
        : error.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal) ? Texts.Model_TooLarge.Filled(MostElements, MostCharacters)
        : Texts.Xes_BadXml.Filled(error.LineNumber, error.LinePosition);

    private static XElement Read(XmlReader xml, CancellationToken token)
    {
        var open = new Stack<XElement>();
        XElement? root = null;
        var count = 0;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Count(xml, ++count, open.Count, token);
                    var (element, isEmpty) = (Start(xml), xml.IsEmptyElement);
                    root ??= element;
                    open.TryPeek(out var parent);
                    parent?.Add(element);
                    if (!isEmpty)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    open.Peek().Add(new XText(xml.Value));
                    break;
            }
        }

        return root!;
    }

    private static void Count(XmlReader xml, int count, int depth, CancellationToken token)
    {
        var line = (xml as IXmlLineInfo)?.LineNumber;
        if (depth > MostDepth)
        {
            throw new UnreadableModel(Texts.Model_TooDeep.Filled(MostDepth), line: line);
        }

        if (count > MostElements)
        {
            throw new UnreadableModel(Texts.Model_TooLarge.Filled(MostElements, MostCharacters), line: line);
        }

        if (count % 1024 == 0)
        {
            token.ThrowIfCancellationRequested();
        }
    }

    private static XElement Start(XmlReader xml)
    {
        var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI != XNamespace.Xmlns.NamespaceName)
            {
                element.SetAttributeValue(XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value);
            }
        }

        xml.MoveToElement();
        return element;
    }
}
