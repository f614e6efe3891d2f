using System.Globalization;
using System.Runtime.InteropServices;
using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using Period = Ical.Net.DataTypes.Period;

namespace Pupitre.Kernel.Time;

/// <summary>One date of a recurrence.</summary>
/// <param name="Key">Unique within the rule: the date before any roll, as <c>yyyy-MM-dd</c>. What it makes is made once, whatever restarts.</param>
/// <param name="Date">The date that the rule gives.</param>
/// <param name="Rolled">That date after the roll convention.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecurrenceDate(string Key, DateOnly Date, DateOnly Rolled);

/// <summary>Dates that come again: an RRULE (RFC 5545) anchored at a first date, read by Ical.Net, with a roll convention.</summary>
/// <remarks>
/// <para>
/// By day, week, month or year; a due date does not come more often. A rule by month or year that names no day takes that of the anchor, and
/// in a month that does not have it, the month's last: 31 January monthly gives 28 February and then 31 March, and never drifts. Days that
/// the rule names itself (<c>BYMONTHDAY=31</c>) are those of RFC 5545: months without them are passed over.
/// </para>
/// <para>The last working day of the month is <c>FREQ=MONTHLY;BYMONTHDAY=-1</c> with <see cref="RollConvention.Preceding"/>.</para>
/// <para>
/// Its end is kept out of what Ical.Net reads, which would lose dates of the last year: <c>UNTIL</c> bounds the dates here, one in UTC being the date that it
/// is in the company's zone, and <c>COUNT</c> counts them in order. <c>FREQ=YEARLY;BYMONTHDAY=15</c> without a month is refused: the table of RFC 5545 means
/// each month, most calendars one day a year.
/// </para>
/// <para>The anchor is an occurrence only when the rule gives it. Dates are the local dates of whoever asks: clock changes do not touch them.
/// Immutable, safe to share between threads.</para>
/// </remarks>
public sealed class Recurrence
{
    // A rule may be silent for long (29 February on a Sunday), but one that stays silent for this many steps gives nothing any more.
    private const int MostSilentSteps = 20_000;

    private const int ShortestMonth = 28;

    /// <summary>Years in which a rule has to give a date once: 29 February on a given weekday comes every 28 years, every 40 around 2100.</summary>
    private const int YearsToWait = 30;

    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private readonly RecurrenceRule _pattern;
    private readonly DateOnly _until;
    private readonly int _count;
    private readonly int _yearInterval;

    private Recurrence(string rule, RecurrenceRule pattern, DateOnly anchor, RollConvention roll, DateOnly until)
    {
        (Rule, _pattern, Anchor, Roll, _until) = (rule, pattern, anchor, roll, until);
        _count = pattern.Count ?? int.MaxValue;
        (pattern.Count, pattern.Until) = (null, null);
        _yearInterval = KeepDayOfAnchor(pattern, anchor);
    }

    /// <summary>The RRULE, without its name.</summary>
    public string Rule { get; }

    /// <summary>No date lies before it; it gives the day of a rule that names none, and the phase of an interval.</summary>
    public DateOnly Anchor { get; }

    /// <summary>What happens to a date that is not a business day.</summary>
    public RollConvention Roll { get; }

    /// <summary>Reads a rule.</summary>
    /// <param name="rule">An RRULE with or without its name, for example <c>FREQ=MONTHLY;INTERVAL=3</c>.</param>
    /// <param name="anchor">First date.</param>
    /// <param name="roll">What happens to a date that is not a business day.</param>
    /// <param name="zone">The company's zone, in which an end in UTC is a date; that of Paris when null.</param>
    /// <exception cref="Refused">It is not a rule, one that comes more often than every day, or one that may mean every month or every year.</exception>
    public static Recurrence Parse(string rule, DateOnly anchor, RollConvention roll = RollConvention.None, DateTimeZone? zone = null)
    {
        var text = rule.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? rule["RRULE:".Length..] : rule;
        var pattern = Read(text);
        if (pattern.Frequency is not (FrequencyType.Daily or FrequencyType.Weekly or FrequencyType.Monthly or FrequencyType.Yearly)
            || pattern.ByHour.Count + pattern.ByMinute.Count + pattern.BySecond.Count > 0)
        {
            throw new Refused(Texts.Recurrence_BadFrequency.With(rule), "rrule");
        }

        if (pattern is { Frequency: FrequencyType.Yearly, ByMonthDay.Count: > 0, ByMonth.Count: 0, ByWeekNo.Count: 0, ByYearDay.Count: 0 })
        {
            var days = string.Join(',', pattern.ByMonthDay);
            throw new Refused(Texts.Recurrence_WhichMonth.With(rule, days, anchor.Month), "rrule");
        }

        return new(text, pattern, anchor, roll, UntilOf(pattern, zone ?? Paris));
    }

    /// <summary>Refuses a rule that is silent for thirty years from its anchor: whoever enters it expects a due date.</summary>
    /// <exception cref="Refused">It gives no date.</exception>
    public void RefuseSilent()
    {
        var to = Anchor.Year > DateOnly.MaxValue.Year - YearsToWait ? DateOnly.MaxValue : Anchor.AddYears(YearsToWait);
        if (!Dates(Anchor, to).Any())
        {
            throw new Refused(Texts.Recurrence_Silent.With(Rule, Anchor, YearsToWait), "rrule");
        }
    }

    /// <summary>The dates of the rule in <c>[from, to]</c>, before they are rolled, in order and without doubles.</summary>
    /// <param name="from">First date.</param>
    /// <param name="to">Last date.</param>
    /// <param name="days">The business days to roll over.</param>
    /// <exception cref="Refused">A roll leaves the years that are known.</exception>
    public IReadOnlyList<RecurrenceDate> Occurrences(DateOnly from, DateOnly to, BusinessDays days) => Occurrences(from, to, date => Roll.Roll(date, days));

    /// <inheritdoc cref="Occurrences(DateOnly, DateOnly, BusinessDays)"/>
    /// <param name="calendar">The calendar whose days with an opening are rolled over.</param>
    public IReadOnlyList<RecurrenceDate> Occurrences(DateOnly from, DateOnly to, BusinessCalendar calendar) =>
        Occurrences(from, to, date => Roll.Roll(date, calendar));

    /// <summary>The dates of the rule in <c>[from, to]</c>, not rolled, in order and without doubles.</summary>
    public IEnumerable<DateOnly> Dates(DateOnly from, DateOnly to)
    {
        var last = _until < to ? _until : to;
        return Ordered(last).TakeWhile(date => date <= last).Take(_count).Where(date => date >= from);
    }

    /// <summary>The dates from the anchor on, in order and without doubles, some beyond the last one that is asked for.</summary>
    private IEnumerable<DateOnly> Ordered(DateOnly to)
    {
        // Inside a year (or month) Ical.Net may give dates in any order, and some twice: they wait until none before them can come any more.
        var span = SpanOf(_pattern.Frequency);
        var waiting = new SortedSet<DateOnly>();
        var evaluator = new RecurrencePatternEvaluator(_pattern);
        var given = evaluator.Evaluate(new CalDateTime(Anchor), new CalDateTime(Anchor), new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostSilentSteps });
        using var each = given.GetEnumerator();
        while (Next(each) is { } date && date.DayNumber <= (long)to.DayNumber + span)
        {
            while (waiting.Count > 0 && waiting.Min.DayNumber < date.DayNumber - span)
            {
                yield return waiting.Min;
                waiting.Remove(waiting.Min);
            }

            if (date >= Anchor && (date.Year - Anchor.Year) % _yearInterval == 0)
            {
                waiting.Add(date);
            }
        }

        foreach (var date in waiting)
        {
            yield return date;
        }
    }

    /// <summary>Days between the first and the last date that one step of a rule may give, weeks that reach over the turn of a year included.</summary>
    private static int SpanOf(FrequencyType frequency) => frequency switch
    {
        FrequencyType.Yearly => 400,
        FrequencyType.Monthly => 40,
        FrequencyType.Weekly => 14,
        _ => 1,
    };

    private List<RecurrenceDate> Occurrences(DateOnly from, DateOnly to, Func<DateOnly, DateOnly> roll) =>
        [.. Dates(from, to).Select(date => new RecurrenceDate(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date, roll(date)))];

    private static DateOnly? Next(IEnumerator<Period> dates)
    {
        try
        {
            return dates.MoveNext() ? dates.Current.StartTime.Date : null;
        }
        catch (Exception ended) when (ended is EvaluationException or ArgumentOutOfRangeException or OverflowException)
        {
            // The rule has no further date: it was silent for too long, or reached the end of the calendar, which Ical.Net meets in several ways.
            return null;
        }
    }

    private static RecurrenceRule Read(string text)
    {
        try
        {
            return text.Contains("FREQ=", StringComparison.OrdinalIgnoreCase) ? new RecurrenceRule(text) : throw new FormatException();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException)
        {
            throw new Refused(Texts.Recurrence_BadRule.With(text), "rrule");
        }
    }

    /// <summary>The last date that the rule allows.</summary>
    private static DateOnly UntilOf(RecurrenceRule pattern, DateTimeZone zone) =>
        pattern.Until is not { } until ? DateOnly.MaxValue
        : until is { HasTime: true, IsUtc: true } ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(until.Value, DateTimeKind.Utc)).InZone(zone).Date.ToDateOnly()
        : until.Date;

    /// <summary>RFC 5545 passes over months that lack the day of the anchor; here the last of the days up to it is taken.</summary>
    /// <returns>Every how many years dates count; the others are to be left out.</returns>
    private static int KeepDayOfAnchor(RecurrenceRule pattern, DateOnly anchor)
    {
        var years = 1;
        var namesDays = pattern.ByDay.Count + pattern.ByMonthDay.Count + pattern.ByYearDay.Count + pattern.ByWeekNo.Count + pattern.BySetPosition.Count > 0;
        if (namesDays || anchor.Day <= ShortestMonth || pattern.Frequency is not (FrequencyType.Monthly or FrequencyType.Yearly))
        {
            return years;
        }

        if (pattern.Frequency == FrequencyType.Yearly && pattern.ByMonth.Count == 0)
        {
            pattern.ByMonth = [anchor.Month];
        }

        if (pattern is { Frequency: FrequencyType.Yearly, ByMonth.Count: > 1 })
        {
            // A position would choose one date of the whole year: every year in several months is every month limited to them.
            (years, pattern.Interval, pattern.Frequency) = (pattern.Interval, 1, FrequencyType.Monthly);
        }

        pattern.ByMonthDay = [.. Enumerable.Range(ShortestMonth, anchor.Day - ShortestMonth + 1)];
        pattern.BySetPosition = [-1];
        return years;
    }
}
