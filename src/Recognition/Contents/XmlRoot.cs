using System.Xml;

namespace Pupitre.Recognition.Contents;

/// <summary>The outermost element of an XML document: what the document is. Names that stand elsewhere in it say nothing.</summary>
public sealed record XmlRoot(string Name, string Namespace, bool HoldsTraces)
{
    /// <summary>Elements below the root that are looked at.</summary>
    private const int MaxLooked = 200;

    private static readonly string[] _ofLogs = ["extension", "global", "classifier", "trace", "string", "date", "int", "float", "boolean", "id", "list"];

    // Windows programs declare their code page.
    static XmlRoot() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <summary>Reads the beginning of a document; null when it does not begin like one.</summary>
    public static XmlRoot? Of(ReadOnlySpan<byte> head)
    {
        // Blank lines before the declaration are no XML, but they do not change what the document is.
        var start = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? 0 : Math.Max(0, head.IndexOf((byte)'<'));
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(head[start..].ToArray()), Settings());
            return xml.MoveToContent() == XmlNodeType.Element ? new(xml.LocalName, xml.NamespaceURI, xml.LocalName == "log" && LooksLikeXes(xml)) : null;
        }
        catch (Exception problem) when (problem is XmlException or ArgumentException)
        {
            // Not well-formed, or in an encoding that nobody knows.
            return null;
        }
    }

    // OCEL and others have the same root: an event log holds traces, or says which XES it is, or nothing at all.
    private static bool LooksLikeXes(XmlReader xml)
    {
        if (xml.GetAttribute("xes.version") is not null || xml.NamespaceURI.Contains("xes-standard", StringComparison.Ordinal) || xml.IsEmptyElement)
        {
            return true;
        }

        try
        {
            for (var count = 0; count < MaxLooked && xml.Read();)
            {
                if (xml is { NodeType: XmlNodeType.Element, Depth: 1 })
                {
                    return Array.IndexOf(_ofLogs, xml.LocalName) >= 0;
                }

                count += xml.NodeType == XmlNodeType.Element ? 1 : 0;
            }
        }
        catch (XmlException)
        {
            // The head ends before the first element below the root.
        }

        return true;
    }

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
}
