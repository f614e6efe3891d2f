namespace Pupitre.Mining;

/// <summary>What a filter by values keeps.</summary>
public enum ValueRule
{
    /// <summary>Cases of which the case itself or an event bears such a value.</summary>
    Cases,

    /// <summary>Cases of which neither the case nor an event does.</summary>
    CasesWithout,

    /// <summary>Events that bear it, themselves or through their case.</summary>
    Events,
}

/// <summary>
/// Keeps what bears one of some values of an attribute: one that was asked for when the log was loaded, or <c>org:resource</c>,
/// <c>lifecycle:transition</c>, <c>concept:name</c> or <see cref="Party"/>, which every log has.
/// </summary>
/// <param name="Name">The attribute.</param>
/// <param name="Values">Texts, compared exactly.</param>
/// <param name="Rule">What is kept.</param>
public sealed record AttributeFilter(string Name, IReadOnlyList<string> Values, ValueRule Rule) : LogFilter
{
    /// <summary>The name under which the party of an event is known here.</summary>
    public const string Party = "party";

    public override string Words => (Rule switch
    {
        ValueRule.Cases => Texts.Filter_Value,
        ValueRule.CasesWithout => Texts.Filter_NoValue,
        _ => Texts.Filter_EventValue,
    }).Filled(Name, Listed(Values));

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        var log = view.Log;
        return Name switch
        {
            XesKey.ActivityName => ByNumbers(view, log.Activities, item => log.EventActivities[item], token),
            XesKey.TransitionName => ByNumbers(view, log.Transitions, item => log.EventTransitions.IsEmpty ? -1 : log.EventTransitions[item], token),
            XesKey.ResourceName => ByNumbers(view, log.Resources, item => log.EventResources.IsEmpty ? -1 : log.EventResources[item], token),
            Party => ByNumbers(view, log.Parties, item => log.EventParties.IsEmpty ? -1 : log.EventParties[item], token),
            _ => ByColumn(view, token),
        };
    }

    private LogView ByNumbers(LogView view, NameTable names, Func<int, int> numberOf, CancellationToken token)
    {
        var chosen = Chosen(names, Values);
        return ValueMatch.Apply(view, Rule, item => numberOf(item) is >= 0 and var number && chosen[number], _ => false, Words, token);
    }

    private LogView ByColumn(LogView view, CancellationToken token)
    {
        var values = Values.ToHashSet();
        return view.Log.Attributes.TryGetValue(Name, out var column)
            ? ValueMatch.Apply(view, Rule, item => column.OfEvent(item) is { } text && values.Contains(text), number => column.OfCase(number) is { } text && values.Contains(text), Words, token)
            : ValueMatch.Apply(view, Rule, _ => false, _ => false, Words, token);
    }
}

/// <summary>Keeps what bears a number between two bounds, both included.</summary>
/// <param name="Name">An attribute that was asked for when the log was loaded.</param>
/// <param name="AtLeast">The smallest that is kept, or null.</param>
/// <param name="AtMost">The largest that is kept, or null.</param>
/// <param name="Rule">What is kept.</param>
public sealed record NumberFilter(string Name, double? AtLeast, double? AtMost, ValueRule Rule) : LogFilter
{
    public override string Words => (Rule switch
    {
        ValueRule.Cases => Texts.Filter_Number,
        ValueRule.CasesWithout => Texts.Filter_NoNumber,
        _ => Texts.Filter_EventNumber,
    }).Filled(Name, AtLeast?.ToString("N", System.Globalization.CultureInfo.CurrentCulture) ?? "…", AtMost?.ToString("N", System.Globalization.CultureInfo.CurrentCulture) ?? "…");

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        bool IsBetween(double? number) => number is { } known && known >= (AtLeast ?? double.MinValue) && known <= (AtMost ?? double.MaxValue);
        return view.Log.Attributes.TryGetValue(Name, out var column)
            ? ValueMatch.Apply(view, Rule, item => IsBetween(column.NumberOfEvent(item)), number => IsBetween(column.NumberOfCase(number)), Words, token)
            : ValueMatch.Apply(view, Rule, _ => false, _ => false, Words, token);
    }
}

/// <summary>Applies a condition on values to events or cases.</summary>
internal static class ValueMatch
{
    public static LogView Apply(LogView view, ValueRule rule, Func<int, bool> ofEvent, Func<int, bool> ofCase, string words, CancellationToken token) => rule == ValueRule.Events
        ? view.WithEventsOfCases((number, item) => ofEvent(item) || ofCase(number), words, token)
        : view.WithCases(number => (ofCase(number) || HasAny(view, number, ofEvent)) == (rule == ValueRule.Cases), words, token);

    private static bool HasAny(LogView view, int number, Func<int, bool> ofEvent)
    {
        foreach (var item in view.EventsOf(number))
        {
            if (ofEvent(item))
            {
                return true;
            }
        }

        return false;
    }
}
