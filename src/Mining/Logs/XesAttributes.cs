using System.Runtime.InteropServices;
using System.Xml;

namespace Pupitre.Mining;

/// <summary>Reads and keeps the attributes of the events and the case at hand, with the defaults of the log.</summary>
internal sealed class XesAttributes
{
    private readonly XmlReader _xml;
    private readonly LogOptions _options;
    private readonly StringPool _pool = new();
    private readonly Dictionary<string, XesKey> _keys = [];
    private readonly object _keyName;
    private readonly object _valueName;
    private readonly List<LogAttribute> _ofEvents = [];
    private readonly List<LogAttribute> _ofCase = [];
    private readonly List<LogAttribute> _eventDefaults = [];
    private readonly List<LogAttribute> _caseDefaults = [];

    public XesAttributes(XmlReader xml, LogOptions options)
    {
        (_xml, _options) = (xml, options);
        _keyName = xml.NameTable.Add("key");
        _valueName = xml.NameTable.Add("value");
    }

    public string? CaseName { get; private set; }

    public string? Activity { get; private set; }

    public string? Transition { get; private set; }

    public string? Resource { get; private set; }

    public LogTime Time { get; private set; }

    public ReadOnlySpan<LogAttribute> OfCase => CollectionsMarshal.AsSpan(_ofCase);

    public ReadOnlySpan<LogAttribute> OfEvent(int first, int count) => CollectionsMarshal.AsSpan(_ofEvents).Slice(first, count);

    public void ForgetEvents() => _ofEvents.Clear();

    public void ForgetSince(int first) => CollectionsMarshal.SetCount(_ofEvents, first);

    public int CountSince(int first) => _ofEvents.Count - first;

    public void BeginCase()
    {
        _ofCase.Clear();
        CaseName = null;
    }

    public void CompleteCase() => AddDefaults(_ofCase, 0, _caseDefaults);

    public int BeginEvent()
    {
        Activity = Transition = Resource = null;
        Time = LogTime.Missing;
        return _ofEvents.Count;
    }

    /// <summary>Fills what the event lacks from the log's defaults.</summary>
    public void CompleteEvent(int first)
    {
        AddDefaults(_ofEvents, first, _eventDefaults);
        Activity ??= DefaultOf(XesKey.ActivityName);
        Transition ??= DefaultOf(XesKey.TransitionName);
        Resource ??= DefaultOf(XesKey.ResourceName);
    }

    public void ReadOfEvent()
    {
        if (ReadKey() is { } key && key.IsRead && ReadValue() is { } value)
        {
            switch (key.Role)
            {
                case XesRole.Activity: Activity = value; break;
                case XesRole.Transition: Transition = value; break;
                case XesRole.Resource: Resource = value; break;
                case XesRole.Time: Time = LogTime.Parse(value, _options.Zone); break;
                default: break;
            }

            if (key.IsWanted)
            {
                _ofEvents.Add(new(key.Name, value));
            }
        }

        SkipChildren();
    }

    public void ReadOfCase()
    {
        if (ReadKey() is { } key && (key.IsRead || key.Role == XesRole.Activity) && ReadValue() is { } value)
        {
            CaseName = key.Role == XesRole.Activity ? value : CaseName;
            if (key.IsWanted)
            {
                _ofCase.Add(new(key.Name, value));
            }
        }

        SkipChildren();
    }

    public void ReadGlobal()
    {
        var defaults = _xml.GetAttribute("scope") switch { "trace" => _caseDefaults, "event" => _eventDefaults, _ => null };
        if (defaults is null || _xml.IsEmptyElement)
        {
            SkipChildren();
            return;
        }

        var depth = _xml.Depth;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (ReadKey() is { } key && key.Role != XesRole.Time && ReadValue() is { } value)
            {
                defaults.RemoveAll(known => known.Name == key.Name);
                defaults.Add(new(key.Name, value));
            }

            SkipChildren();
        }
    }

    /// <summary>Passes over what is nested in the element under the reader, and refuses what is nested too deep.</summary>
    public void SkipChildren()
    {
        _xml.MoveToElement();
        if (_xml.IsEmptyElement)
        {
            return;
        }

        var depth = _xml.Depth;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.Depth > XesReader.MostDepth)
            {
                throw new UnreadableLog(Texts.Xes_TooDeep.Filled(XesReader.MostDepth), ((IXmlLineInfo)_xml).LineNumber);
            }
        }
    }

    private void AddDefaults(List<LogAttribute> attributes, int first, List<LogAttribute> defaults)
    {
        foreach (var value in defaults)
        {
            var isCaseName = ReferenceEquals(attributes, _ofCase) && value.Name == XesKey.ActivityName;
            if (!isCaseName && KeyOf(value.Name).IsWanted && !Contains(CollectionsMarshal.AsSpan(attributes)[first..], value.Name))
            {
                attributes.Add(value);
            }
        }
    }

    private static bool Contains(ReadOnlySpan<LogAttribute> attributes, string name)
    {
        foreach (ref readonly var attribute in attributes)
        {
            if (attribute.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private string? DefaultOf(string name)
    {
        foreach (var value in _eventDefaults)
        {
            if (value.Name == name)
            {
                return value.Value;
            }
        }

        return null;
    }

    private XesKey? ReadKey()
    {
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            if ((object)_xml.LocalName == _keyName)
            {
                return KeyOf(_xml.Value);
            }
        }

        return null;
    }

    private string? ReadValue()
    {
        _xml.MoveToElement();
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            if ((object)_xml.LocalName == _valueName)
            {
                return _pool.Of(_xml.Value);
            }
        }

        return null;
    }

    private XesKey KeyOf(string name)
    {
        if (!_keys.TryGetValue(name, out var key))
        {
            key = XesKey.Of(name, _options);
            _keys.Add(name, key);
        }

        return key;
    }
}

internal enum XesRole
{
    None,
    Activity,
    Transition,
    Resource,
    Time,
}

/// <summary>What an attribute's name means to the reader.</summary>
internal sealed record XesKey(string Name, XesRole Role, bool IsWanted)
{
    public const string ActivityName = "concept:name";
    public const string TransitionName = "lifecycle:transition";
    public const string ResourceName = "org:resource";
    public const string TimeName = "time:timestamp";

    public bool IsRead => IsWanted || Role != XesRole.None;

    public static XesKey Of(string name, LogOptions options) => new(
        name,
        name switch
        {
            ActivityName => XesRole.Activity,
            TransitionName => XesRole.Transition,
            ResourceName => XesRole.Resource,
            TimeName => XesRole.Time,
            _ => XesRole.None,
        },
        options.Attributes?.Contains(name) ?? true);
}
