using System.Text;
using System.Xml;
using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>The XML of a drawing, read with bounds: no document type, no entity, nothing fetched, no endless depth or size.</summary>
internal static class BpmnXml
{
    public const int MaxDepth = 200;
    public const int MaxTags = 500_000;

    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Interchange = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Geometry = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Lines = "http://www.omg.org/spec/DD/20100524/DI";

    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = BpmnDocument.MaxBytes,
    };

    /// <exception cref="Refused">It is no BPMN 2.0, or is broken, too deep or too large.</exception>
    public static XDocument Load(byte[] content, CancellationToken token)
    {
        if (content.Length == 0)
        {
            throw new Refused(Texts.Read_Empty);
        }

        if (content.Length > BpmnDocument.MaxBytes)
        {
            throw new Refused(Texts.Read_TooLarge.With(BpmnDocument.MaxBytes >> 20, BpmnDocument.MaxElements));
        }

        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw new Refused(Texts.Read_Zip);
        }

        try
        {
            Bound(content, token);
            using var xml = XmlReader.Create(new MemoryStream(content, writable: false), _settings);
            var document = XDocument.Load(xml, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
            CheckRoot(document.Root!);
            return document;
        }
        catch (XmlException error)
        {
            throw new Refused(WhatIsWrong(error));
        }
    }

    public static int LineOf(XObject element) => ((IXmlLineInfo)element).LineNumber;

    /// <summary>The encoding that the file declares, else UTF-8; without a mark unless the file had one.</summary>
    public static Encoding EncodingOf(XDocument document, byte[] content)
    {
        var declared = document.Declaration?.Encoding;
        return declared is null || declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? new UTF8Encoding(content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            : Encoding.GetEncoding(declared);
    }

    // The tree is built only of what is known to be bounded.
    private static void Bound(byte[] content, CancellationToken token)
    {
        using var xml = XmlReader.Create(new MemoryStream(content, writable: false), _settings);
        var tags = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Depth > MaxDepth)
            {
                throw new Refused(Texts.Read_TooDeep.With(((IXmlLineInfo)xml).LineNumber, MaxDepth));
            }

            if (++tags > MaxTags)
            {
                throw new Refused(Texts.Read_TooLarge.With(BpmnDocument.MaxBytes >> 20, BpmnDocument.MaxElements));
            }

            if (tags % 1024 == 0)
            {
                token.ThrowIfCancellationRequested();
            }
        }
    }

    private static void CheckRoot(XElement root)
    {
        if (root.Name == Model + "definitions")
        {
            return;
        }

        throw new Refused(root.Name.LocalName switch
        {
            "definitions" when root.Name.NamespaceName.Contains("DMN", StringComparison.Ordinal) => Texts.Read_Dmn,
            "definitions" => Texts.Read_OtherBpmn.With(root.Name.NamespaceName),
            "Package" => Texts.Read_Xpdl,
            "mxfile" or "mxGraphModel" => Texts.Read_DrawIo,
            "svg" => Texts.Read_Svg,
            "html" => Texts.Read_Html,
            var other => Texts.Read_NotBpmn.With(other),
        });
    }

    // The library says what is wrong in English only, and in no other way.
    private static string WhatIsWrong(XmlException error) =>
        error.Message.Contains("DTD", StringComparison.Ordinal) ? Texts.Read_Dtd.With(error.LineNumber)
        : error.Message.Contains("undeclared prefix", StringComparison.Ordinal) ? Texts.Read_UndeclaredPrefix.With(error.LineNumber, error.Message.Split('\'') is [_, var prefix, ..] ? prefix : "?")
        : error.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal) ? Texts.Read_TooLarge.With(BpmnDocument.MaxBytes >> 20, BpmnDocument.MaxElements)
        : error.LineNumber > 0 ? Texts.Read_BadXml.With(error.LineNumber, error.LinePosition)
        : Texts.Read_NotXml;
}
