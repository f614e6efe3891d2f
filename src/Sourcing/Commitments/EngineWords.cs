using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Commitments;

/// <summary>The engine's answers in the reader's words, the same on every screen, export and mail.</summary>
public static class EngineWords
{
    public static string Text(this Outcome outcome) => outcome switch
    {
        Outcome.Met => Texts.Outcome_Met,
        Outcome.Missed => Texts.Outcome_Missed,
        Outcome.NoTrace => Texts.Outcome_NoTrace,
        Outcome.NoEvidence => Texts.Outcome_NoEvidence,
        Outcome.Imprecise => Texts.Outcome_Imprecise,
        Outcome.AtRisk => Texts.Outcome_AtRisk,
        Outcome.Paused => Texts.Outcome_Paused,
        Outcome.Cancelled => Texts.Outcome_Cancelled,
        Outcome.NotApplicable => Texts.Outcome_NotApplicable,
        Outcome.Undated => Texts.Outcome_Undated,
        Outcome.NotYetProven => Texts.Outcome_NotYetProven,
        Outcome.Waived => Texts.Outcome_Waived,
        _ => Texts.Outcome_Pending,
    };

    public static string Text(this Reading reading) => reading switch
    {
        Reading.Declared => Texts.Reading_Declared,
        Reading.Evidenced => Texts.Reading_Evidenced,
        _ => Texts.Reading_Proven,
    };

    public static string ShortText(this Reading reading) => reading switch
    {
        Reading.Declared => Texts.Reading_DeclaredShort,
        Reading.Evidenced => Texts.Reading_EvidencedShort,
        _ => Texts.Reading_ProvenShort,
    };

    public static string Text(this SourceClass source) => source switch
    {
        SourceClass.Observed => Texts.Source_Observed,
        SourceClass.Receipt => Texts.Source_Receipt,
        SourceClass.Company => Texts.Source_Company,
        _ => Texts.Source_Provider,
    };

    public static string Text(this Party party) => party switch
    {
        Party.Company => Texts.Party_Company,
        Party.Provider => Texts.Party_Provider,
        _ => Texts.Party_ThirdParty,
    };

    public static string Text(this Imputation whose) => whose switch
    {
        Imputation.Provider => Texts.Delay_Provider,
        Imputation.Company => Texts.Delay_Company,
        Imputation.ThirdParty => Texts.Delay_ThirdParty,
        Imputation.Shared => Texts.Delay_Shared,
        _ => Texts.Delay_Undetermined,
    };

    /// <summary>What happened, as a reader says it: that a step was complete goes without saying, where it stands otherwise is said (the transitions of XES, IEEE 1849-2023; states of the usual tools); other states are the log's own words, quoted.</summary>
    public static string What(this CaseEvent item) => item.Transition?.ToUpperInvariant() switch
    {
        null or "" or "COMPLETE" or "COMPLETED" => Activity(item),
        "START" or "STARTED" => Texts.Event_Begun.With(Activity(item)),
        "CLOSE" or "CLOSED" => Texts.Event_Closed.With(Activity(item)),
        "SCHEDULE" or "SCHEDULED" => Texts.Event_Planned.With(Activity(item)),
        "ASSIGN" or "ASSIGNED" or "REASSIGN" => Texts.Event_Assigned.With(Activity(item)),
        "SUSPEND" or "SUSPENDED" => Texts.Event_Suspended.With(Activity(item)),
        "RESUME" or "RESUMED" => Texts.Event_Resumed.With(Activity(item)),
        "WITHDRAW" or "WITHDRAWN" or "ATE_ABORT" or "PI_ABORT" or "CANCELLED" => Texts.Event_Withdrawn.With(Activity(item)),
        _ => State(item.Transition!) is { } state ? Texts.Event_InState.With(Activity(item), state) : Texts.Event_InOwnWord.With(Activity(item), item.Transition),
    };

    // An activity that is nothing but a state of the tool reads as one.
    private static string Activity(CaseEvent item) => State(item.Activity) is { } state ? Capital(state) : item.Activity;

    /// <summary>States as the usual ticket tools write them; null for a word of the log's own.</summary>
    private static string? State(string word) => word.ToUpperInvariant() switch
    {
        "IN PROGRESS" or "IN_PROGRESS" or "INPROGRESS" or "WORK IN PROGRESS" => Texts.State_InProgress,
        "RESOLVED" or "SOLVED" => Texts.State_Resolved,
        "CLOSE" or "CLOSED" => Texts.State_Closed,
        "NEW" => Texts.State_New,
        "OPEN" or "OPENED" => Texts.State_Open,
        "REOPEN" or "REOPENED" => Texts.State_Reopened,
        "WAIT" or "WAITING" or "PENDING" or "ON HOLD" => Texts.State_Waiting,
        "WAIT - CLIENT" or "WAIT - USER" or "WAIT - CUSTOMER" or "WAITING FOR CUSTOMER" => Texts.State_WaitingClient,
        "APPROVED" => Texts.State_Approved,
        "REJECTED" => Texts.State_Rejected,
        _ => null,
    };

    /// <summary>"1 jour ouvré", "3 jours calendaires".</summary>
    public static string Text(this DayCount count, int days) => (count switch
    {
        DayCount.Calendar => Texts.Why_Calendar,
        DayCount.Business => Texts.Why_Business,
        _ => Texts.Why_Working,
    }).With(days);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    /// <summary>One sentence of an explanation.</summary>
    /// <param name="why">What explains it.</param>
    /// <param name="zone">Whose hours are said.</param>
    /// <param name="openDay">How long a day of the calendar is open, when lengths are opening time; without it they run day and night.</param>
    public static string Text(this Explanation why, DateTimeZone zone, Duration? openDay = null)
    {
        object? At(int i) => i < why.Arguments.Length ? Shown(why.Arguments[i], zone, openDay) : null;
        return why.Code switch
        {
            ExplanationCode.DayOfMonth => Texts.Why_DayOfMonth.With(At(0)),
            ExplanationCode.EndOfMonth => Texts.Why_EndOfMonth.With(At(0)),
            ExplanationCode.NamedDate => Texts.Why_NamedDate.With(Capital(CommitmentSentence.NameOf((string)why.Arguments[0]!)), At(1)),
            ExplanationCode.RecurrenceDate => Texts.Why_RecurrenceDate.With(At(0)),
            ExplanationCode.MonthsAdded => Texts.Why_MonthsAdded.With(At(0), At(1)),
            ExplanationCode.DaysAdded when why.Arguments[0] is int and < 0 => Texts.Why_DaysBefore.With(((DayCount)why.Arguments[1]!).Text(-(int)why.Arguments[0]!), At(2)),
            ExplanationCode.DaysAdded => Texts.Why_DaysAfter.With(((DayCount)why.Arguments[1]!).Text((int)why.Arguments[0]!), At(2)),
            ExplanationCode.Rolled => Texts.Why_Rolled.With(At(1)),
            ExplanationCode.AtHour => Texts.Why_AtHour.With(At(0)),
            ExplanationCode.EndOfDay => Texts.Why_EndOfDay,
            ExplanationCode.PrerequisiteMovesDue => Texts.Why_PrerequisiteMovesDue.With(At(0), At(1), At(2)),
            ExplanationCode.StatutoryDateStays => Texts.Why_StatutoryDateStays.With(At(0), At(1), At(2)),
            ExplanationCode.FixedByHand => Texts.Why_FixedByHand.With(At(0)),
            // A thing known by its day alone is late by no counted hour.
            ExplanationCode.NothingStoodInTheWay when At(0) is null || why.Arguments[0] is Duration { TotalTicks: <= 0 } => Texts.Why_NothingStoodInTheWay,
            ExplanationCode.NothingStoodInTheWay => Texts.Why_NothingStoodInTheWayFor.With(At(0)),
            ExplanationCode.PrerequisiteLate when At(0) is null => Texts.Why_PrerequisiteMissing.With(null, At(1)),
            ExplanationCode.PrerequisiteLate => Texts.Why_PrerequisiteLate.With(At(0), At(1)),
            ExplanationCode.PrerequisiteLateAndMore => Texts.Why_PrerequisiteLateAndMore.With(At(0), At(1)),
            ExplanationCode.WaitCoversDelay => Texts.Why_WaitCoversDelay.With(At(0), At(1), At(2)),
            ExplanationCode.WaitCoversPart => Texts.Why_WaitCoversPart.With(At(0), At(1), At(2)),
            ExplanationCode.NothingShown => Texts.Why_NothingShown,
            ExplanationCode.PrerequisiteUnknown => Texts.Why_PrerequisiteUnknown,
            ExplanationCode.CorrectedByHand => Texts.Why_CorrectedByHand.With(At(0)),
            _ => throw new ArgumentOutOfRangeException(nameof(why), why.Code, "No words for this explanation."),
        };
    }

    /// <summary>A length of time as people say it: "3 h 05", "12 min"; hours are never made into days, for a day has as many as it is open.</summary>
    public static string Text(this Duration length) => length switch
    {
        { TotalHours: >= 1 } when length.Minutes == 0 => Texts.Span_Hours.With((int)length.TotalHours),
        { TotalHours: >= 1 } => Texts.Span_HoursMinutes.With((int)length.TotalHours, length.Minutes),
        _ => Texts.Span_Minutes.With((int)Math.Ceiling(length.TotalMinutes)),
    };

    /// <summary>A month as the reader names it: "octobre 2026".</summary>
    public static string MonthName(this YearMonth month) => Moments.Month(month.OnDayOfMonth(1).ToDateOnly());

    private static object? Shown(object? argument, DateTimeZone zone, Duration? openDay) => argument switch
    {
        Duration length when openDay is { } day => length.OpenText(day),
        Duration length => length.WallText(),
        Instant at => at.InZone(zone).LocalDateTime.ToDateTimeUnspecified().ToString("f", CultureInfo.CurrentCulture),
        LocalTime hour => hour.ToTimeOnly().ToString("t", CultureInfo.CurrentCulture),
        Party party => party.Text(),
        _ => argument,
    };
}
