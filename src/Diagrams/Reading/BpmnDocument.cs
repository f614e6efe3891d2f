using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>
/// A BPMN 2.0 document (ISO/IEC 19510): what it says and how it is drawn, beside the bytes as they were received. Nothing of it is run, and
/// nothing that it refers to is fetched.
/// </summary>
public sealed class BpmnDocument
{
    /// <summary>Largest file: drawings of thousands of steps are smaller.</summary>
    public const int MaxBytes = 6 << 20;

    /// <summary>Most pools, lanes, steps, flows and notes together.</summary>
    public const int MaxElements = 9_000;

    private readonly byte[] _content;
    private readonly XDocument _xml;
    private readonly Dictionary<string, BpmnElement> _byId;

    private BpmnDocument(byte[] content, XDocument xml, CancellationToken token)
    {
        (_content, _xml) = (content, xml);
        var drawings = new ReadDrawings(xml.Root!);
        var read = new ReadElements(xml.Root!, drawings, token);
        var elements = read.Run();
        Elements = [.. elements];
        Processes = [.. read.Processes];
        Drawings = drawings.All;
        _byId = elements.ToDictionary(element => element.Id, StringComparer.Ordinal);
        Name = xml.Root!.Attribute("name")?.Value is { Length: > 0 } name ? BpmnText.OnOneLine(name) : null;
    }

    /// <summary>The name that the file bears inside, or null.</summary>
    public string? Name { get; }

    /// <summary>In the order of the file: pools, lanes, steps, flows.</summary>
    public ImmutableArray<BpmnElement> Elements { get; }

    /// <summary>The drawings of the file, empty ones left out.</summary>
    public ImmutableArray<Drawing> Drawings { get; }

    public bool HasDrawing => !Drawings.IsEmpty;

    /// <summary>Identifiers of the processes and choreographies, in the order of the file; no two are alike.</summary>
    internal ImmutableArray<string> Processes { get; }

    internal XElement Root => _xml.Root!;

    /// <summary>The content exactly as it was received.</summary>
    public ReadOnlyMemory<byte> Original => _content;

    /// <param name="content">The file; it is kept and must not be changed afterwards.</param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="Refused">It is no BPMN 2.0 that can be read; the message says what, where and what to do.</exception>
    public static BpmnDocument Read(byte[] content, CancellationToken token = default) => new(content, BpmnXml.Load(content, token), token);

    /// <summary>The element of that identifier, which may be written as a qualified name; null when there is none.</summary>
    public BpmnElement? Find(string? reference) =>
        reference is null ? null : _byId.TryGetValue(reference, out var element) ? element : _byId.GetValueOrDefault(BpmnText.Local(reference));

    /// <summary>The same document with a drawing of its own making in place of those that it has.</summary>
    /// <remarks>All else is kept: names, flows, extensions, declared namespaces, comments, encoding.</remarks>
    public BpmnDocument Redrawn(Drawing drawing)
    {
        var xml = new XDocument(_xml);
        xml.Root!.Elements(BpmnXml.Interchange + "BPMNDiagram").Remove();
        xml.Root.Add(WriteDrawing.Run(drawing, this));
        return Read(Write(xml, _content));
    }

    /// <summary>What is written where something had to be written anew; the reader's own tests hold it against <see cref="Original"/>.</summary>
    internal byte[] Rewritten() => Write(_xml, _content);

    internal static byte[] Write(XDocument xml, byte[] before)
    {
        using var stream = new MemoryStream();
        // Line breaks and tabs in names are written as references: every reader of XML would take them for spaces.
        using (var writer = XmlWriter.Create(stream, new() { Encoding = BpmnXml.EncodingOf(xml, before), NewLineHandling = NewLineHandling.Entitize, OmitXmlDeclaration = xml.Declaration is null }))
        {
            xml.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
