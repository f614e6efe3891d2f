using System.Xml;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Reads event logs in XES (IEEE 1849): with or without a namespace, attributes of events and cases, defaults of <c>global</c> elements,
/// offsets kept. Attributes nested in attributes are passed over.
/// </summary>
/// <remarks>
/// A case is a <c>trace</c>; its <c>concept:name</c> is optional in the standard, and one without is named by its place. Events outside a trace are left out. A default fills an attribute that an
/// event or a case lacks, except its time and its case: a date or an identity that nobody wrote would be false. Document types are refused,
/// so that no entity is ever expanded or fetched.
/// </remarks>
public sealed class XesReader : EventLogReader
{
    /// <summary>Deepest nesting of elements that is accepted.</summary>
    public const int MostDepth = 1_000;

    /// <summary>Events of one case held back until its attributes are complete.</summary>
    private const int MostHeldEvents = 100_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    private readonly LogInput _input;
    private readonly XmlReader _xml;
    private readonly XesAttributes _attributes;
    private readonly List<HeldEvent> _events = [];
    private readonly object _event;
    private readonly object _traceName;
    private readonly Func<bool> _readTraces;
    private int _next;
    private long _position;
    private string? _case;
    private bool _inTrace;
    private long _trace = -1;
    private bool _isEmptyTrace;
    private string? _stranger;
    private long _lastUnnamed = -1;
    private HeldEvent _current;

    internal XesReader(LogInput input, LogOptions options, XesDefaults? defaults = null)
    {
        _input = input;
        _xml = XmlReader.Create(new TagGuard(input.Stream), Settings);
        _event = _xml.NameTable.Add("event");
        _traceName = _xml.NameTable.Add("trace");
        _attributes = new(_xml, options, defaults);
        _readTraces = ReadTraces;
        LogInput.Guard(ReadRoot);
    }

    public override string Case => _case!;

    public override string Activity => _current.Activity;

    public override string? Transition => _current.Transition;

    public override string? Resource => _current.Resource;

    public override Instant Time => Instant.FromUnixTimeTicks(_current.Time.Ticks);

    public override Offset? Offset => _current.Time.Offset;

    public override bool IsDay => _current.Time.IsDay;

    public override long Line => _current.Line;

    public override long Position => _current.Position;

    public override long? Trace => _trace;

    public override ReadOnlySpan<LogAttribute> Attributes => _attributes.OfEvent(_current.FirstAttribute, _current.AttributeCount);

    public override ReadOnlySpan<LogAttribute> CaseAttributes => _attributes.OfCase;

    public override IReadOnlyList<string> Guesses => UnnamedCases == 0 ? [] : [Texts.Xes_Unnamed.Filled(UnnamedCases)];

    /// <summary>Cases so far that bear no name.</summary>
    internal long UnnamedCases { get; private set; }

    public override long BytesRead => _input.BytesRead;

    /// <summary>What the log has declared so far.</summary>
    internal XesDefaults Defaults => _attributes.Defaults;

    /// <summary>Opens a log over <paramref name="stream"/> (unpacked XML), which the reader then owns.</summary>
    /// <exception cref="UnreadableLog">It does not begin as a XES log.</exception>
    public static XesReader Open(Stream stream, LogOptions? options = null) => new(new LogInput(stream), options ?? new());

    public override bool Read()
    {
        while (true)
        {
            if (_next < _events.Count)
            {
                _current = _events[_next++];
                return true;
            }

            _events.Clear();
            _attributes.ForgetEvents();
            _next = 0;
            if (!LogInput.Guard(_readTraces))
            {
                return false;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _xml.Dispose();
            _input.Dispose();
        }
    }

    private bool ReadRoot() => _xml.MoveToContent() == XmlNodeType.Element && _xml.LocalName == "log"
        ? true
        : throw new UnreadableLog(Texts.Xes_NoLog, (_xml as IXmlLineInfo)?.LineNumber);

    /// <summary>Reads on until events are held whose case is complete, or until the end.</summary>
    private bool ReadTraces()
    {
        while (_xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.EndElement)
            {
                if (_inTrace && (object)_xml.LocalName == _traceName && EndTrace())
                {
                    return true;
                }
            }
            else if (_xml.NodeType == XmlNodeType.Element && Element())
            {
                return true;
            }
        }

        return _trace < 0 && _stranger is { } name
            ? throw new UnreadableLog((IsObjectCentric(name) ? Texts.Ocel_Xml : Texts.Xes_OtherLog).Filled(name))
            : _events.Count > 0;
    }

    /// <summary>What stands directly below <c>log</c> in OCEL 2.0 as XML.</summary>
    private static bool IsObjectCentric(string name) => name is "object-types" or "event-types" or "objects" or "events";

    /// <summary>What XES allows directly below <c>log</c>, beside traces and events.</summary>
    private static bool IsOfXes(string name) =>
        name is "extension" or "classifier" or "global" or "string" or "date" or "int" or "float" or "boolean" or "id" or "list" or "container" or "values";

    /// <summary>Handles the element under the reader. True when the held events must be handed out before more are read.</summary>
    private bool Element()
    {
        var name = (object)_xml.LocalName;
        if (name == _event)
        {
            ReadEvent();
            return _events.Count >= MostHeldEvents && CompleteCase();
        }

        if (name == _traceName)
        {
            _attributes.BeginCase();
            _trace++;
            _inTrace = _isEmptyTrace = !_xml.IsEmptyElement;
            if (!_inTrace)
            {
                LeftOut.AddEmptyCase(name: null);
            }
        }
        else if (_inTrace)
        {
            _attributes.ReadOfCase();
        }
        else if (_xml.LocalName == "global")
        {
            _attributes.ReadGlobal();
        }
        else
        {
            _stranger ??= IsOfXes(_xml.LocalName) ? null : _xml.LocalName;
            _attributes.SkipChildren();
        }

        return false;
    }

    private bool EndTrace()
    {
        _inTrace = false;
        var hasEvents = CompleteCase();
        if (_isEmptyTrace)
        {
            LeftOut.AddEmptyCase(_case);
        }

        return hasEvents;
    }

    /// <summary>Now that the attributes of the case are known, its events can be handed out.</summary>
    private bool CompleteCase()
    {
        _attributes.CompleteCase();
        _case = _attributes.CaseName;
        if (_events.Count == 0)
        {
            return false;
        }

        _isEmptyTrace = false;
        if (_case is null)
        {
            // IEEE 1849: the trace is the case, and need not bear a name.
            _case = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"trace {_trace + 1}");
            UnnamedCases += _lastUnnamed == _trace ? 0 : 1;
            _lastUnnamed = _trace;
        }

        return true;
    }

    private void ReadEvent()
    {
        var line = ((IXmlLineInfo)_xml).LineNumber;
        var first = _attributes.BeginEvent();
        var isOutside = !_inTrace;
        if (!_xml.IsEmptyElement)
        {
            var depth = _xml.Depth;
            while (_xml.Read() && _xml.Depth > depth)
            {
                if (_xml.NodeType == XmlNodeType.Element)
                {
                    _attributes.ReadOfEvent();
                }
            }
        }

        _attributes.CompleteEvent(first);
        Hold(new(_attributes.Activity!, _attributes.Transition, _attributes.Resource, _attributes.Time, line, _position++, first, _attributes.CountSince(first)), isOutside);
    }

    private void Hold(HeldEvent item, bool isOutside)
    {
        if (!isOutside && item.Activity is not null && !item.Time.IsMissing)
        {
            _events.Add(item);
            return;
        }

        LeftOut.Add(isOutside ? MissingPart.Case : item.Activity is null ? MissingPart.Activity : MissingPart.Time, item.Line);
        _attributes.ForgetSince(item.FirstAttribute);
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct HeldEvent(
        string Activity, string? Transition, string? Resource, LogTime Time, long Line, long Position, int FirstAttribute, int AttributeCount);
}
