using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Evidence.Events;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// What each pair of activity and transition means for a clock, looked up once per pair instead of once per event: a log of half a
/// million events has a few dozen pairs.
/// </summary>
internal sealed class RoleTable(ClockRule rule, IReadOnlyList<string?> words)
{
    private readonly Dictionary<long, EventRoles> _known = [];

    public EventRoles Of(in RecordedEvent item)
    {
        var pair = ((long)item.Activity << 32) | (uint)item.Transition;
        if (!_known.TryGetValue(pair, out var roles))
        {
            _known[pair] = roles = rule.RolesOf(ValueOf(item.Activity, item.Transition));
        }

        return roles;
    }

    /// <summary>Place of the first event that starts the clock, or -1.</summary>
    public int FirstStart(ReadOnlySpan<RecordedEvent> events)
    {
        for (var i = 0; i < events.Length; i++)
        {
            if (Of(events[i]).HasFlag(EventRoles.Start))
            {
                return i;
            }
        }

        return -1;
    }

    private Func<string, string?> ValueOf(int activity, int transition) => name => name switch
    {
        EventPattern.ActivityName or "concept:name" => words[activity],
        EventPattern.TransitionName or "lifecycle:transition" => words[transition],
        _ => null,
    };
}
