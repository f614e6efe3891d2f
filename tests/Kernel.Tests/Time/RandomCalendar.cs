using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

/// <summary>Calendars of every kind: many spans, nights, whole days, zones whose clocks change at odd hours.</summary>
internal static class RandomCalendar
{
    private static readonly string[] Zones =
        ["Europe/Paris", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu", "Etc/UTC"];

    private static readonly HolidayZone?[] HolidayChoices = [null, HolidayZone.Metropole, HolidayZone.AlsaceMoselle, HolidayZone.Mayotte];

    private static readonly Gen<OpeningHours> Hours =
        from open in Gen.Int[0, 95]
        from length in Gen.Int[1, 40]
        select new OpeningHours(open * 15, Math.Min((open + length) * 15, OpeningHours.MinutesPerDay));

    private static readonly Gen<ImmutableArray<OpeningHours>> Day = Gen.Frequency(
        (2, Gen.Const(ImmutableArray.Create(new OpeningHours(540, 750), new OpeningHours(840, 1080)))),
        (1, Gen.Const(ImmutableArray.Create(new OpeningHours(0, 1440)))),
        (1, Gen.Const(ImmutableArray<OpeningHours>.Empty)),
        (4, Hours.Array[1, 5].Select(hours => hours.ToImmutableArray())));

    public static Gen<BusinessCalendar> Any { get; } =
        from zone in Gen.Int[0, Zones.Length - 1].Select(at => Zones[at])
        from days in Day.Array[7]
        from holidays in Gen.Int[0, 3].Select(at => HolidayChoices[at])
        from closures in Gen.Select(Gen.Int[0, 14_000], Gen.Int[0, 30]).Array[0, 20]
        where days.Any(day => day.Length > 0)
        select BusinessCalendar.Compile(new()
        {
            TimeZone = zone,
            Weekly = days.Select((hours, day) => KeyValuePair.Create((IsoDayOfWeek)(day + 1), hours)).ToImmutableSortedDictionary(),
            HolidayZone = holidays,
            Closures = [.. closures.Select(closure => new Closure(new DateOnly(1970, 1, 1).AddDays(closure.Item1), new DateOnly(1970, 1, 1).AddDays(closure.Item1 + closure.Item2)))],
        });
}

/// <summary>The rules taken literally: every day resolved by NodaTime, spans joined and intersected one by one.</summary>
internal sealed class LiteralCalendar(CalendarDefinition definition)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[definition.TimeZone];

    public Duration Elapsed(Instant from, Instant to) => SpansAround(from, to)
        .Select(span => Instant.Min(span.Close, to) - Instant.Max(span.Open, from))
        .Where(length => length > Duration.Zero)
        .Aggregate(Duration.Zero, (sum, length) => sum + length);

    public bool IsOpen(Instant instant) => SpansAround(instant, instant).Any(span => span.Open <= instant && instant < span.Close);

    private List<OpenSpan> SpansAround(Instant from, Instant to)
    {
        var (first, last) = (from.InUtc().Date.PlusDays(-3), to.InUtc().Date.PlusDays(3));
        var spans = new List<OpenSpan>();
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            spans.AddRange(HoursOf(date.ToDateOnly()).Select(hours => Resolve(date, hours)).Where(span => span.Close > span.Open));
        }

        var joined = new List<OpenSpan>();
        foreach (var span in spans.OrderBy(span => span.Open))
        {
            if (joined.Count > 0 && span.Open <= joined[^1].Close)
            {
                joined[^1] = new(joined[^1].Open, Instant.Max(joined[^1].Close, span.Close));
                continue;
            }

            joined.Add(span);
        }

        return joined;
    }

    private ImmutableArray<OpeningHours> HoursOf(DateOnly date)
    {
        var isClosed = definition.Closures.Any(closure => closure.From <= date && date <= closure.To)
            || (definition.HolidayZone is { } zone && FrenchHolidays.Of(zone, date.Year).Any(holiday => holiday.Date == date));
        return isClosed ? [] : definition.Weekly.GetValueOrDefault(LocalDate.FromDateOnly(date).DayOfWeek, []);
    }

    private OpenSpan Resolve(LocalDate date, OpeningHours hours)
    {
        var (opens, closes) = (_zone.MapLocal(date.AtMidnight().PlusMinutes(hours.OpenMinute)), _zone.MapLocal(date.AtMidnight().PlusMinutes(hours.CloseMinute)));
        return new(
            opens.Count == 0 ? opens.EarlyInterval.End : opens.First().ToInstant(),
            closes.Count == 0 ? closes.EarlyInterval.End : closes.Last().ToInstant());
    }
}
