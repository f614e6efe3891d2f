using System.Text;
using System.Xml;
using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>Reads the XML form as a stream, without document types or anything outside the file, and holds it against the official schema.</summary>
internal sealed class XmlFecReader
{
    private readonly IFecSink _sink;
    private readonly CancellationToken _token;
    private readonly XmlSchema _schema;
    private readonly XmlRows _rows;
    private readonly XmlPlace _place;
    private readonly FecLine _line = new();
    private readonly Dictionary<FecColumn, string> _values = [];
    private readonly XmlText _text = new();
    private readonly StringBuilder _leaf = new();
    private readonly bool _hasSchema;
    private XmlReader _reader = null!;
    private bool _isAscii;
    private FecRegime _seen = FecRegime.Commercial;

    public XmlFecReader(IFecSink sink, XmlStart start, XmlPlace place, CancellationToken token)
    {
        (_sink, _place, _token) = (sink, place, token);
        _hasSchema = start.Schema is not null;
        _schema = XmlSchema.Named(start.Schema);
        _rows = new(sink, _schema.Regime ?? FecRegime.Commercial, start.IsLatin9);
        if (place.IsFirst)
        {
            sink.Header(_rows.Header);
        }
    }

    /// <summary>That of the schema which the file names, else told by its columns.</summary>
    public FecRegime Regime => _schema.Regime ?? _seen;

    private long Number => Math.Max(1, ((IXmlLineInfo)_reader).LineNumber) + _place.LinesBefore;

    /// <summary>False when the XML is broken: what was read before is then no whole file.</summary>
    public bool Run(ProvingStream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = _reader = XmlReader.Create(stream, settings);
        try
        {
            Document();
            if (_isAscii && stream.HasOtherThanAscii)
            {
                _sink.SchemaError(1 + _place.LinesBefore, FindingFact.OfWord("XmlAscii"));
            }

            _sink.ExtraColumns(_rows.Extra);
            return true;
        }
        catch (XmlException broken)
        {
            var isDocumentType = broken.Message.Contains("DTD", StringComparison.Ordinal);
            _sink.SchemaError(Math.Max(1, broken.LineNumber) + _place.LinesBefore, isDocumentType ? FindingFact.OfWord("XmlDoctype") : FindingFact.Of(broken.Message));
            return false;
        }
    }

    private void Document()
    {
        var root = new XmlSequence(XmlSchema.Root, Error);
        while (_reader.Read())
        {
            if (_reader.NodeType == XmlNodeType.XmlDeclaration)
            {
                _isAscii = _reader.GetAttribute("encoding") is { } name && name.Contains("ASCII", StringComparison.OrdinalIgnoreCase);
            }
            else if (_reader.NodeType == XmlNodeType.Element)
            {
                if (!_hasSchema || _reader.GetAttribute(XmlSchema.LocationName, XmlSchema.LocationNamespace) is null)
                {
                    _sink.SchemaError(Number, FindingFact.OfWord("XmlLocation"));
                }

                if (_reader.NamespaceURI.Length > 0)
                {
                    Error("XmlUnknown", _reader.Name);
                }

                Child(root, "");
            }
        }
    }

    /// <summary>Reads the element that the reader stands on, and stays on its end.</summary>
    private void Child(XmlSequence parent, string parentName)
    {
        var name = _reader.LocalName;
        var place = parent.See(name);
        if (place is not { Leaf: XmlLeaf.Free } && _reader.HasAttributes && HasOwnAttribute())
        {
            Error("XmlAttribute", name);
        }

        switch (place)
        {
            case null:
                _reader.SkipInside();
                break;
            case { Leaf: XmlLeaf.None }:
                Branch(name);
                break;
            case var leaf:
                Leaf(parentName, name, leaf);
                break;
        }
    }

    /// <summary>The schema knows no attribute; where it is itself to be found, and the names of namespaces, are none of the file's own.</summary>
    private bool HasOwnAttribute()
    {
        var isOwn = false;
        for (var has = _reader.MoveToFirstAttribute(); has; has = _reader.MoveToNextAttribute())
        {
            isOwn |= _reader.NamespaceURI != "http://www.w3.org/2000/xmlns/"
                && !(_reader.NamespaceURI == XmlSchema.LocationNamespace && _reader.LocalName is XmlSchema.LocationName or "schemaLocation");
        }

        _reader.MoveToElement();
        return isOwn;
    }

    private void Branch(string name)
    {
        _token.ThrowIfCancellationRequested();
        var start = Number;
        Forget(name);
        var children = new XmlSequence(_schema.Of(name), Error);
        if (!_reader.IsEmptyElement)
        {
            while (_reader.Read() && _reader.NodeType != XmlNodeType.EndElement)
            {
                if (_reader.NodeType == XmlNodeType.Element)
                {
                    Child(children, name);
                }
                else if (_reader.NodeType is not XmlNodeType.Whitespace and not XmlNodeType.SignificantWhitespace)
                {
                    Error("XmlText", name);
                }
            }
        }

        children.End();
        if (name == "ligne")
        {
            EndLine(children, start);
        }
    }

    /// <summary>The values of an element end with it.</summary>
    private void Forget(string name)
    {
        foreach (var column in _schema.ColumnsOf(name))
        {
            _values.Remove(column);
        }
    }

    private void Leaf(string parent, string name, XmlParticle leaf)
    {
        var text = LeafText(parent, name, leaf);
        _rows.Text(parent, name, text);
        if (!XmlText.IsValid(text, leaf.Leaf))
        {
            Error("XmlValue", name);
        }

        // Of what may freely follow, the other side alone is read: many write it, as zero.
        if (XmlSchema.ColumnOf(name) is { } column && (leaf.Leaf != XmlLeaf.Free || column is FecColumn.Debit or FecColumn.Credit))
        {
            _values.TryAdd(column, XmlText.Flat(text.Trim(), leaf.Leaf));
        }
    }

    private string LeafText(string parent, string name, XmlParticle leaf)
    {
        if (_reader.IsEmptyElement)
        {
            return "";
        }

        var first = "";
        _leaf.Clear();
        while (_reader.Read() && _reader.NodeType != XmlNodeType.EndElement)
        {
            if (_reader.NodeType != XmlNodeType.Element)
            {
                _leaf.Append(first.Length == 0 ? first = _reader.Value : _reader.Value);
            }
            else if (leaf.Leaf == XmlLeaf.Free)
            {
                Inside(parent + "/" + name);
            }
            else
            {
                Error("XmlUnknown", _reader.LocalName);
                _reader.SkipInside();
            }
        }

        return first.Length == _leaf.Length ? first : _leaf.ToString();
    }

    /// <summary>Elements inside what is free are columns of their own to the tax office's tool.</summary>
    private void Inside(string parent)
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var name = _reader.LocalName;
        for (var depth = _reader.Depth; _reader.Read() && (_reader.NodeType != XmlNodeType.EndElement || _reader.Depth > depth);)
        {
            if (_reader.NodeType is XmlNodeType.Element)
            {
                name = _reader.LocalName;
            }
            else if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                _rows.Text(parent, name, _reader.Value);
            }
        }
    }

    private void EndLine(XmlSequence children, long start)
    {
        var number = ++_place.Records;
        _rows.EndLine(number);
        _seen = _values.ContainsKey(FecColumn.IdClient) ? FecRegime.ProfessionCash
            : _seen == FecRegime.Commercial && _values.ContainsKey(FecColumn.DateRglt) ? FecRegime.FarmCash : _seen;
        _line.HasDirection = children.HasDirection;
        _text.Fill(_line, _values, IsLettered(), number, physical: start);
        _sink.Look(_line);
        _sink.Line(_line);
    }

    /// <summary>XML letters a whole entry; only its lines on third parties are what is matched.</summary>
    private bool IsLettered() => _values.GetValueOrDefault(FecColumn.CompAuxNum, "").Length > 0
        || _values.GetValueOrDefault(FecColumn.CompteNum, "") is ['4', '0' or '1', ..];

    private void Error(string word, string name) => _sink.SchemaError(Number, FindingFact.Of(Wording.Of("Word_" + word)!.With(name)));
}

/// <summary>How far the parts before have come.</summary>
internal sealed class XmlPlace
{
    public bool IsFirst { get; set; } = true;

    public long LinesBefore { get; set; }

    public long Records { get; set; }
}

internal static class XmlSkipping
{
    /// <summary>Leaves out an element with what is in it, and stays on its end.</summary>
    public static void SkipInside(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        for (var depth = reader.Depth; reader.Read() && (reader.NodeType != XmlNodeType.EndElement || reader.Depth > depth);)
        {
        }
    }
}
