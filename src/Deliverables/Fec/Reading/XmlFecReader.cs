using System.Text;
using System.Xml;
using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>Reads the XML form as a stream, without document types or anything outside the file, and holds it against the official schema.</summary>
internal sealed class XmlFecReader(IFecSink sink, CancellationToken token)
{
    private readonly FecLine _line = new();
    private readonly Dictionary<FecColumn, string> _values = [];
    private readonly XmlText _text = new();
    private XmlReader _reader = null!;
    private XmlSchema _schema = XmlSchema.Unnamed;
    private FecRegime _seen = FecRegime.Commercial;

    /// <summary>That of the schema which the file names, else told by its columns.</summary>
    public FecRegime Regime => _schema.Regime ?? _seen;

    /// <summary>False when the XML is broken: what was read before is then no whole file.</summary>
    public bool Run(Stream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        using var reader = _reader = XmlReader.Create(stream, settings);
        try
        {
            var root = new XmlSequence(XmlSchema.Root, Error);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    _schema = XmlSchema.Named(reader.GetAttribute(XmlSchema.LocationName, XmlSchema.LocationNamespace));
                    if (reader.NamespaceURI.Length > 0)
                    {
                        Error("XmlUnknown", reader.Name);
                    }

                    Child(root);
                }
            }

            return true;
        }
        catch (XmlException broken)
        {
            sink.SchemaError(Math.Max(1, broken.LineNumber), FindingFact.Of(broken.Message));
            return false;
        }
    }

    /// <summary>Reads the element that the reader stands on, and stays on its end.</summary>
    private void Child(XmlSequence parent)
    {
        var name = _reader.LocalName;
        switch (parent.See(name))
        {
            case null:
                _reader.SkipInside();
                break;
            case { Leaf: XmlLeaf.None }:
                Branch(name);
                break;
            case var leaf:
                Leaf(name, leaf);
                break;
        }
    }

    private void Branch(string name)
    {
        token.ThrowIfCancellationRequested();
        var start = ((IXmlLineInfo)_reader).LineNumber;
        Forget(name);
        var children = new XmlSequence(_schema.Of(name), Error);
        if (!_reader.IsEmptyElement)
        {
            while (_reader.Read() && _reader.NodeType != XmlNodeType.EndElement)
            {
                if (_reader.NodeType == XmlNodeType.Element)
                {
                    Child(children);
                }
                else
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
        foreach (var child in _schema.Of(name).SelectMany(particle => particle.Names))
        {
            if (XmlSchema.ColumnOf(child) is { } column)
            {
                _values.Remove(column);
            }
        }
    }

    private void Leaf(string name, XmlParticle leaf)
    {
        var text = new StringBuilder();
        if (!_reader.IsEmptyElement)
        {
            while (_reader.Read() && _reader.NodeType != XmlNodeType.EndElement)
            {
                if (_reader.NodeType == XmlNodeType.Element)
                {
                    if (leaf.Leaf != XmlLeaf.Free)
                    {
                        Error("XmlUnknown", _reader.LocalName);
                    }

                    _reader.SkipInside();
                }
                else
                {
                    text.Append(_reader.Value);
                }
            }
        }

        var value = text.ToString().Trim();
        if (!XmlText.IsValid(value, leaf.Leaf))
        {
            Error("XmlValue", name);
        }

        // Of what may freely follow, the other side alone is read: many write it, as zero.
        if (XmlSchema.ColumnOf(name) is { } column && (leaf.Leaf != XmlLeaf.Free || column is FecColumn.Debit or FecColumn.Credit))
        {
            _values.TryAdd(column, XmlText.Flat(value, leaf.Leaf));
        }
    }

    private void EndLine(XmlSequence children, int start)
    {
        _seen = _values.ContainsKey(FecColumn.IdClient) ? FecRegime.ProfessionCash
            : _seen == FecRegime.Commercial && _values.ContainsKey(FecColumn.DateRglt) ? FecRegime.FarmCash : _seen;
        _line.HasDirection = children.HasDirection;
        _text.Fill(_line, IsLettered() ? _values : _values.Where(value => value.Key is not FecColumn.EcritureLet and not FecColumn.DateLet), start);
        sink.Look(_line);
        sink.Line(_line);
    }

    /// <summary>XML letters a whole entry; only its lines on third parties are what is matched.</summary>
    private bool IsLettered() => _values.GetValueOrDefault(FecColumn.CompAuxNum, "").Length > 0
        || _values.GetValueOrDefault(FecColumn.CompteNum, "") is ['4', '0' or '1', ..];

    private void Error(string word, string name) => sink.SchemaError(((IXmlLineInfo)_reader).LineNumber, FindingFact.Of(Wording.Of("Word_" + word)!.With(name)));
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
