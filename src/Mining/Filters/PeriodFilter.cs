using System.Globalization;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>What a <see cref="PeriodFilter"/> keeps.</summary>
public enum PeriodRule
{
    /// <summary>Cases whose first event lies in the period.</summary>
    CasesStarted,

    /// <summary>Cases whose last event lies in the period.</summary>
    CasesEnded,

    /// <summary>Cases that lie in the period from their first event to their last.</summary>
    CasesWithin,

    /// <summary>Cases that began before the end of the period and ended after its beginning, or in it.</summary>
    CasesTouching,

    /// <summary>Events in the period, whatever lies around them in their case.</summary>
    Events,
}

/// <summary>Keeps what lies in a period.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Rule">What has to lie in it.</param>
public sealed record PeriodFilter(Instant From, Instant To, PeriodRule Rule) : LogFilter
{
    /// <summary>The zone in which <see cref="Words"/> says the period.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    public override string Words => string.Format(
        CultureInfo.CurrentCulture,
        Rule switch
        {
            PeriodRule.CasesStarted => Texts.Filter_PeriodStarted,
            PeriodRule.CasesEnded => Texts.Filter_PeriodEnded,
            PeriodRule.CasesWithin => Texts.Filter_PeriodWithin,
            PeriodRule.CasesTouching => Texts.Filter_PeriodTouching,
            _ => Texts.Filter_PeriodEvents,
        },
        Moment(From, Zone),
        Moment(To, Zone));

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        var (from, to, log) = (From.ToUnixTimeTicks(), To.ToUnixTimeTicks(), view.Log);
        bool IsIn(long ticks) => ticks >= from && ticks < to;
        if (Rule == PeriodRule.Events)
        {
            return view.WithEvents(item => IsIn(log.EventTicks[item]), Words, token);
        }

        return view.WithCases(
            number =>
            {
                var (first, last) = view.EndsOf(number);
                var (start, end) = (log.EventTicks[first], log.EventTicks[last]);
                return Rule switch
                {
                    PeriodRule.CasesStarted => IsIn(start),
                    PeriodRule.CasesEnded => IsIn(end),
                    PeriodRule.CasesWithin => IsIn(start) && IsIn(end),
                    _ => start < to && end >= from,
                };
            },
            Words,
            token);
    }
}
