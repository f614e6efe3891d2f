using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>Terms, decisions and reminders in words.</summary>
internal static class TermWords
{
    private static readonly int[] _withins = [30, 90, 365];

    public static IReadOnlyList<Choice> Choices =>
    [
        new(nameof(TermChoice.Renew), Texts.Term_ChoiceRenew),
        new(nameof(TermChoice.Renegotiate), Texts.Term_ChoiceRenegotiate),
        new(nameof(TermChoice.Leave), Texts.Term_ChoiceLeave),
    ];

    public static IReadOnlyList<Choice> Withins =>
        [.. _withins.Select(days => new Choice(days.ToString(CultureInfo.InvariantCulture), Texts.Term_Within.With(days)))];

    public static IReadOnlyList<Choice> Decisions =>
        [new(DecisionFilter.Open, Texts.Term_DecisionOpen), new(DecisionFilter.Made, Texts.Term_DecisionMade)];

    public static string Of(TermChoice choice) => Choices.First(known => known.Value == choice.ToString()).Text;

    /// <summary>"terme 2, reconduit tacitement".</summary>
    public static string Stretch(TermStretch stretch) => stretch.Origin switch
    {
        TermOrigin.Initial => Texts.Term_Initial,
        TermOrigin.Express => Texts.Term_Express.With(stretch.Number),
        _ => Texts.Term_Tacit.With(stretch.Number),
    };

    public static string Standing(TermStretch stretch, DateOnly today) =>
        stretch.IsOver(today) ? Texts.Term_Over
            : stretch.IsInForce(today) ? Texts.Term_InForce
            : stretch.Origin == TermOrigin.Tacit ? Texts.Term_ComingTacit
            : Texts.Term_Coming;

    /// <summary>"dans 12 jours", "aujourd’hui", "il y a 3 jours".</summary>
    public static string InDays(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => Texts.Contract_Today,
        1 => Texts.Contract_InOneDay,
        -1 => Texts.Term_OneDayAgo,
        < 0 and var past => Texts.Term_DaysAgo.With(-past),
        var days => Texts.Contract_InDays.With(days),
    };

    /// <summary>What has to be done by the next day of a term.</summary>
    public static string ToDo(DecisionTerm term, DateOnly today) => term switch
    {
        { NoticeBy: null } => Texts.Term_DoEnd.With(Moments.Long(term.LastDay)),
        { PostBy: { } post } when post >= today => Texts.Term_DoPost.With(Moments.Long(post), InDays(post, today)),
        { NoticeBy: { } notice } when term.PostBy is null => Texts.Term_DoNotice.With(Moments.Long(notice), InDays(notice, today)),
        { NoticeBy: { } notice } when notice >= today => Texts.Term_DoHand.With(Moments.Long(notice), InDays(notice, today)),
        _ => Texts.Term_DoEnd.With(Moments.Long(term.LastDay)),
    };

    /// <summary>The answer above the list: what comes first, and how much is open.</summary>
    public static string Answer(DecisionDates dates, DateOnly today) => dates.Next is { Term: { } term } next
        ? Texts.Term_Next.With(next.Contract.Title, ToDo(term, today)) + " " + (dates.OpenSoon switch
        {
            0 => Texts.Term_SoonNone,
            1 => Texts.Term_SoonOne,
            var many => Texts.Term_SoonMany.With(many),
        })
        : Texts.Term_NoneOpen;

    /// <summary>A decision in a sentence: what, for which term, when and by whom.</summary>
    public static string Decided(DecisionMade made, DateTimeZone zone) =>
        (made.By is null ? Texts.Term_DecidedBySomebody : Texts.Term_DecidedBy)
        .With(Of(made.Choice), Moments.Long(made.TermLastDay), Moments.Short(made.At.InZone(zone).Date.ToDateOnly()), made.By);

    /// <summary>Why a contract stands among those without a date.</summary>
    public static string Undated(DecisionLine line) => line switch
    {
        { Contract.Length: ContractLength.OpenEnded, Contract.Notice: ContractNotice.None } => Texts.Term_AnyTimeNoNotice,
        { Contract.Length: ContractLength.OpenEnded } => Texts.Contract_NoticeAnyDay.With(ContractWords.NoticeLength(line.Contract)),
        { State: { Expired: true, LastDay: { } last } } => Texts.Term_Ended.With(Moments.Long(last)),
        _ => Texts.Contract_BeyondYears,
    };

    /// <summary>What has to be typed before a date can be told.</summary>
    public static string ToType(Contract contract) => contract switch
    {
        { Length: ContractLength.Unknown, Notice: ContractNotice.Unknown } => Texts.Term_TypeLengthAndNotice,
        { Length: ContractLength.Unknown } => Texts.Term_TypeLength,
        { Start: null, Length: ContractLength.Fixed, HasTerm: false } => Texts.Term_TypeStart,
        _ => Texts.Term_TypeNotice,
    };

    /// <summary>What became of a reminder, or will.</summary>
    public static string Reminder(
        PlannedReminder planned, ContractReminder? known, bool isDecided, DateOnly today, DateTimeZone zone) => known switch
        {
            { IsSkipped: true } => Texts.Term_ReminderSkipped,
            { } written => (written.Recipients == 1 ? Texts.Term_ReminderWrittenOne : Texts.Term_ReminderWritten)
                .With(Moments.Short(written.At, zone), written.Recipients),
            null when isDecided => Texts.Term_ReminderStopped,
            null when planned.DueOn > today => Texts.Term_ReminderPlanned,
            null => Texts.Term_ReminderDue,
        };
}
