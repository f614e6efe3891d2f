using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Sourcing.Commitments;

/// <summary>The due date of a schedule in words.</summary>
internal static class ScheduleWords
{
    public static string Every(ScheduleRule rule) => rule.Every switch
    {
        PeriodLength.Quarter => Texts.Sentence_EachQuarter,
        PeriodLength.Year => Texts.Sentence_EachYear,
        PeriodLength.Week => Texts.Sentence_EachWeek,
        PeriodLength.Date => Texts.Sentence_EachDate,
        _ => Texts.Sentence_EachMonth,
    };

    /// <summary>"le 20 à 18 h", "2 jours ouvrés avant la date de paie à 12 h", "le 5e jour ouvré du mois suivant".</summary>
    public static string When(ScheduleRule rule)
    {
        if (IsNthDay(rule))
        {
            return Texts.Sentence_NthDay.With(OrdinalDay(rule.Days, rule.Count), NextMonth(rule.Anchor.MonthsAfter + 1)) + DateWords.At(rule.At);
        }

        var offset = DateWords.Offset(rule.Months, rule.Days, rule.Count);
        return (offset.Length == 0 ? OnAnchor(rule) : offset + " " + FromAnchor(rule)) + DateWords.At(rule.At);
    }

    // The n-th business day after the end of a month is the n-th business day of the next one, which is how people say it.
    private static bool IsNthDay(ScheduleRule rule) =>
        rule is { Every: PeriodLength.Month or PeriodLength.Quarter or PeriodLength.Year, Months: 0, Days: > 0, Count: not DayCount.Calendar }
        && rule.Anchor is { Named: null, Day: null };

    private static string OrdinalDay(int day, DayCount count) =>
        (count == DayCount.Business ? Texts.Sentence_OrdinalBusinessDay : Texts.Sentence_OrdinalWorkingDay).With(DateWords.Ordinal(day));

    private static string OnAnchor(ScheduleRule rule) => rule.Anchor switch
    {
        { Named: { } name } => OnNamed(name, rule.Anchor.MonthsAfter),
        { Day: { } weekday } when rule.Every == PeriodLength.Week => Texts.Sentence_OnWeekday.With(Weekday(weekday)),
        { Day: { } day } => (Texts.Sentence_OnDay.With(DateWords.DayOfMonth(day)) + OfMonth(rule.Anchor)).Trim(),
        _ when rule.Every == PeriodLength.Week => Texts.Sentence_OnEndOfWeek,
        _ when rule.Every == PeriodLength.Date => Texts.Sentence_OnThatDate,
        _ => Texts.Sentence_OnEndOfMonth + OfMonth(rule.Anchor),
    };

    private static string FromAnchor(ScheduleRule rule) => rule.Anchor switch
    {
        { Named: { } name } => Named(name) + OfMonth(rule.Anchor),
        { Day: { } weekday } when rule.Every == PeriodLength.Week => Texts.Sentence_FromWeekday.With(Weekday(weekday)),
        { Day: { } day } => Texts.Sentence_FromDay.With(DateWords.DayOfMonth(day)) + OfMonth(rule.Anchor),
        _ when rule.Every == PeriodLength.Week => Texts.Sentence_FromEndOfWeek,
        _ when rule.Every == PeriodLength.Date => Texts.Sentence_FromThatDate,
        _ => Texts.Sentence_FromEndOfMonth + OfMonth(rule.Anchor),
    };

    private static string OnNamed(string name, int monthsAfter) => name switch
    {
        CompanyDates.PayDayName => Texts.Sentence_OnPayDay,
        CompanyDates.VatDayName => Texts.Sentence_OnVatDay,
        CompanyDates.ClosingName => Texts.Sentence_OnClosing,
        CompanyDates.TaxReturnName => Texts.Sentence_OnTaxReturn,
        _ => name,
    } + OfMonth(monthsAfter);

    public static string Named(string name) => name switch
    {
        CompanyDates.PayDayName => Texts.Sentence_PayDay,
        CompanyDates.VatDayName => Texts.Sentence_VatDay,
        CompanyDates.ClosingName => Texts.Sentence_Closing,
        CompanyDates.TaxReturnName => Texts.Sentence_TaxReturn,
        _ => name,
    };

    private static string OfMonth(ScheduleAnchor anchor) => OfMonth(anchor.MonthsAfter);

    private static string OfMonth(int monthsAfter) => monthsAfter switch
    {
        0 => "",
        1 => " " + Texts.Sentence_OfNextMonth,
        _ => Texts.Sentence_MonthsLater.With(monthsAfter),
    };

    private static string NextMonth(int monthsAfter) => monthsAfter == 1 ? Texts.Sentence_TheNextMonth : Texts.Sentence_TheMonthLater.With(monthsAfter);

    private static string Weekday(int weekday) =>
        CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(Math.Clamp(weekday, 1, 7) % 7));
}
