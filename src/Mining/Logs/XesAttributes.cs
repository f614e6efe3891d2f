using System.Runtime.InteropServices;
using System.Xml;

namespace Pupitre.Mining;

/// <summary>Reads and keeps the attributes of the events and the case at hand, with the defaults of the log.</summary>
internal sealed class XesAttributes
{
    private const int MostKeys = 10_000;

    private readonly XmlReader _xml;
    private readonly LogOptions _options;
    private readonly StringPool _pool = new();
    private readonly Dictionary<string, XesKey> _keys = [];
    private readonly object _keyName;
    private readonly object _valueName;
    private readonly List<LogAttribute> _ofEvents = [];
    private readonly List<LogAttribute> _ofCase = [];
    private readonly List<LogAttribute> _eventDefaults;
    private readonly List<LogAttribute> _caseDefaults;
    private XesKey? _lastKey;

    /// <param name="xml">The log.</param>
    /// <param name="options">Which attributes are wanted.</param>
    /// <param name="defaults">What was declared before; null at the beginning of a log.</param>
    public XesAttributes(XmlReader xml, LogOptions options, XesDefaults? defaults)
    {
        (_xml, _options) = (xml, options);
        (_eventDefaults, _caseDefaults) = ([.. defaults?.OfEvents ?? []], [.. defaults?.OfCases ?? []]);
        _keyName = xml.NameTable.Add("key");
        _valueName = xml.NameTable.Add("value");
    }

    /// <summary>What was declared so far.</summary>
    public XesDefaults Defaults => new([.. _eventDefaults], [.. _caseDefaults]);

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
        if (ReadAttribute(everything: false, out var value) is not { } key || value is null)
        {
            SkipChildren();
            return;
        }

        if (key.Role == XesRole.Time)
        {
            Time = LogTime.Parse(value, _options.Zone);
        }
        else
        {
            value = _pool.Of(value);
            KeepRole(key.Role, value);
        }

        if (key.IsWanted)
        {
            _ofEvents.Add(new(key.Name, value));
        }

        SkipChildren();
    }

    public void ReadOfCase()
    {
        if (ReadAttribute(everything: false, out var value) is { } key && value is not null)
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

            if (ReadAttribute(everything: true, out var value) is { } key && key.Role != XesRole.Time && value is not null)
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
            if (!isCaseName && IsWanted(value.Name) && !Contains(CollectionsMarshal.AsSpan(attributes)[first..], value.Name))
            {
                attributes.Add(value);
            }
        }
    }

    private bool IsWanted(string name) => _options.Attributes?.Contains(name) ?? true;

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

    private void KeepRole(XesRole role, string value)
    {
        switch (role)
        {
            case XesRole.Activity: Activity = value; break;
            case XesRole.Transition: Transition = value; break;
            case XesRole.Resource: Resource = value; break;
            default: break;
        }
    }

    /// <summary>Reads key and value of the attribute under the reader in one pass; the value only when it is needed.</summary>
    private XesKey? ReadAttribute(bool everything, out string? value)
    {
        XesKey? key = null;
        value = null;
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            var name = (object)_xml.LocalName;
            if (name == _keyName)
            {
                key = KeyOf(_xml.Value);
                if (!everything && !key.IsRead)
                {
                    break;
                }
            }
            else if (name == _valueName)
            {
                value = _xml.Value;
            }
        }

        _xml.MoveToElement();
        return key;
    }

    /// <summary>Attributes follow each other in the same order from event to event, so the one that came next last time is tried first.</summary>
    private XesKey KeyOf(string name)
    {
        if (_lastKey?.Next is { } next && next.Name == name)
        {
            return _lastKey = next;
        }

        if (!_keys.TryGetValue(name, out var key))
        {
            key = XesKey.Of(name, _options);
            if (_keys.Count >= MostKeys)
            {
                _keys.Clear();
            }

            _keys.Add(name, key);
        }

        _lastKey?.Next = key;
        return _lastKey = key;
    }
}

/// <summary>Values that an event or a case has when it does not say otherwise.</summary>
internal sealed record XesDefaults(IReadOnlyList<LogAttribute> OfEvents, IReadOnlyList<LogAttribute> OfCases);

internal enum XesRole
{
    None,
    Activity,
    Transition,
    Resource,
    Time,
}

/// <summary>What an attribute's name means to the reader.</summary>
internal sealed class XesKey(string name, XesRole role, bool isWanted)
{
    public const string ActivityName = "concept:name";
    public const string TransitionName = "lifecycle:transition";
    public const string ResourceName = "org:resource";
    public const string TimeName = "time:timestamp";

    public string Name { get; } = name;

    public XesRole Role { get; } = role;

    public bool IsWanted { get; } = isWanted;

    public bool IsRead { get; } = isWanted || role != XesRole.None;

    /// <summary>The attribute that followed this one last time.</summary>
    public XesKey? Next { get; set; }

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
