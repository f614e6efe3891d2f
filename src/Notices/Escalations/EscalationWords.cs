using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Escalations;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Escalations;

/// <summary>Ladders and notices in words: facts and dates, never a judgement.</summary>
internal static class EscalationWords
{
    public static string Of(Rung rung, bool isClock) => rung switch
    {
        Rung.Before => isClock ? Texts.Escalation_RungShare : Texts.Escalation_RungBefore,
        Rung.Due => Texts.Escalation_RungDue,
        Rung.AfterOne => Texts.Escalation_RungOne,
        _ => Texts.Escalation_RungFive,
    };

    /// <summary>The answer on top of the list.</summary>
    public static string Answer(int waiting, int silent) =>
        (waiting == 0 ? Texts.Escalation_AnswerNone : Texts.Escalation_Answer.With(waiting))
        + (silent == 0 ? "" : " " + Texts.Escalation_AnswerSilent.With(silent));

    public static string Of(LadderTarget target) => target switch
    {
        LadderTarget.Clerk => Texts.Escalation_Clerk,
        LadderTarget.Manager => Texts.Escalation_Manager,
        LadderTarget.Pilot => Texts.Escalation_Pilot,
        LadderTarget.Deputy => Texts.Escalation_Deputy,
        LadderTarget.Owner => Texts.Escalation_Owner,
        _ => Texts.Escalation_Nobody,
    };

    /// <summary>Several in one text: "premier interlocuteur, pilote".</summary>
    public static string All(LadderTarget targets) => targets == LadderTarget.Nobody ? Of(targets)
        : string.Join(", ", Each.Where(target => targets.HasFlag(target)).Select(Of));

    public static IReadOnlyList<LadderTarget> Each { get; } =
        [LadderTarget.Clerk, LadderTarget.Manager, LadderTarget.Pilot, LadderTarget.Deputy, LadderTarget.Owner];

    public static string Of(LadderSilence silence) => silence switch
    {
        LadderSilence.SwitchedOff => Texts.Escalation_SilentOff,
        LadderSilence.Disputed => Texts.Escalation_SilentDisputed,
        LadderSilence.Paused => Texts.Escalation_SilentPaused,
        LadderSilence.Undated => Texts.Escalation_SilentUndated,
        LadderSilence.NotYetProven => Texts.Escalation_SilentNotProven,
        LadderSilence.GivenUp => Texts.Escalation_SilentGivenUp,
        LadderSilence.Unmatched => Texts.Escalation_SilentUnmatched,
        _ => Texts.Escalation_SilentStale,
    };

    /// <summary>"Bulletins de paie, mai 2026".</summary>
    public static string Name(string commitment, string obligation, string? caseName) => Texts.Dispute_Of.With(
        commitment, caseName ?? (DelayCorrection.CaseOf(obligation) is null ? PeriodWords.Of(obligation) : Texts.Dispute_ACase));

    /// <summary>A due instant in a sentence: the end of a day is that day.</summary>
    public static string Due(Instant due, DateTimeZone zone) => due.InZone(zone) is var local && local.TimeOfDay == LocalTime.Midnight
        ? Moments.Long(local.Date.PlusDays(-1).ToDateOnly()) : Moments.Long(due, zone);

    /// <summary>The same in a table.</summary>
    public static string DueShort(Instant due, DateTimeZone zone) => due.InZone(zone) is var local && local.TimeOfDay == LocalTime.Midnight
        ? Moments.Short(local.Date.PlusDays(-1).ToDateOnly()) : Moments.Short(due, zone);

    /// <summary>What a mail says of one level.</summary>
    public static string Line(EscalationNotice notice, LadderObligation item, DateTimeZone zone)
    {
        var said = (notice.Rung switch
        {
            Rung.Before => Texts.Escalation_LineBefore,
            Rung.Due => Texts.Escalation_LineDue,
            Rung.AfterOne => Texts.Escalation_LineOne,
            _ => Texts.Escalation_LineFive,
        }).With(Name(item.Commitment.Name, item.Key, item.CaseName), Due(item.Due, zone));
        return item.CaseName is null ? said : said + " " + Texts.Escalation_LineKnown.With(Moments.LongUntil(item.KnownUntil, zone));
    }

    public static string Of(EscalationState state) => state switch
    {
        EscalationState.Gone => Texts.Escalation_StateGone,
        EscalationState.Answered => Texts.Escalation_StateAnswered,
        EscalationState.Waiting => Texts.Escalation_StateWaiting,
        EscalationState.Unsent => Texts.Escalation_StateUnsent,
        EscalationState.Dropped => Texts.Escalation_StateDropped,
        EscalationState.Passed => Texts.Escalation_StatePassed,
        _ => Texts.Escalation_StateSilent,
    };

    public static IReadOnlyList<Choice> States =>
        [.. Enum.GetValues<EscalationState>().Select(state => new Choice(state.ToString(), Of(state)))];

    public static Badge.BadgeTone ToneOf(EscalationState state) => state switch
    {
        EscalationState.Answered => Badge.BadgeTone.Met,
        EscalationState.Gone or EscalationState.Waiting => Badge.BadgeTone.Risk,
        EscalationState.Unsent => Badge.BadgeTone.Late,
        _ => Badge.BadgeTone.Soft,
    };

    /// <summary>Why nobody was told, or who takes care of it; null where the state says all.</summary>
    public static string? Why(EscalationRow row) => row.Silence ?? row.Notice?.Passed switch
    {
        PassedOver.ByHigher => Texts.Escalation_PassedByHigher,
        PassedOver.ByAnswer => Texts.Escalation_PassedByAnswer,
        _ => null,
    };

    /// <summary>"Marie Dupont (à la place de Luc Petit)".</summary>
    public static string To(EscalationRecipient to) => to.InsteadOf is { } away ? Texts.Escalation_InsteadOf.With(to.Name, away) : to.Name;

    /// <summary>Who takes care of it; somebody, once the name was erased.</summary>
    public static string Answerer(EscalationNotice notice) =>
        notice.AnsweredBy is { Length: > 0 } name ? name : Texts.Confirm_Erased;

    /// <summary>Where the obligation is shown, below the company's address.</summary>
    public static string PathOf(Guid commitmentId, string obligation) => DelayCorrection.CaseOf(obligation) is { } number
        ? $"scorecards/{commitmentId}/cases/{number}" : $"due-dates/{commitmentId}/{obligation}";
}
