using System.Globalization;
using System.Runtime.InteropServices;
using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

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
/// <para>The anchor is an occurrence only when the rule gives it. Dates are the local dates of whoever asks: clock changes do not touch them.
/// Immutable, safe to share between threads.</para>
/// </remarks>
public sealed class Recurrence
{
    // A rule may be silent for long (29 February on a Sunday), but one that stays silent for this many steps gives nothing any more.
    private const int MostSilentSteps = 20_000;

    private const int ShortestMonth = 28;

    private readonly RecurrenceRule _pattern;

    private Recurrence(string rule, RecurrenceRule pattern, DateOnly anchor, RollConvention roll) =>
        (Rule, _pattern, Anchor, Roll) = (rule, pattern, anchor, roll);

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
    /// <exception cref="Refused">It is not a rule, or one that comes more often than every day.</exception>
    public static Recurrence Parse(string rule, DateOnly anchor, RollConvention roll = RollConvention.None)
    {
        var text = rule.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? rule["RRULE:".Length..] : rule;
        var pattern = Read(text);
        if (pattern.Frequency is not (FrequencyType.Daily or FrequencyType.Weekly or FrequencyType.Monthly or FrequencyType.Yearly)
            || pattern.ByHour.Count + pattern.ByMinute.Count + pattern.BySecond.Count > 0)
        {
            throw new Refused(Texts.Recurrence_BadFrequency.With(rule), "rrule");
        }

        KeepDayOfAnchor(pattern, anchor);
        return new(text, pattern, anchor, roll);
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
        var evaluator = new RecurrencePatternEvaluator(_pattern);
        var dates = evaluator.Evaluate(new CalDateTime(Anchor), new CalDateTime(Anchor), new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostSilentSteps });
        using var each = dates.GetEnumerator();
        var last = DateOnly.MinValue;
        while (Next(each) is { } date && date <= to)
        {
            if (date >= from && date >= Anchor && date != last)
            {
                yield return last = date;
            }
        }
    }

    private List<RecurrenceDate> Occurrences(DateOnly from, DateOnly to, Func<DateOnly, DateOnly> roll) =>
        [.. Dates(from, to).Select(date => new RecurrenceDate(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date, roll(date)))];

    private static DateOnly? Next(IEnumerator<Period> dates)
    {
        try
        {
            return dates.MoveNext() ? dates.Current.StartTime.Date : null;
        }
        catch (EvaluationException)
        {
            // The rule has no further date: it was silent for too long, or reached the end of the calendar.
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

    /// <summary>RFC 5545 passes over months that lack the day of the anchor; here the last of the days up to it is taken.</summary>
    private static void KeepDayOfAnchor(RecurrenceRule pattern, DateOnly anchor)
    {
        var namesDays = pattern.ByDay.Count + pattern.ByMonthDay.Count + pattern.ByYearDay.Count + pattern.ByWeekNo.Count + pattern.BySetPosition.Count > 0;
        if (namesDays || anchor.Day <= ShortestMonth || pattern.Frequency is not (FrequencyType.Monthly or FrequencyType.Yearly))
        {
            return;
        }

        if (pattern.Frequency == FrequencyType.Yearly && pattern.ByMonth.Count == 0)
        {
            pattern.ByMonth = [anchor.Month];
        }

        if (pattern is { Frequency: FrequencyType.Yearly, ByMonth.Count: > 1 })
        {
            // A position would choose one date of the whole year: every year in several months is every month limited to them.
            if (pattern.Interval > 1)
            {
                return;
            }

            pattern.Frequency = FrequencyType.Monthly;
        }

        pattern.ByMonthDay = [.. Enumerable.Range(ShortestMonth, anchor.Day - ShortestMonth + 1)];
        pattern.BySetPosition = [-1];
    }
}
