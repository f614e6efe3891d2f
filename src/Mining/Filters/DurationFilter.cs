using NodaTime;

namespace Pupitre.Mining;

/// <summary>Keeps the cases whose first and last event lie so far apart, bounds included.</summary>
/// <param name="AtLeast">The shortest that is kept, or null.</param>
/// <param name="AtMost">The longest that is kept, or null.</param>
public sealed record DurationFilter(Duration? AtLeast, Duration? AtMost) : LogFilter
{
    public override string Words => (AtLeast, AtMost) switch
    {
        ({ } least, { } most) => Texts.Filter_DurationBetween.Filled(Length(least), Length(most)),
        ({ } least, null) => Texts.Filter_DurationAtLeast.Filled(Length(least)),
        (null, { } most) => Texts.Filter_DurationAtMost.Filled(Length(most)),
        _ => Texts.Filter_DurationAny,
    };

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        var least = AtLeast?.BclCompatibleTicks ?? long.MinValue;
        var most = AtMost?.BclCompatibleTicks ?? long.MaxValue;
        return view.WithCases(
            number =>
            {
                var (first, last) = view.EndsOf(number);
                var duration = view.Log.EventTicks[last] - view.Log.EventTicks[first];
                return duration >= least && duration <= most;
            },
            Words,
            token);
    }
}
