using System.Globalization;
using CsCheck;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

/// <summary>What holds for every valid rule: dates in order, none twice, none lost before the end, and never an exception.</summary>
public class RecurrenceLawTests
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly string[] Frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    private static readonly Gen<DateOnly> Anchors = Gen.Int[0, 3_000].Select(days => new DateOnly(2024, 1, 1).AddDays(days));

    private static readonly Gen<string> Rules = Gen.Select(
        Gen.Int[0, 3].Select(number => Frequencies[number]),
        Gen.Int[1, 4],
        Part("BYMONTH", Gen.Int[1, 12]),
        Part("BYMONTHDAY", Gen.Int[-31, 31].Where(day => day != 0)),
        Part("BYWEEKNO", Gen.Int[-53, 53].Where(week => week != 0)),
        Part("BYYEARDAY", Gen.Int[-366, 366].Where(day => day != 0)),
        Gen.Select(Gen.Int[-5, 5], Gen.Int[0, 6]).List[0, 3],
        Gen.Int[-2, 2],
        Rule);

    [Fact]
    public void Dates_come_in_order_and_once_and_never_fail() => Gen.Select(Rules, Anchors).Sample(
        (rule, anchor) =>
        {
            var dates = Some(rule, anchor);
            return dates.SequenceEqual(dates.Distinct().Order()) && dates.All(date => date >= anchor);
        },
        iter: 120, print: made => $"{made.Item1} from {made.Item2:yyyy-MM-dd}");

    [Fact]
    public void An_end_cuts_the_dates_and_loses_none() => Gen.Select(Rules, Anchors, Gen.Int[0, 3_000]).Sample(
        (rule, anchor, days) =>
        {
            var until = anchor.AddDays(days);
            return Some($"{rule};UNTIL={until:yyyyMMdd}", anchor).SequenceEqual(Some(rule, anchor).Where(date => date <= until));
        },
        iter: 80, print: made => $"{made.Item1} from {made.Item2:yyyy-MM-dd} for {made.Item3} days");

    [Fact]
    public void A_count_takes_the_first_dates() => Gen.Select(Rules, Anchors, Gen.Int[1, 10]).Sample(
        (rule, anchor, count) => Some($"{rule};COUNT={count}", anchor).SequenceEqual(Some(rule, anchor).Take(count)),
        iter: 80, print: made => $"{made.Item1} from {made.Item2:yyyy-MM-dd}, {made.Item3} times");

    [Fact]
    public void A_part_of_the_dates_is_what_the_whole_has_there() => Gen.Select(Rules, Anchors, Gen.Int[0, 1_000], Gen.Int[0, 1_000]).Sample(
        (rule, anchor, skipped, length) =>
        {
            var (from, to) = (anchor.AddDays(skipped), anchor.AddDays(skipped + length));
            return Recurrence.Parse(rule, anchor).Dates(from, to).SequenceEqual(Some(rule, anchor).Where(date => date >= from && date <= to));
        },
        iter: 60);

    /// <summary>A yearly rule of some months that names no day: the anchor's, or the month's last, in each of those months of each such year.</summary>
    [Fact]
    public void Months_of_every_so_many_years_keep_the_day_of_the_anchor() => Gen.Select(Anchors, Gen.Int[1, 4], Gen.Int[1, 12].HashSet[1, 4]).Sample((anchor, interval, months) =>
    {
        var rule = $"FREQ=YEARLY;INTERVAL={interval};BYMONTH={string.Join(',', months)}";
        var expected = Enumerable.Range(0, 12).Select(step => anchor.Year + (step * interval)).SelectMany(year => months.Order().Select(month => InMonth(year, month, anchor.Day)))
            .Where(date => date >= anchor && date.Year < anchor.Year + 10);
        return Recurrence.Parse(rule, anchor).Dates(anchor, new(anchor.Year + 9, 12, 31)).SequenceEqual(expected);
    });

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=5;BYDAY=1MO;UNTIL=20300510", "2026-09-15", "2027-05-03 2028-05-01 2029-05-07 2030-05-06")]
    [InlineData("FREQ=YEARLY;BYDAY=1FR;UNTIL=20300201", "2026-12-15", "2027-01-01 2028-01-07 2029-01-05 2030-01-04")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=-1,52;BYDAY=WE,TH;UNTIL=20271231", "2027-06-01", "2027-12-29 2027-12-30")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYMONTH=6,12;UNTIL=20281231", "2026-12-31", "2026-12-31 2028-06-30 2028-12-31")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYMONTH=2,6;UNTIL=20281231", "2026-01-31", "2026-02-28 2026-06-30 2028-02-29 2028-06-30")]
    [InlineData("FREQ=YEARLY;BYMONTH=11;BYWEEKNO=53;BYDAY=WE", "2026-01-01", "")]
    public void Dates_are_those_of_the_standard(string rule, string anchor, string dates) =>
        string.Join(' ', Some(rule, DateOnly.Parse(anchor, CultureInfo.InvariantCulture)).Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ShouldBe(dates);

    [Theory]
    [InlineData("20260530T220000Z", "Europe/Paris", 31)]
    [InlineData("20260530T215959Z", "Europe/Paris", 30)]
    [InlineData("20260531T035959Z", "America/Martinique", 30)]
    [InlineData("20260531T040000Z", "America/Martinique", 31)]
    [InlineData("20260530T220000", "Europe/Paris", 30)]
    [InlineData("20260530", "Europe/Paris", 30)]
    public void An_end_in_UTC_is_a_date_of_the_zone(string until, string zone, int last) =>
        Recurrence.Parse("FREQ=DAILY;UNTIL=" + until, new(2026, 5, 25), zone: DateTimeZoneProviders.Tzdb[zone]).Dates(new(2026, 5, 1), new(2026, 6, 30)).Last().ShouldBe(new(2026, 5, last));

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=15")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=-1;INTERVAL=2")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTHDAY=1,15;COUNT=3")]
    public void A_day_of_the_month_every_year_without_a_month_is_asked_about(string rule) =>
        Should.Throw<Refused>(() => Recurrence.Parse(rule, new(2026, 5, 1))).Message.ShouldContain("FREQ=MONTHLY;BYMONTHDAY=");

    [Theory]
    [InlineData("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "2026-02-01")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01")]
    [InlineData("FREQ=YEARLY;BYMONTH=11;BYWEEKNO=53;BYDAY=WE", "2026-01-01")]
    [InlineData("FREQ=DAILY;UNTIL=20251231", "2026-01-01")]
    public void A_rule_that_gives_nothing_is_said_when_it_is_entered(string rule, string anchor) =>
        Should.Throw<Refused>(Recurrence.Parse(rule, DateOnly.Parse(anchor, CultureInfo.InvariantCulture)).RefuseSilent).Field.ShouldBe("rrule");

    [Fact]
    public void A_rule_that_gives_a_date_is_not() => Recurrence.Parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", new(2025, 1, 1)).RefuseSilent();

    private static DateOnly InMonth(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static List<DateOnly> Some(string rule, DateOnly anchor) => [.. Recurrence.Parse(rule, anchor).Dates(anchor, anchor.AddYears(12))];

    private static Gen<string> Part(string name, Gen<int> values) => Gen.Select(Gen.Int[0, 2], values.HashSet[1, 3]).Select((rare, some) => rare > 0 ? "" : $";{name}={string.Join(',', some)}");

    private static string Rule(string frequency, int interval, string months, string monthDays, string weeks, string yearDays, List<(int Position, int Day)> days, int position)
    {
        var (isYearly, isMonthly) = (frequency == "YEARLY", frequency == "MONTHLY");
        months = isYearly && monthDays.Length > 0 && months.Length == 0 ? ";BYMONTH=3,7" : months;
        var byDay = days.Count == 0 ? "" : ";BYDAY=" + string.Join(',', days.Select(day => (day.Position == 0 || !(isYearly || isMonthly) || weeks.Length > 0 ? "" : day.Position) + Weekdays[day.Day]).Distinct());
        var rule = $"FREQ={frequency};INTERVAL={interval}{months}" + (frequency == "WEEKLY" ? "" : monthDays) + (isYearly ? weeks + yearDays : "") + byDay;
        return rule + (position == 0 || rule.IndexOf("BY", StringComparison.Ordinal) < 0 ? "" : $";BYSETPOS={position}");
    }
}
