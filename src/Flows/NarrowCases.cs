using NodaTime;
using Pupitre.Mining;
using Pupitre.Recognition.Tables;

namespace Pupitre.Flows;

/// <summary>Narrows a log to what a filter keeps: period first, paths last, since which paths there are depends on all the rest.</summary>
internal sealed class NarrowCases(FlowFilter filter, DateTimeZone zone)
{
    public LogView Run(LogView whole, CancellationToken token)
    {
        var cases = Filters().Aggregate(whole, (left, next) => left.Where(next, token));
        return filter.Variant is { } number ? cases.Where(PathOf(cases, number), token) : cases;
    }

    private IEnumerable<LogFilter> Filters()
    {
        if (filter.From is not null || filter.To is not null)
        {
            yield return new PeriodFilter(
                StartOf(filter.From ?? EvidenceTime.Earliest.ToDateOnly()),
                StartOf(filter.To?.AddDays(1) ?? EvidenceTime.Latest.ToDateOnly()),
                PeriodRule.CasesStarted)
            { Zone = zone };
        }

        if (filter is { Attribute: { } name, Value: { } value })
        {
            yield return new AttributeFilter(name, [value], ValueRule.Cases);
        }

        if (filter.Activity is { } activity)
        {
            yield return new ActivityFilter([activity], ActivityRule.CasesWithAny);
        }

        if (filter is { First: { } first, Next: { } next })
        {
            yield return new FollowerFilter(first, next, FollowerRule.Directly);
        }

        if (filter.MinDays is not null || filter.MostDays is not null)
        {
            yield return new DurationFilter(filter.MinDays is { } least ? Duration.FromDays(least) : null, filter.MostDays is { } most ? Duration.FromDays(most) : null);
        }

        if (filter.Share is { } share)
        {
            yield return new VariantShareFilter(share / 100.0);
        }
    }

    private Instant StartOf(DateOnly day) => LocalDate.FromDateOnly(day).AtStartOfDayInZone(zone).ToInstant();

    private static VariantFilter PathOf(LogView cases, int number) => number > cases.Variants.Count
        ? new VariantFilter([])
        : new VariantFilter([.. cases.Variants[number - 1].ToArray().Select(activity => cases.Variants.Names[activity])]);
}
