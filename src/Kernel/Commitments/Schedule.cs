using System.Collections.Immutable;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>One obligation of a schedule, made by the calendar and not by an event, so that what was never done cannot vanish.</summary>
/// <param name="Key">Unique within the commitment: the key of the period. It is made once, whatever restarts.</param>
/// <param name="Period">The period that it belongs to, in every reading.</param>
/// <param name="DueDate">The local date of <paramref name="Due"/>'s rule.</param>
/// <param name="Due">The instant by which it must be done: without an hour, the midnight that ends the due date.</param>
/// <param name="Explanation">Why it is due then, step by step.</param>
public sealed record Occurrence(string Key, SchedulePeriod Period, DateOnly DueDate, Instant Due, ImmutableArray<Explanation> Explanation);

/// <summary>A schedule rule ready to make and judge occurrences. Immutable and safe to share between threads.</summary>
public sealed class Schedule
{
    /// <summary>Most occurrences made at once.</summary>
    public const int MostOccurrences = 10_000;

    private readonly CompanyDate _companyDate;

    /// <param name="rule">The rule.</param>
    /// <param name="zone">The company's time zone.</param>
    /// <param name="days">Business days of the company's zone of holidays.</param>
    /// <param name="companyDate">Gives the dates of the company that the rule names.</param>
    public Schedule(ScheduleRule rule, DateTimeZone zone, BusinessDays days, CompanyDate companyDate) =>
        (Rule, Zone, Days, _companyDate) = (rule, zone, days, companyDate);

    public Schedule(ScheduleRule rule, DateTimeZone zone, BusinessDays days, CompanyDates dates)
        : this(rule, zone, days, (name, month) => dates.DateOf(name, month, days))
    {
    }

    public ScheduleRule Rule { get; }

    public DateTimeZone Zone { get; }

    internal BusinessDays Days { get; }

    /// <summary>The occurrences of the periods that begin in <c>[from, to]</c>, in order. A period without its company date has none.</summary>
    /// <exception cref="Refused">There are more than <see cref="MostOccurrences"/>.</exception>
    public IReadOnlyList<Occurrence> Occurrences(DateOnly from, DateOnly to)
    {
        var occurrences = new List<Occurrence>();
        foreach (var period in Periods(from, to))
        {
            if (Of(period) is { } occurrence)
            {
                occurrences.Add(occurrence);
            }
        }

        return occurrences;
    }

    /// <summary>The occurrence of one period, or null when the company has no such date in it.</summary>
    public Occurrence? Of(SchedulePeriod period)
    {
        var why = ImmutableArray.CreateBuilder<Explanation>();
        if (AnchorOf(period, why) is not { } anchor)
        {
            return null;
        }

        var date = Offset(Rolled(anchor, Rule.Anchor.Roll, DayCount.Business, why), why);
        why.Add(Rule.At is { } hour ? Explanation.Of(ExplanationCode.AtHour, hour) : Explanation.Of(ExplanationCode.EndOfDay));
        return new(period.Key, period, date, DueDate.InstantOf(date, Rule.At, Zone), why.DrainToImmutable());
    }

    /// <summary>
    /// First day of the month that a period's occurrence is about, wherever its due date falls: the month itself, the month of closing for
    /// what a closing begins, else the month that the rule counts from, such as a quarter's last one.
    /// </summary>
    public DateOnly MonthAbout(SchedulePeriod period)
    {
        var day = period.Length is PeriodLength.Date or PeriodLength.Week ? period.First
            : Rule.Anchor.Named is CompanyDates.ClosingName or CompanyDates.TaxReturnName ? _companyDate(CompanyDates.ClosingName, MonthOf(period)) ?? MonthOf(period)
            : MonthOf(period);
        return new DateOnly(day.Year, day.Month, 1);
    }

    /// <summary>Judges one occurrence in one reading.</summary>
    /// <param name="occurrence">One that this schedule made.</param>
    /// <param name="facts">What is known about it.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="now">Schedules are judged today, not at the last import.</param>
    public ScheduleJudgement Judge(Occurrence occurrence, ScheduleFacts facts, Reading reading, Instant now) =>
        new JudgeOccurrence(this, occurrence, facts, reading, now).Judge();

    private IEnumerable<SchedulePeriod> Periods(DateOnly from, DateOnly to)
    {
        if (Rule.Every == PeriodLength.Date)
        {
            return RecurrenceDates(from, to).Select(date => new SchedulePeriod(PeriodLength.Date, date));
        }

        var first = SchedulePeriod.Of(Rule.Every, from);
        var periods = new List<SchedulePeriod>();
        for (var period = first.First < from ? first.Next : first; period.First <= to; period = period.Next)
        {
            periods.Add(period);
            if (periods.Count > MostOccurrences)
            {
                throw new Refused(Texts.Rule_TooManyOccurrences.With(MostOccurrences));
            }
        }

        return periods;
    }

    private IEnumerable<DateOnly> RecurrenceDates(DateOnly from, DateOnly to) =>
        Recurrence.Parse(Rule.Recurrence!, Rule.From!.Value, zone: Zone).Occurrences(from, to, Days).Select(found => found.Date);

    private DateOnly? AnchorOf(SchedulePeriod period, ImmutableArray<Explanation>.Builder why)
    {
        if (period.Length == PeriodLength.Date)
        {
            why.Add(Explanation.Of(ExplanationCode.RecurrenceDate, period.First));
            return period.First;
        }

        var anchor = Rule.Anchor;
        if (period.Length == PeriodLength.Week && anchor.Named is null)
        {
            var day = anchor.Day is { } weekday ? period.First.AddDays(Math.Min(weekday, 7) - 1) : period.Last;
            why.Add(Explanation.Of(ExplanationCode.DayOfWeek, day));
            return day;
        }

        var month = MonthOf(period).AddMonths(anchor.MonthsAfter);
        var date = anchor.Named is { } name ? _companyDate(name, month) : DueDate.DayOfMonth(month, anchor.Day ?? 31);
        if (date is { } known)
        {
            why.Add(anchor.Named is not null ? Explanation.Of(ExplanationCode.NamedDate, anchor.Named, known)
                : Explanation.Of(anchor.Day is null ? ExplanationCode.EndOfMonth : ExplanationCode.DayOfMonth, known));
        }

        return date;
    }

    private DateOnly MonthOf(SchedulePeriod period)
    {
        var months = period.Length switch { PeriodLength.Quarter => 3, PeriodLength.Year => 12, _ => 1 };
        var month = Rule.Anchor.Month == 0 ? months : Math.Clamp(Rule.Anchor.Month, 1, months);
        return new DateOnly(period.First.Year, period.First.Month, 1).AddMonths(month - 1);
    }

    private DateOnly Offset(DateOnly anchor, ImmutableArray<Explanation>.Builder why)
    {
        var date = anchor;
        if (Rule.Months != 0)
        {
            date = DueDate.AddMonths(date, Rule.Months);
            why.Add(Explanation.Of(ExplanationCode.MonthsAdded, Rule.Months, date));
        }

        if (Rule.Days != 0)
        {
            date = Days.AddDays(date, Rule.Days, Rule.Count);
            why.Add(Explanation.Of(ExplanationCode.DaysAdded, Rule.Days, Rule.Count, date));
        }

        return Rolled(date, Rule.Roll, Rule.Count == DayCount.Working ? DayCount.Working : DayCount.Business, why);
    }

    private DateOnly Rolled(DateOnly date, RollConvention convention, DayCount count, ImmutableArray<Explanation>.Builder why)
    {
        var rolled = DueDate.Roll(date, convention, Days, count);
        if (rolled != date)
        {
            why.Add(Explanation.Of(ExplanationCode.Rolled, convention, rolled));
        }

        return rolled;
    }
}
