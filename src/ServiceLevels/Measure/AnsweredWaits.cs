using System.Collections.Immutable;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// What the other side said of waits, put among the events of a case: a wait that is denied pauses nothing, one that was ended has its end.
/// As <see cref="MeasureCases"/> has it, for whoever tells one case or writes it down.
/// </summary>
public static class AnsweredWaits
{
    public static List<CaseEvent> In(
        IReadOnlyList<CaseEvent> told, ClockRule rule, IReadOnlyDictionary<string, string> attributes, Adjustments adjustments)
    {
        var events = new List<CaseEvent>(told.Count);
        foreach (var item in told)
        {
            var against = adjustments.AgainstOf(item.Recording, item.Source) is { } word
                && rule.RolesOf(item, attributes) == EventRoles.Pause ? word : null;
            events.Add(against is not { EndsOn: null } ? item : new CaseEvent
            {
                Activity = "",
                Time = item.Time,
                Source = item.Source,
                Position = item.Position,
                Recording = item.Recording,
            });
            if (against?.EndsOn is { } day)
            {
                events.Add(EndOf(item, day, rule));
            }
        }

        return events;
    }

    /// <summary>What the end of a wait says where it is written down: the values by which the rule knows one.</summary>
    public static ImmutableArray<StatedValue> ValuesOfEnd(ClockRule rule) => rule.Pause?.To is not { } to ? []
        :
        [
            .. to.Alternatives[0].Parts.Select(part => new StatedValue(part.Name, part.Values[0]))
                .OrderBy(part => part.Name, StringComparer.Ordinal),
        ];

    private static CaseEvent EndOf(CaseEvent wait, DateOnly day, ClockRule rule)
    {
        var values = ValuesOfEnd(rule).ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);
        return new CaseEvent
        {
            Activity = values.GetValueOrDefault(EventPattern.ActivityName, ""),
            Transition = values.GetValueOrDefault(EventPattern.TransitionName),
            Attributes = values,
            Time = EventTime.On(day),
            Source = WordAgainst.By(wait.Source),
            Position = wait.Position,
            Recording = wait.Recording,
        };
    }
}
