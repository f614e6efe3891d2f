using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// What the events of a source mean for a clock. Where no pattern looks at attributes, each pair of activity and transition is decided
/// once instead of once per event: a log of half a million events has a few dozen pairs.
/// </summary>
public sealed class RoleTable
{
    private readonly Dictionary<long, EventRoles>? _known;
    private readonly List<(EventMatcher Matcher, EventRoles Role)> _matchers = [];

    public RoleTable(ClockRule rule, SourceCases source)
    {
        _known = rule.AttributeNames.All(EventMatcher.IsColumn) ? [] : null;
        Add(rule.Start, EventRoles.Start, source);
        Add(rule.Stop, EventRoles.Stop, source);
        Add(rule.Pause?.From, EventRoles.Pause, source);
        Add(rule.Pause?.To, EventRoles.PauseEnd, source);
        Add(rule.Cancel, EventRoles.Cancel, source);
        Add(rule.Reopen, EventRoles.Reopen, source);
        Add(rule.Prerequisite?.Event, EventRoles.Prerequisite, source);
        Add((rule.Target as DateTarget)?.Event, EventRoles.Anchor, source);
    }

    /// <param name="item">The event.</param>
    /// <param name="place">Its place among all events of the source.</param>
    public EventRoles Of(in RecordedEvent item, int place)
    {
        if (_known is null)
        {
            return Decide(item, place);
        }

        var pair = ((long)item.Activity << 32) | (uint)item.Transition;
        if (!_known.TryGetValue(pair, out var roles))
        {
            _known[pair] = roles = Decide(item, place);
        }

        return roles;
    }

    /// <summary>Place inside the case of the first event that starts the clock, or -1.</summary>
    public int FirstStart(ReadOnlySpan<RecordedEvent> events, int firstPlace)
    {
        for (var i = 0; i < events.Length; i++)
        {
            if (Of(events[i], firstPlace + i).HasFlag(EventRoles.Start))
            {
                return i;
            }
        }

        return -1;
    }

    private void Add(EventPattern? pattern, EventRoles role, SourceCases source)
    {
        if (pattern is not null)
        {
            _matchers.Add((source.Matcher(pattern), role));
        }
    }

    private EventRoles Decide(in RecordedEvent item, int place)
    {
        var roles = EventRoles.None;
        foreach (var (matcher, role) in _matchers)
        {
            roles |= matcher.Matches(item, place) ? role : EventRoles.None;
        }

        return roles;
    }
}
