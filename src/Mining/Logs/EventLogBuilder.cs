using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Makes an <see cref="EventLog"/> of events added one by one, in any order: events that bear one case name are one case, in the order of
/// time, and in the order of their addition where they happened at the same instant.
/// </summary>
/// <remarks>Not safe for several threads. A builder makes one log.</remarks>
public sealed class EventLogBuilder
{
    private readonly List<string> _caseNames = [];
    private readonly Dictionary<string, int> _cases = [];
    private readonly List<int> _case = [];
    private readonly List<int> _activity = [];
    private readonly List<long> _ticks = [];
    private readonly SparseNames _transitions;
    private readonly SparseNames _resources;
    private readonly SparseNames _parties;
    private readonly NameTable _activities = new();
    private readonly Dictionary<string, AttributeValues> _attributes;
    private readonly int _mostEvents;

    /// <param name="attributes">Names of the attributes to keep of what <see cref="Add"/> is given; none when null.</param>
    /// <param name="mostEvents">Events above which <see cref="Add"/> refuses.</param>
    /// <param name="expected">How many events there will be, as far as that is known: room is made for so many at once.</param>
    public EventLogBuilder(IEnumerable<string>? attributes = null, int mostEvents = 50_000_000, int expected = 0)
    {
        (_transitions, _resources, _parties) = (new(expected), new(expected), new(expected));
        _case.EnsureCapacity(expected);
        _activity.EnsureCapacity(expected);
        _ticks.EnsureCapacity(expected);
        _attributes = (attributes ?? []).Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => new AttributeValues());
        _mostEvents = mostEvents;
    }

    /// <summary>Events added so far.</summary>
    public int Count => _ticks.Count;

    /// <summary>Adds an event.</summary>
    /// <param name="caseName">The case that it belongs to.</param>
    /// <param name="activity">What happened.</param>
    /// <param name="time">When.</param>
    /// <param name="transition">Where in the life of the activity (<c>start</c>, <c>complete</c>), or null.</param>
    /// <param name="resource">Who did it, or null.</param>
    /// <param name="party">On whose behalf, see <see cref="PartyNames"/>, or null when that is unknown.</param>
    /// <param name="attributes">More about the event; only those named at the construction are kept.</param>
    /// <exception cref="UnreadableLog">There are more events than the builder accepts.</exception>
    public void Add(
        string caseName, string activity, Instant time, string? transition = null, string? resource = null, string? party = null, ReadOnlySpan<LogAttribute> attributes = default)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_cases, caseName, out var isKnown);
        number = isKnown ? number : NewCase(caseName);
        Add(number, activity, time.ToUnixTimeTicks(), transition, resource, party);
        AddAttributes(number, attributes, default);
    }

    /// <summary>Makes the log of all that was added.</summary>
    public EventLog Build(CancellationToken token = default) => Build(columns => columns, token);

    internal EventLog Build(Func<EventColumns, EventColumns> completed, CancellationToken token)
    {
        var order = CaseOrder.Of(CollectionsMarshal.AsSpan(_case), CollectionsMarshal.AsSpan(_ticks), _caseNames.Count, token);
        return new(completed(new()
        {
            CaseNames = _caseNames,
            CaseOffsets = order.CaseOffsets,
            Activity = order.Sorted(_activity),
            Ticks = order.Sorted(_ticks),
            Transition = _transitions.Sorted(order, _ticks.Count),
            Resource = _resources.Sorted(order, _ticks.Count),
            Party = _parties.Sorted(order, _ticks.Count),
            Activities = _activities,
            Transitions = _transitions.Names,
            Resources = _resources.Names,
            Parties = _parties.Names,
            Attributes = [.. _attributes.Where(attribute => attribute.Value.HasAny).Select(attribute => attribute.Value.Column(attribute.Key, order, _ticks.Count))],
        }));
    }

    /// <summary>Begins a case that is another one than those before, whatever their names.</summary>
    internal int NewCase(string name)
    {
        _caseNames.Add(name);
        return _caseNames.Count - 1;
    }

    internal void Add(int caseNumber, string activity, long ticks, string? transition, string? resource, string? party)
    {
        if (_ticks.Count >= _mostEvents)
        {
            throw new UnreadableLog(Texts.Log_TooManyEvents.Filled(_mostEvents));
        }

        _transitions.Add(_ticks.Count, transition);
        _resources.Add(_ticks.Count, resource);
        _parties.Add(_ticks.Count, party);
        _case.Add(caseNumber);
        _activity.Add(_activities.Add(activity));
        _ticks.Add(ticks);
    }

    /// <summary>Adds all that another builder of the same attributes holds, its cases behind those of this one, whatever their names.</summary>
    internal void Append(EventLogBuilder other)
    {
        if (_ticks.Count + (long)other._ticks.Count > _mostEvents)
        {
            throw new UnreadableLog(Texts.Log_TooManyEvents.Filled(_mostEvents));
        }

        int[] numbers = [.. other._activities.Select(_activities.Add)];
        _transitions.Append(other._transitions, _ticks.Count);
        _resources.Append(other._resources, _ticks.Count);
        _parties.Append(other._parties, _ticks.Count);
        foreach (var (name, values) in other._attributes)
        {
            _attributes[name].OfEvents.Append(values.OfEvents, _ticks.Count);
            _attributes[name].OfCases.Append(values.OfCases, _caseNames.Count);
        }

        foreach (var number in other._case)
        {
            _case.Add(number + _caseNames.Count);
        }

        foreach (var activity in other._activity)
        {
            _activity.Add(numbers[activity]);
        }

        _ticks.AddRange(other._ticks);
        _caseNames.AddRange(other._caseNames);
    }

    /// <summary>Keeps what is wanted of the attributes of the event that was added last, and of its case.</summary>
    internal void AddAttributes(int caseNumber, ReadOnlySpan<LogAttribute> ofEvent, ReadOnlySpan<LogAttribute> ofCase)
    {
        if (_attributes.Count == 0)
        {
            return;
        }

        foreach (ref readonly var attribute in ofEvent)
        {
            if (_attributes.TryGetValue(attribute.Name, out var values))
            {
                values.OfEvents.Add(_ticks.Count - 1, attribute.Value);
            }
        }

        foreach (ref readonly var attribute in ofCase)
        {
            if (_attributes.TryGetValue(attribute.Name, out var values))
            {
                values.OfCases.Add(caseNumber, attribute.Value);
            }
        }
    }
}
