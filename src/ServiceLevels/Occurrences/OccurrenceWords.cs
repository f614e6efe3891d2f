using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Occurrences;

/// <summary>What the page of a due date says.</summary>
public static class OccurrenceWords
{
    public static IReadOnlyList<Choice> Delays => [.. Enum.GetValues<Imputation>().Select(whose => new Choice(whose.ToString(), whose.Text()))];

    /// <summary>"octobre 2026", "2e trimestre 2026", "2026", "semaine du 18/05/2026", "12/05/2026".</summary>
    public static string Period(JudgedOccurrence item) => PeriodWords.Of(item.Occurrence.Period);

    /// <summary>The due date in a sentence; an end of day is written as the day.</summary>
    public static string Due(JudgedOccurrence item, DateTimeZone zone)
    {
        return item.Declared.Due.InZone(zone).TimeOfDay == LocalTime.Midnight ? Moments.Long(item.DueDay(zone)) : Moments.Long(item.Declared.Due, zone);
    }

    /// <summary>The due date in a table.</summary>
    public static string DueShort(JudgedOccurrence item, DateTimeZone zone) =>
        item.Declared.Due.InZone(zone).TimeOfDay == LocalTime.Midnight ? Moments.Short(item.DueDay(zone)) : Moments.Short(item.Declared.Due, zone);

    /// <summary>Outcome and stop of one reading.</summary>
    public static string Said(ScheduleJudgement judgement, DateTimeZone zone) => judgement switch
    {
        { Stop: { } stop } => Texts.Occurrence_OutcomeOn.With(judgement.Outcome.Text(), When(stop, zone)),
        { NoLaterThan: { } arrived } => Texts.Occurrence_OutcomeOn.With(judgement.Outcome.Text(), Texts.Occurrence_AtLatest.With(Moments.Long(arrived, zone))),
        _ => judgement.Outcome.Text(),
    };

    /// <summary>How it stands, with the arrival that bounds it where nothing dates it.</summary>
    public static string State(JudgedOccurrence item, Instant now, DateTimeZone zone)
    {
        var state = item.MarkAt(now) switch
        {
            Mark.DueSoon => Texts.Mark_DueSoon,
            Mark.NotDue => Texts.Mark_NotDue,
            _ => item.Standing.Text(item.Delay?.Imputation),
        };
        state = item.Disputed is null ? state : state + ", " + Texts.Dispute_Only;
        return item is { Standing: Standing.Undated, Declared.NoLaterThan: { } arrived } ? state + ", " + Texts.Occurrence_AtLatest.With(Moments.Short(arrived, zone)) : state;
    }

    /// <summary>The answer at the top of the page.</summary>
    public static string Answer(OccurrenceView view, DateTimeZone zone)
    {
        var item = view.Item;
        var state = view.Mark switch
        {
            Mark.DueSoon => Texts.Mark_DueSoon,
            Mark.NotDue => Texts.Mark_NotDue,
            _ => item.Standing.Text(item.Delay?.Imputation),
        };
        var sentence = Texts.Occurrence_Answer.With(char.ToUpper(state[0], CultureInfo.CurrentCulture) + state[1..], Due(item, zone));
        return item.Declared switch
        {
            { Stop: { } stop } => sentence + " " + Texts.Occurrence_Done.With(When(stop, zone)),
            { NoLaterThan: { } arrived, Outcome: Outcome.Undated } => sentence + " " + Texts.Occurrence_NoLaterThan.With(Moments.Long(arrived, zone)),
            { NoLaterThan: { } arrived } => sentence + " " + Texts.Occurrence_MetByArrival.With(Moments.Long(arrived, zone)),
            _ => sentence,
        };
    }

    /// <summary>Who said what of the due date as a whole, and when.</summary>
    public static string Said(OccurrenceStatement statement, string? person, DateTimeZone zone) => statement.Says == StatementKind.Waived
        ? Texts.Waiver_Said.With(Moments.Short(statement.MadeAt, zone), person, statement.Reason)
        : Texts.Nothing_Said.With(Moments.Short(statement.MadeAt, zone), person);

    private static string When(EventTime time, DateTimeZone zone) => time.Instant is { } at ? Moments.Long(at, zone) : Moments.Long(time.Day!.Value);
}
